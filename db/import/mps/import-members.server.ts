import { and, eq } from "drizzle-orm";
import type { Database, Reader } from "../../database.ts";
import { foldPlace, nearestNames } from "../fold-name.ts";
import { ImportFault } from "../import-fault.ts";
import type { ImportOptions } from "../options.ts";
import { emptyReport, type ImportReport, type Refused } from "../report.ts";
import { listCurrentTerms, listMergedKeys } from "../terms/current-terms.server.ts";
import type { Holder } from "../terms/holder.ts";
import { planTerms } from "../terms/plan-terms.ts";
import { swapTerms } from "../terms/swap-terms.server.ts";
import type { MemberFile, MemberRow } from "./member-rows.ts";

/** The House has 650 seats; a list with fewer than this is a part of one, or half a file. Some seats may be vacant. */
const SEATS_OF_A_WHOLE_LIST = 600;

const SOURCE = "members.parliament.uk";

/**
 * Brings the Members of Parliament up to a file: a new member of a seat ends the term of the one before on the day
 * before; a seat that a whole list leaves out is vacant. Run again with the same file it changes nothing.
 * @throws ImportFault when two rows are of one member or one seat, or the list is short and is not said to be partial.
 */
export async function importMembers(
  db: Database,
  file: MemberFile,
  options: ImportOptions,
): Promise<ImportReport> {
  const { secrets, checkedOn, isPartial, isDryRun, now } = options;
  const report = emptyReport(file.format, file.rows.length);
  refuseDoubles(file.rows);
  const seats = await listSeats(db.read);
  const holders = file.rows.flatMap((row) => {
    const found = holderOf(row, seats);
    if ("reason" in found) report.refused.push(found);
    return "reason" in found ? [] : [found];
  });
  const held = new Set(holders.filter((holder) => holder.endsOn === "").map((holder) => holder.gssCode));
  if (held.size < SEATS_OF_A_WHOLE_LIST && !isPartial)
    throw new ImportFault(
      `The file has members of ${held.size} seats, of 650. If it is a part of the list on purpose, add --partial: then nobody is ended for not being in it.`,
    );
  refuseTwoInOneSeat(holders);
  const merged = await listMergedKeys(db.read);
  const people = holders.map((holder) => ({
    ...holder,
    sourceKey: merged.get(holder.sourceKey) ?? holder.sourceKey,
  }));
  const current = await listCurrentTerms(db.read, "mp");
  const plan = planTerms(current, people, {
    kind: "mp",
    checkedOn,
    oneHolder: true,
    hasLeft: ({ term }) => !isPartial && !held.has(term.gssCode),
    secrets,
  });
  if (!isDryRun) await swapTerms(db, plan.staged, { batch: secrets.newId(), now });
  if (file.peerCount > 0) report.notes.push(`${file.peerCount} members of the Lords were left out.`);
  const { added, changed, ended, unchanged } = plan;
  return { ...report, added, changed, ended, unchanged, refused: [...report.refused, ...plan.refused] };
}

interface Seats {
  byCode: Map<string, Seat>;
  byName: Map<string, Seat>;
}
interface Seat {
  gssCode: string;
  name: string;
  startsOn: string;
}

async function listSeats(read: Reader): Promise<Seats> {
  const { areas } = read.tables;
  const rows = await read
    .select({ gssCode: areas.gssCode, name: areas.name, startsOn: areas.startsOn })
    .from(areas)
    .where(and(eq(areas.level, "constituency"), eq(areas.endsOn, "")));
  return {
    byCode: new Map(rows.map((seat) => [seat.gssCode, seat])),
    byName: new Map(rows.map((seat) => [foldPlace(seat.name), seat])),
  };
}

function holderOf(row: MemberRow, seats: Seats): Holder | Refused {
  const refuse = (reason: string) => ({ row: row.row, reason });
  if (row.memberId === "" || row.name === "") return refuse("it has no name, or no number of Parliament");
  const { gssCode, name } = row.seat;
  const seat = gssCode ? seats.byCode.get(gssCode) : seats.byName.get(foldPlace(name));
  if (!seat && row.endsOn !== "") return refuse("a former member of a seat that is no more");
  if (!seat) {
    const near = nearestNames(
      name,
      [...seats.byName.values()].map((one) => one.name),
    );
    const hint = near.length > 0 ? `; nearest: ${near.join(", ")}` : "";
    return refuse(`${gssCode || `"${name}"`} is no constituency of today${hint}`);
  }
  if (!/^\d{4}-\d\d-\d\d$/.test(row.startsOn))
    return refuse(`"${row.startsOn}" is not a day like 2024-07-04`);
  const { memberId, seat: _, ...person } = row;
  // A service that began before the seat was made, begins in this seat with the seat.
  const startsOn = [row.startsOn, seat.startsOn].sort()[1] ?? "";
  return { ...person, source: SOURCE, sourceKey: `parliament:${memberId}`, gssCode: seat.gssCode, startsOn };
}

function refuseDoubles(rows: readonly MemberRow[]): void {
  const first = new Map<string, MemberRow>();
  for (const row of rows) {
    const other = row.memberId === "" ? undefined : first.get(row.memberId);
    if (other)
      throw new ImportFault(`${other.row} and ${row.row} are of the same member, number ${row.memberId}.`);
    first.set(row.memberId, row);
  }
}

function refuseTwoInOneSeat(holders: readonly Holder[]): void {
  const first = new Map<string, Holder>();
  for (const holder of holders.filter((one) => one.endsOn === "")) {
    const other = first.get(holder.gssCode);
    if (other) throw new ImportFault(`${other.row} and ${holder.row} both hold the seat ${holder.gssCode}.`);
    first.set(holder.gssCode, holder);
  }
}
