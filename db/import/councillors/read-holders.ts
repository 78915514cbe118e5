import { usualTitle } from "#app/domain/representative/naming.ts";
import { ImportFault } from "../import-fault.ts";
import type { Refused } from "../report.ts";
import type { Holder } from "../terms/holder.ts";
import { judgeAddress } from "./council-address.ts";
import type { CouncillorFile, CouncillorRow } from "./councillor-row.ts";
import type { Council, Councils } from "./councils.server.ts";
import { matchWard } from "./match-ward.ts";

/** A row whose council and ward are found; who it is among those known is not looked up yet. */
export interface Found {
  council: Council;
  /** What the source calls the person by, or blank. */
  key: string;
  holder: Holder;
}

/** What a file comes to once its councils and wards are looked up. */
export interface FoundRows {
  found: Found[];
  refused: Refused[];
  /** Councils, by code, of which some row was refused. */
  refusedCouncils: Set<string>;
  notes: string[];
}

/** Row numbers that a note names. */
const NAMED = 20;

/**
 * Looks up councils and wards of every row. `only` is the council of rows that do not say theirs; rows of others are
 * then left out. @throws ImportFault when `only` is no council.
 */
export function readHolders(file: CouncillorFile, councils: Councils, only: string): FoundRows {
  const wanted = only === "" ? undefined : councils.find(only);
  if (only !== "" && !wanted)
    throw new ImportFault(`--council ${only} is no council of today${nearWords(councils, only)}.`);
  const read: FoundRows = { found: [], refused: [], refusedCouncils: new Set(), notes: [] };
  const notTaken: string[] = [];
  let vacant = 0;
  let others = 0;
  for (const row of file.rows) {
    const refuse = (reason: string) => read.refused.push({ row: row.row, reason });
    const council = row.council === "" ? wanted : councils.find(row.council);
    if (!council) {
      refuse(
        row.council === ""
          ? "the file does not say of which council: add --council with its code"
          : `"${row.council}" is no council of today${nearWords(councils, row.council)}`,
      );
      continue;
    }
    if (wanted && council !== wanted) {
      others += 1;
      continue;
    }
    const name = plainName(row.name);
    if (/^vacan(?:t|cy)\b/i.test(name)) {
      vacant += 1;
      continue;
    }
    const match = matchWard(council, row);
    const problem = match.kind === "not_found" ? match.reason : nameProblem(name) || dayProblem(row.startsOn);
    if (match.kind === "not_found" || problem) {
      refuse(problem);
      read.refusedCouncils.add(council.gssCode);
      continue;
    }
    const verdict = judgeAddress(row.address, council.domain);
    if (verdict.kind === "not_taken") notTaken.push(`${row.row} (${verdict.reason})`);
    const address = verdict.kind === "official" ? verdict.address : undefined;
    const source = hostOf(row.url) || file.source || council.domain;
    const { party, startsOn } = row;
    const holder = {
      row: row.row,
      sourceKey: "",
      name,
      fullTitle: usualTitle("councillor", name, ""),
      gssCode: match.ward.gssCode,
    };
    read.found.push({
      council,
      key: row.key,
      holder: { ...holder, party, startsOn, endsOn: "", address, source },
    });
  }
  if (vacant > 0) read.notes.push(`${vacant} vacant seats were left out.`);
  if (others > 0) read.notes.push(`${others} rows of other councils were left out.`);
  if (notTaken.length > 0)
    read.notes.push(
      `${notTaken.length} addresses were not taken, and their state stays unknown: ${listWords(notTaken)}.`,
    );
  return read;
}

function plainName(name: string): string {
  return name
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:councillor|cllr\.?) /i, "");
}

function nameProblem(name: string): string {
  if (!/\p{L}/u.test(name)) return "it has no name";
  if (name.length > 100 || /[<>@\p{Cc}]|https?:/u.test(name)) return "what stands as the name is none";
  return "";
}

function dayProblem(day: string): string {
  return day === "" || /^\d{4}-\d\d-\d\d$/.test(day) ? "" : `"${day}" is not a day like 2024-05-02`;
}

function hostOf(url: CouncillorRow["url"]): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}

function nearWords(councils: Councils, called: string): string {
  const near = councils.near(called);
  return near.length > 0 ? `; nearest: ${near.join(", ")}` : "";
}

function listWords(rows: readonly string[]): string {
  const more = rows.length > NAMED ? `, and ${rows.length - NAMED} more` : "";
  return rows.slice(0, NAMED).join(", ") + more;
}
