import { z } from "zod";
import { ImportFault } from "../import-fault.ts";
import { openTextFiles, type TextFile } from "../read/open-file.ts";
import { looksLikeJson, readJson } from "../read/read-json.ts";
import { readTable } from "../read/read-table.ts";
import type { CouncillorFile, CouncillorRow } from "./councillor-row.ts";
import { readCouncillorTable } from "./csv-formats.ts";

const TITLE = "Democracy Club's scraped councillors, LGSF (JSON)";

const Text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((text) => String(text ?? "").trim());
/** Source: github.com/DemocracyClub/LGSF, lgsf/councillors/models.py. */
const Councillor = z.object({
  raw_identifier: Text,
  raw_name: z.string().min(1),
  raw_party: Text,
  raw_division: z.string().min(1),
  url: Text,
  email: Text,
  council_id: Text,
});

/** Reads a file of councillors, or a folder of LGSF's files of one each. @throws ImportFault */
export function readCouncillorFile(path: string, options: { isWhole: boolean }): CouncillorFile {
  const files = openTextFiles(path, [".json", ".ndjson", ".jsonl", ".csv", ".csv.gz"]);
  if (files.every(looksLikeJson))
    return { ...readLgsf(files, lettersIn(path)), isRoll: true, source: "", notes: [] };
  const [file, ...others] = files;
  if (!file || others.length > 0)
    throw new ImportFault("Give one CSV of councillors, or a folder of JSON alone.");
  return readCouncillorTable(readTable(file, options));
}

function readLgsf(files: readonly TextFile[], letters: string): { format: string; rows: CouncillorRow[] } {
  const rows = files.flatMap((file) => {
    const values = readJson(file).flatMap(({ line, value }) =>
      Array.isArray(value)
        ? value.map((one: unknown, at) => ({ line: at + 1, value: one }))
        : [{ line, value }],
    );
    return values.map(({ line, value }) => {
      const row = files.length > 1 ? file.name : values.length > 1 ? `councillor ${line}` : file.name;
      const read = Councillor.safeParse(value);
      if (read.success) return lgsfRow(row, read.data, letters);
      const lacking = read.error.issues[0]?.path.join(".") || "what a councillor has";
      throw new ImportFault(`${file.name} was recognised as ${TITLE}, but ${row} lacks ${lacking}.`);
    });
  });
  return { format: TITLE, rows };
}

function lgsfRow(row: string, read: z.infer<typeof Councillor>, letters: string): CouncillorRow {
  return {
    row,
    council: read.council_id || letters,
    wardGss: "",
    ward: read.raw_division,
    name: read.raw_name,
    party: read.raw_party,
    address: read.email,
    key: read.raw_identifier,
    url: read.url,
    startsOn: "",
  };
}

/** The folder of three capitals in which LGSF keeps a council: `Data/TRF/json`. */
function lettersIn(path: string): string {
  return path.split("/").findLast((part) => /^[A-Z]{3}$/.test(part)) ?? "";
}
