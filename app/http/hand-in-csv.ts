import { stringify } from "csv-stringify/sync";
import { formatPostcode } from "../domain/place/postcode.ts";
import type { HandedIn } from "../domain/signature/export-hand-in.server.ts";

/** So that spreadsheets read the file as UTF-8. */
const BOM = "\uFEFF";

const RULES = { escape_formulas: true, record_delimiter: "windows" } as const;

const CONNECTIONS: Record<HandedIn["connection"], string> = {
  "": "",
  live: "lives there",
  work: "works there",
  study: "studies there",
};

/**
 * Those who let their name and postcode be handed in as a table for spreadsheets, with how they say they belong to the
 * council's area. Whatever a name begins with, no cell is a formula.
 */
export async function handInCsv(parts: AsyncIterable<HandedIn[]>): Promise<string> {
  const lines = [BOM + stringify([["name", "postcode", "connection"]], RULES)];
  for await (const people of parts)
    lines.push(
      stringify(
        people.map(({ name, postcode, connection }) => [
          name,
          postcode === "" ? "" : formatPostcode(postcode),
          CONNECTIONS[connection],
        ]),
        RULES,
      ),
    );
  return lines.join("");
}
