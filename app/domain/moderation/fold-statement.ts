/** A statement by its letters and digits alone, so that quotation marks, line breaks and capitals do not tell two apart. */
export function foldStatement(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
