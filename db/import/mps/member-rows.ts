import { ImportFault } from "../import-fault.ts";
import { openTextFiles } from "../read/open-file.ts";
import { looksLikeJson } from "../read/read-json.ts";
import { readTable } from "../read/read-table.ts";
import { type Format, recognise } from "../read/recognise.ts";
import { parseMembersApi } from "./members-api.ts";

/** A Member of Parliament, as a file tells it. */
export interface MemberRow {
  row: string;
  memberId: string;
  name: string;
  fullTitle: string;
  party: string;
  /** Of the seat: its code, or where the file has none its name. */
  seat: { gssCode: string; name: string };
  startsOn: string;
  endsOn: string;
  address: string | undefined;
}

/** A file of members and what it was recognised as. */
export interface MemberFile {
  format: string;
  rows: MemberRow[];
  /** Members of the Lords, who hold no seat. */
  peerCount: number;
}

const OUR_CSV: Format = {
  title: "members of parliament (CSV)",
  marks: ["parliament_member_id", "constituency_gss"],
  needs: ["constituency_gss", "name", "parliament_member_id", "elected_this_seat"],
};

/** Reads our CSV, or what the members API of Parliament answers: a file, a line or a folder of its pages. */
export function readMemberFile(path: string, options: { isWhole: boolean }): MemberFile {
  const files = openTextFiles(path, [".json", ".ndjson", ".csv", ".csv.gz", ".json.gz"]);
  if (files.every(looksLikeJson)) return parseMembersApi(files);
  const [file, ...others] = files;
  if (!file || others.length > 0)
    throw new ImportFault("Give one CSV of members, or a folder of the API's JSON alone.");
  const table = readTable(file, options);
  const format = recognise(table, [OUR_CSV]);
  const hasAddresses = table.columns.includes("email");
  const rows = table.rows.map(({ number, value }) => ({
    row: `row ${number}`,
    memberId: value("parliament_member_id"),
    name: value("name"),
    fullTitle: value("full_title") || `${value("name")} MP`,
    party: value("party"),
    seat: { gssCode: value("constituency_gss"), name: value("constituency") },
    startsOn: value("elected_this_seat"),
    endsOn: "",
    address: hasAddresses ? value("email") : undefined,
  }));
  return { format: format.title, rows, peerCount: 0 };
}
