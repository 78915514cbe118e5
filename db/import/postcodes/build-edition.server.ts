import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { type ComboBook, comboBook } from "../../reference/combo-book.ts";
import type { ComboRow } from "../../reference/postcode-file.ts";
import { createPostcodeFile } from "../../reference/postcode-writer.server.ts";
import { ImportFault } from "../import-fault.ts";
import type { ImportReport } from "../report.ts";
import type { BaseEdition } from "./base-edition.server.ts";
import type { CodeBook } from "./code-book.server.ts";
import { type Layout, type PostcodeRow, recogniseLayout } from "./postcode-layout.ts";
import { readLines } from "./read-lines.ts";

/** What a build works with. */
export interface EditionSources {
  files: readonly string[];
  base: BaseEdition;
  codes: CodeBook;
  edition: string;
  /** Kept in the file, so that the same sources are known again. */
  madeOf: string;
  isPartial: boolean;
  isWhole: boolean;
  /** Northern Ireland's postcodes have a licence of their own: they are taken only by who has it. */
  takesNorthernIreland: boolean;
  onProgress(fraction: number): void;
}

const WELL_FORMED = /^(?:(?:[A-Z]{1,2}\d[A-Z\d]?|NPT)\d[A-Z]{2}|GIR0AA)$/;
/** Their letters say where they are; no council and constituency is theirs. */
const ISLANDS = /^(?:JE|GY|IM)\d/;
/** Rows refused one by one; more are a file of something else. */
const REFUSED = 1000;

/** Numbers of a build beside those of its report. */
export interface Built {
  layout: Layout;
  /** Postcodes in the files, and with a council or constituency that is none of today. */
  inFiles: number;
  unplaced: number;
}

/**
 * Writes a postcode file from whatever the sources are, adding to the report as it goes. Streams: memory does not grow
 * with the files. What a live-only source does not say, and what it leaves out, is taken from the base.
 * @throws ImportFault
 */
export async function buildEdition(
  path: string,
  sources: EditionSources,
  report: ImportReport,
): Promise<Built> {
  const { base, codes, isPartial } = sources;
  const combos = comboBook(codes.isOutdated);
  const writer = createPostcodeFile(path);
  const built = { inFiles: 0, unplaced: 0 };
  const left = { islands: 0, northernIreland: 0 };
  let written = 0;
  let layout: Layout | undefined;
  try {
    for await (const { row, where, recognised } of readRows(sources)) {
      layout ??= recognised;
      if (recognised.title !== layout.title)
        throw new ImportFault(`${where}: the files have different layouts.`);
      report.read += 1;
      const postcode = row.postcode.replace(/\s+/g, "").toUpperCase();
      if (!WELL_FORMED.test(postcode))
        refuse(report, where, `"${row.postcode.slice(0, 12)}" is not a postcode`);
      else if (ISLANDS.test(postcode)) left.islands += 1;
      else if (postcode.startsWith("BT") && !sources.takesNorthernIreland) left.northernIreland += 1;
      else {
        const known = base.find(postcode);
        const quality = row.hasPlace ? (row.isUncertain ? "s" : "") : "0";
        const found = completed(codes.today(row), known, recognised, base);
        const isPlaced = found.council !== "" && found.constituency !== "";
        if (row.hasPlace && !isPlaced) built.unplaced += 1;
        built.inFiles += 1;
        const combo = combos.idOf({ ...found, quality: found.council === "" ? "0" : quality });
        count(report, known, combos, combo);
        add(writer.add, postcode, combo, where);
        written += 1;
      }
    }
    if (!layout) throw new ImportFault("The files hold no postcode.");
    written += keepOthers();
    writer.finish(combos.rows(), {
      edition: sources.edition,
      made_of: sources.madeOf,
      source: `Office for National Statistics and Ordnance Survey, as of ${basename(sources.files[0] ?? "")}`,
      postcodes: String(written),
    });
  } finally {
    writer.close();
  }
  if (left.islands > 0)
    report.notes.push(
      `${left.islands} of Jersey, Guernsey and Man were left out: their letters say where they are.`,
    );
  if (left.northernIreland > 0)
    report.notes.push(
      `${left.northernIreland} of Northern Ireland were left out: their licence is not open. With a licence of your own add --northern-ireland.`,
    );
  return { layout, ...built };

  /** What the base has and the files have not: kept where they are a part, or say nothing of what is out of use. */
  function keepOthers(): number {
    const known = built.inFiles - report.added;
    if (!isPartial && !layout?.isLiveOnly) {
      report.ended = base.count - known;
      return 0;
    }
    let kept = 0;
    for (const { postcode, combo } of base.each()) {
      const { ward, division, council, county, constituency, note } = combo;
      const isEnding = !isPartial && note === "";
      const quality = note === "no-location" ? "0" : note === "nearest" || isEnding ? "s" : "";
      const id = combos.idOf({ ward, division, council, county, constituency, quality });
      if (!writer.addNew(postcode, id)) continue;
      kept += 1;
      if (isEnding) report.ended += 1;
      else report.unchanged += 1;
    }
    return kept;
  }
}

async function* readRows(
  sources: EditionSources,
): AsyncGenerator<{ row: PostcodeRow; where: string; recognised: Layout }> {
  const sizes = await Promise.all(sources.files.map(async (file) => (await stat(file)).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  for (const [at, file] of sources.files.entries()) {
    const name = basename(file);
    let layout: Layout | undefined;
    for await (const { lines, bytesRead } of readLines(file, sources)) {
      for (const { number, fields } of lines) {
        if (!layout) {
          layout = recogniseLayout(fields, name);
          if (layout.hasHeader) continue;
        }
        if (fields.length !== layout.fieldCount)
          throw new ImportFault(
            `${name}: row ${number} has ${fields.length} fields instead of ${layout.fieldCount}; the file was recognised as ${layout.title}. It is damaged or cut.`,
          );
        yield { row: layout.rowOf(fields), where: `${name}, row ${number}`, recognised: layout };
      }
      sources.onProgress(Math.min(1, (before + bytesRead) / total));
    }
    before += sizes[at] ?? 0;
  }
}

type Codes = ReturnType<CodeBook["today"]>;

/** Fills what the source has no column for from the postcode's former place, or from its ward where that is clear. */
function completed(codes: Codes, known: ComboRow | undefined, layout: Layout, base: BaseEdition): Codes {
  const { ward, county, council } = codes;
  const former = (kind: "constituency" | "division") =>
    known?.council === council ? known[kind] : base.onlyOf(ward, kind);
  const constituency = layout.isLiveOnly ? former("constituency") : codes.constituency;
  const division = layout.hasDivisions || county === "" ? codes.division : former("division");
  return { ...codes, constituency, division };
}

function count(report: ImportReport, known: ComboRow | undefined, combos: ComboBook, id: number): void {
  const row = combos.at(id);
  if (!known) report.added += 1;
  else if (row && isSame(known, row)) report.unchanged += 1;
  else report.changed += 1;
}

function isSame(a: ComboRow, b: ComboRow): boolean {
  const isSameNote = a.note === b.note;
  return (
    isSameNote &&
    a.ward === b.ward &&
    a.division === b.division &&
    a.council === b.council &&
    a.county === b.county &&
    a.constituency === b.constituency
  );
}

function refuse(report: ImportReport, row: string, reason: string): void {
  report.refused.push({ row, reason });
  if (report.refused.length > REFUSED)
    throw new ImportFault(
      `More than ${REFUSED} rows hold no postcode, the last ${row}: this is another file.`,
    );
}

function add(
  write: (postcode: string, combo: number) => void,
  postcode: string,
  combo: number,
  where: string,
): void {
  try {
    write(postcode, combo);
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
    if (code.startsWith("SQLITE_CONSTRAINT"))
      throw new ImportFault(`${where}: ${postcode} stands there for the second time.`);
    throw fault;
  }
}
