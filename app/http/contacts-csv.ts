import { stringify } from "csv-stringify/sync";
import type { Contact } from "../domain/group/contacts.server.ts";

/** So that spreadsheets read the file as UTF-8. */
const BOM = "\uFEFF";

const RULES = { escape_formulas: true, record_delimiter: "windows" } as const;

/**
 * The people who let a group write to them as a table for spreadsheets. Whatever a name or an address begins with, no
 * cell is a formula.
 */
export async function contactsCsv(parts: AsyncIterable<Contact[]>): Promise<string> {
  const lines = [BOM + stringify([["name", "email", "agreed_on", "wording"]], RULES)];
  for await (const contacts of parts)
    lines.push(
      stringify(
        contacts.map(({ name, email, since, version }) => [
          name,
          email,
          new Date(since).toISOString().slice(0, 10),
          version,
        ]),
        RULES,
      ),
    );
  return lines.join("");
}
