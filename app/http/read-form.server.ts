import type { z } from "zod";

/** A form as it was sent: one text a field. */
export type FormValues = Record<string, string>;

/**
 * Reads a form's texts; of a field sent twice the last counts, files count as nothing. A NUL, which no database
 * text can hold, comes out as the replacement character, as in HTML; fields that are checked refuse it.
 */
export async function readForm(request: Request): Promise<FormValues> {
  const values: FormValues = {};
  for (const [name, value] of await request.formData())
    if (typeof value === "string") values[name] = value.replaceAll("\0", "\uFFFD");
  return values;
}

/** One sentence a field: the first that its checks have to say. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[String(path[0] ?? "")] ??= message;
  return errors;
}
