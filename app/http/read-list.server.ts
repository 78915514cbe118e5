import type { FormValues } from "./read-form.server.ts";

/**
 * Reads a form that may bring a list as a file in its field `file`; files elsewhere count as nothing. A file that is
 * no UTF-8 is read as spreadsheets on Windows write it.
 */
export async function readList(request: Request): Promise<{ values: FormValues; listed?: string }> {
  const values: FormValues = {};
  let listed: string | undefined;
  for (const [name, value] of await request.formData()) {
    if (typeof value === "string") values[name] = value.replaceAll("\0", "\uFFFD");
    else if (name === "file" && value.size > 0) listed = decode(new Uint8Array(await value.arrayBuffer()));
  }
  return { values, listed: listed?.replaceAll("\0", "\uFFFD") };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
