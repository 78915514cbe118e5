import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { londonDay } from "#app/domain/time/london.ts";
import type { Database } from "../../database.ts";
import { POSTCODE_FILE_FORMAT } from "../../reference/postcode-file.ts";
import { publishFile } from "../../reference/postcode-writer.server.ts";
import { ImportFault } from "../import-fault.ts";
import { listFiles } from "../read/open-file.ts";
import { emptyReport, type ImportReport } from "../report.ts";
import { type BaseEdition, openBaseEdition } from "./base-edition.server.ts";
import { type Built, buildEdition } from "./build-edition.server.ts";
import { type CodeBook, openCodeBook } from "./code-book.server.ts";
import { chooseEdition, editionFile } from "./current-edition.server.ts";

/** What an import of postcodes is told. */
export interface PostcodeOptions {
  /** A file, or a folder of Code-Point Open's. */
  path: string;
  /** The folder of editions, and the file of the one in use. */
  folder: string;
  baseFile: string;
  isDryRun: boolean;
  isPartial: boolean;
  isWhole: boolean;
  takesNorthernIreland: boolean;
  now: number;
  onProgress(fraction: number): void;
}

/** The report, and the file of the new edition; undefined where nothing is new or it was a dry run. */
export interface ImportedPostcodes {
  report: ImportReport;
  file: string | undefined;
}

/** A whole file has at least this share of the postcodes in use. */
const SHARE_OF_A_WHOLE_FILE = 0.9;
/** More postcodes without council or constituency than this share: the file is of another time. */
const UNPLACED_SHARE = 0.02;
/** Beside its data Code-Point Open has a file of column names. */
const HEADERS_ALONE = /column_headers\.csv$/i;
/** Codes of no area of today that a report names. */
const NAMED = 5;

/**
 * Builds a new edition of the postcode file beside the one in use, and makes it the one of the next start. Nothing of
 * the running server changes. The same file again builds nothing.
 * @throws ImportFault
 */
export async function importPostcodes(db: Database, options: PostcodeOptions): Promise<ImportedPostcodes> {
  const { folder, isDryRun, isPartial } = options;
  const files = listFiles(options.path, [".csv", ".csv.gz"]).filter((file) => !HEADERS_ALONE.test(file));
  const codes = await openCodeBook(db.read, londonDay(options.now));
  const base = openBaseEdition(options.baseFile);
  const part = join(folder, `import.${process.pid}.part`);
  try {
    const madeOf = await hashSources(files, codes, options);
    if (base.madeOf === madeOf) {
      const report = emptyReport("the edition in use", base.count);
      return { report: { ...report, unchanged: base.count }, file: undefined };
    }
    const edition = createHash("sha256")
      .update(`format ${POSTCODE_FILE_FORMAT}\n${madeOf}\n${base.edition}\n`)
      .digest("hex")
      .slice(0, 12);
    await mkdir(folder, { recursive: true });
    await rm(part, { force: true });
    const report = emptyReport("", 0);
    const built = await buildEdition(part, { ...options, files, base, codes, edition, madeOf }, report);
    report.format = built.layout.title;
    if (!isPartial) refuseHalf(built, base);
    refuseOtherTime(built);
    report.notes.push(...unknownWords(codes));
    if (isDryRun) return { report, file: undefined };
    await publishFile(part, editionFile(folder, edition));
    await chooseEdition(folder, edition);
    return { report, file: editionFile(folder, edition) };
  } finally {
    base.close();
    await rm(part, { force: true });
  }
}

async function hashSources(
  files: readonly string[],
  codes: CodeBook,
  options: PostcodeOptions,
): Promise<string> {
  const hash = createHash("sha256").update(
    `${codes.hash} partial ${options.isPartial} northern ireland ${options.takesNorthernIreland}\n`,
  );
  for (const file of files) {
    hash.update(`${basename(file)}\n`);
    for await (const bytes of createReadStream(file)) hash.update(bytes);
  }
  return hash.digest("hex");
}

function refuseHalf({ layout, inFiles }: Built, base: BaseEdition): void {
  const expected = layout.isLiveOnly ? base.liveCount : base.count;
  if (inFiles < expected * SHARE_OF_A_WHOLE_FILE)
    throw new ImportFault(
      `The file has ${inFiles} postcodes, the edition in use ${expected}: it may be half a file. ` +
        "If it is a part on purpose, add --partial: then all others stay as they are.",
    );
}

function refuseOtherTime({ unplaced, inFiles }: Built): void {
  if (unplaced <= Math.max(1, inFiles * UNPLACED_SHARE)) return;
  throw new ImportFault(
    `${unplaced} of ${inFiles} postcodes would have no council or no constituency: their codes are of no area of today. ` +
      "Is the file older than July 2024, or are there areas to import first?",
  );
}

function unknownWords(codes: CodeBook): string[] {
  const unknown = codes.unknown();
  if (unknown.length === 0) return [];
  const named = unknown
    .slice(0, NAMED)
    .map(({ level, code, count }) => `${level} ${code} (${count} postcodes)`);
  const more = unknown.length > NAMED ? `, and ${unknown.length - NAMED} more` : "";
  return [`Codes of no area of today count as unknown until areas are imported: ${named.join(", ")}${more}.`];
}
