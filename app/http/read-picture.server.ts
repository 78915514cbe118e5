import type { FormValues } from "./read-form.server.ts";

/** A form with a picture, as it was sent: its texts, and the file where one was chosen. */
export interface PictureForm {
  values: FormValues;
  file?: Uint8Array;
}

/**
 * Reads a form that may bring a file in its field `picture`; files elsewhere count as nothing. The server above has
 * seen that it is not too large and is a form by its type; that it can be read is found out here, once.
 *
 * @throws Response 400 for a form that is broken
 */
export async function readPicture(request: Request): Promise<PictureForm> {
  const form = await parse(request);
  const values: FormValues = {};
  let file: Uint8Array | undefined;
  for (const [name, value] of form) {
    if (typeof value !== "string") {
      if (name === "picture" && value.size > 0) file = new Uint8Array(await value.arrayBuffer());
    } else if (name !== "picture") values[name] = value.replaceAll("\0", "\uFFFD");
  }
  return { values, file };
}

async function parse(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response(null, { status: 400 });
  }
}
