import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { comboBook } from "./combo-book.ts";
import { readDivisions } from "./division-reader.ts";
import { gzipLines } from "./gzip-lines.ts";
import { type PostcodeSources, postcodeEdition, SHIPPED_POSTCODES_FROM } from "./postcode-file.ts";
import { createPostcodeFile, publishFile } from "./postcode-writer.server.ts";

/** How far a build is: share of the source read (0 to 1) and postcodes written. */
export type BuildProgress = { fraction: number; postcodes: number };

/** A ready postcode file; `isNew` when this call built it. */
export type BuiltPostcodes = { file: string; edition: string; isNew: boolean };

/**
 * Builds the postcode file of the sources' edition into the folder `into`, or finds it there already.
 * The file appears by one rename of a finished, synced copy: a build that stops half-way leaves nothing that is used.
 * Takes about ten seconds for the whole country and streams: memory does not grow with the sources.
 */
export async function buildPostcodes(options: {
  sources: PostcodeSources;
  into: string;
  onProgress?: (progress: BuildProgress) => void;
}): Promise<BuiltPostcodes> {
  const { sources, into, onProgress } = options;
  const edition = await postcodeEdition(sources);
  const file = join(into, `${edition}.sqlite`);
  if (isComplete(file, edition)) return { file, edition, isNew: false };
  await mkdir(into, { recursive: true });
  await removeStaleParts(into);
  const part = join(into, `${edition}.${process.pid}.part`);
  await rm(part, { force: true });
  try {
    await writePostcodes(part, edition, sources, onProgress);
    await publishFile(part, file);
  } finally {
    await rm(part, { force: true });
  }
  return { file, edition, isNew: true };
}

async function writePostcodes(
  path: string,
  edition: string,
  sources: PostcodeSources,
  onProgress: ((progress: BuildProgress) => void) | undefined,
): Promise<void> {
  const size = (await stat(sources.postcodes)).size;
  const writer = createPostcodeFile(path);
  try {
    const combos = comboBook();
    const divisions = readDivisions(sources.divisions);
    let previous = "";
    let count = 0;
    const header = "postcode,council_gss,county_gss,ward_gss,constituency_gss,quality";
    for await (const { lines, bytesRead } of gzipLines(sources.postcodes, header)) {
      const last = lines.at(-1) ?? "";
      const known = await divisions.takeUpTo(last.slice(0, last.indexOf(",")));
      for (const line of lines) {
        const [postcode = "", council = "", county = "", ward = "", constituency = "", quality = ""] =
          line.split(",");
        if (postcode <= previous) throw new Error(`${sources.postcodes}: not sorted after ${previous}`);
        previous = postcode;
        const division = known.get(postcode) ?? "";
        writer.add(postcode, combos.idOf({ council, county, ward, constituency, division, quality }));
      }
      count += lines.length;
      onProgress?.({ fraction: Math.min(1, bytesRead / size), postcodes: count });
    }
    writer.finish(combos.rows(), { edition, postcodes: String(count), source: SHIPPED_POSTCODES_FROM });
    onProgress?.({ fraction: 1, postcodes: count });
  } finally {
    writer.close();
  }
}

/** Whether a file is there and was finished as this edition. */
export function isComplete(file: string, edition: string): boolean {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      const found = db.prepare<[], string>("select value from about where name = 'edition'").pluck().get();
      return found === edition;
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

/** Parts of builds that were killed; an hour is far longer than any build takes. */
async function removeStaleParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".part")) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > 3_600_000) await rm(path, { force: true });
  }
}
