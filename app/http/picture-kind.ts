/** Kinds of picture that are taken. */
export type PictureKind = "jpeg" | "png" | "webp" | "gif" | "avif";

/** What a file is by its first bytes, whatever it is called; undefined for anything that is not taken. */
export function pictureKind(file: Uint8Array): PictureKind | undefined {
  const head = Buffer.from(file.subarray(0, 32)).toString("latin1");
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "webp";
  if (/^GIF8[79]a/.test(head)) return "gif";
  if (/^[\s\S]{4}ftyp(?:avif|avis)/.test(head)) return "avif";
  return undefined;
}
