import type { Table, TableRow } from "../read/read-table.ts";
import { type Format, recognise } from "../read/recognise.ts";
import type { CouncillorFile, CouncillorRow } from "./councillor-row.ts";

interface CouncillorFormat extends Format {
  isRoll: boolean;
  source: string;
  /** The row, or undefined for one that is about nobody elected to a council. */
  rowOf(row: TableRow): CouncillorRow | undefined;
}

const OUR_CSV: CouncillorFormat = {
  title: "councillors (CSV)",
  marks: ["council_gss", "ward", "name", "profile_url"],
  needs: ["council_gss", "ward", "name"],
  isRoll: true,
  source: "",
  rowOf: ({ number, value }) => ({
    row: `row ${number}`,
    council: value("council_gss"),
    wardGss: value("ward_gss"),
    ward: value("ward"),
    name: value("name"),
    party: value("party"),
    address: value("email"),
    key: value("profile_url"),
    url: value("profile_url"),
    startsOn: value("elected_on"),
  }),
};

/** Source: github.com/DemocracyClub/LGSF. */
const LGSF_CSV: CouncillorFormat = {
  title: "Democracy Club's scraped councillors, LGSF (CSV)",
  marks: ["raw_name", "raw_division", "raw_identifier", "raw_party"],
  needs: ["raw_name", "raw_division"],
  isRoll: true,
  source: "",
  rowOf: ({ number, value }) => ({
    row: `row ${number}`,
    council: value("council_id"),
    wardGss: "",
    ward: value("raw_division"),
    name: value("raw_name"),
    party: value("raw_party"),
    address: value("email"),
    key: value("raw_identifier"),
    url: value("url"),
    startsOn: "",
  }),
};

/** Source: opencouncildata.co.uk, csv2.php; no addresses. */
const OPEN_COUNCIL_DATA: CouncillorFormat = {
  title: "Open Council Data (CSV)",
  marks: ["ward_name", "councillor_name", "party_name", "next_election"],
  needs: ["council", "ward_name", "councillor_name"],
  isRoll: true,
  source: "opencouncildata.co.uk",
  rowOf: ({ number, value }) => ({
    row: `row ${number}`,
    council: value("council"),
    wardGss: "",
    ward: value("ward_name"),
    name: value("councillor_name"),
    party: value("party_name"),
    address: undefined,
    key: "",
    url: "",
    startsOn: "",
  }),
};

/** Candidates' addresses are of their campaigns, not of the council: they are never read. */
const CANDIDATES: CouncillorFormat = {
  title: "Democracy Club's candidates (CSV)",
  marks: ["ballot_paper_id", "person_id", "post_label", "organisation_name", "elected"],
  needs: [
    "person_id",
    "person_name",
    "ballot_paper_id",
    "post_label",
    "organisation_name",
    "election_date",
    "elected",
  ],
  isRoll: false,
  source: "democracyclub.org.uk",
  rowOf: ({ number, value }) => {
    const isElected = /^(?:true|t|1|yes)$/i.test(value("elected"));
    if (!isElected || !value("ballot_paper_id").startsWith("local.")) return undefined;
    return {
      row: `row ${number}`,
      council: value("organisation_name"),
      wardGss: value("gss").replace(/^gss:/, ""),
      ward: value("post_label"),
      name: value("person_name"),
      party: value("party_name"),
      address: undefined,
      key: `democracyclub-${value("person_id")}`,
      url: "",
      startsOn: value("election_date"),
    };
  },
};

/** Reads a table of councillors in any of the layouts it may have. @throws ImportFault when it has none. */
export function readCouncillorTable(table: Table): CouncillorFile {
  const format = recognise(table, [OUR_CSV, LGSF_CSV, OPEN_COUNCIL_DATA, CANDIDATES]);
  const read = table.rows.flatMap((row) => format.rowOf(row) ?? []);
  const rows = format === CANDIDATES ? latestElections(read) : read;
  const leftOut = table.rows.length - rows.length;
  const notes =
    leftOut > 0
      ? [`${leftOut} rows were left out: not elected, elected again since, or to another body.`]
      : [];
  if (!format.isRoll) notes.push("A file of candidates does not say who else sits: nobody is ended by it.");
  return { format: format.title, rows, isRoll: format.isRoll, source: format.source, notes };
}

/** Of each person on each council the latest election: a file may hold several years. */
function latestElections(rows: readonly CouncillorRow[]): CouncillorRow[] {
  const latest = new Map<string, CouncillorRow>();
  for (const row of rows) {
    const before = latest.get(`${row.key} ${row.council}`);
    if (before && before.startsOn === row.startsOn) return [...rows];
    if (!before || before.startsOn < row.startsOn) latest.set(`${row.key} ${row.council}`, row);
  }
  return [...latest.values()];
}
