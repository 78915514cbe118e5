import { gzipLines } from "./gzip-lines.ts";

/** Reads the divisions file beside the postcodes file, both in order of postcode. */
export type DivisionReader = {
  /** The divisions of all postcodes after those taken before, up to and including `last`. */
  takeUpTo(last: string): Promise<Map<string, string>>;
};

/** Near a border and not settled by the ward: a guess, which no count may stand on. */
const GUESS = "b";

/** Opens the divisions file; guesses are left out. Memory is bounded by the span of one `takeUpTo`. */
export function readDivisions(path: string): DivisionReader {
  const batches = gzipLines(path, "postcode,division_gss,quality");
  let lines: string[] = [];
  let at = 0;

  async function nextLine(): Promise<string | undefined> {
    while (at >= lines.length) {
      const next = await batches.next();
      if (next.done) return undefined;
      lines = next.value.lines;
      at = 0;
    }
    return lines[at];
  }

  return {
    async takeUpTo(last) {
      const taken = new Map<string, string>();
      for (;;) {
        const line = at < lines.length ? lines[at] : await nextLine();
        if (line === undefined) return taken;
        const [postcode = "", division = "", quality = ""] = line.split(",");
        if (postcode > last) return taken;
        at += 1;
        if (quality !== GUESS) taken.set(postcode, division);
      }
    },
  };
}
