import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { findAreas } from "../area/queries.server.ts";
import type { LedgerCounts, LedgerLevel } from "./ledger.ts";
import type { LedgerStanding } from "./ledger-standing.server.ts";
import { allSeats, whoAnswered } from "./ledger-statement.server.ts";
import type { LedgerView } from "./ledger-view.server.ts";
import type { Poll } from "./polls.ts";
import { listUntold, type UntoldPlaces } from "./untold.server.ts";

/** What a ledger comes to. */
export interface LedgerSummary {
  counts: LedgerCounts;
  /** How many of its rows are of people who hold their seat no longer. */
  formerCount: number;
  /** For whose places no address is known. */
  untold: UntoldPlaces[];
  /** The councils of its rows, by name. */
  councils: ToldCouncil[];
  /** Polls for which some are left alone, and whose answers are not shown. */
  polls: Poll[];
}

/** A council in a ledger, and how far its councillors have been told. */
export interface ToldCouncil {
  gssCode: string;
  name: string;
  /** Of its own page; blank where it has none. */
  slug: string;
  /** Those of its seats for five or more who signed, however many of them have a holder that we know. */
  seatCount: number;
  toldCount: number;
  /** Not told yet, with an address that they can be told at. */
  waitingCount: number;
  answeredCount: number;
}

/** Counts a whole ledger. */
export async function summariseLedger(read: Reader, view: LedgerView): Promise<LedgerSummary> {
  const groups = await countGroups(read, view);
  const sum = (name: Counted): number => groups.reduce((total, group) => total + group[name], 0);
  return {
    counts: {
      all: sum("total"),
      fates: {
        told: sum("told"),
        arrived: sum("arrived"),
        bounced: sum("bounced"),
        paused: sum("paused"),
        waiting: sum("waiting"),
        no_address: sum("no_address"),
      },
      answered: sum("answered"),
    },
    formerCount: sum("former"),
    untold: await listUntold(read, view.campaign.id, view.day),
    councils: await listCouncils(read, groups),
    polls: await pollsOf(read, view),
  };
}

type Counted =
  | "total"
  | "told"
  | "arrived"
  | "bounced"
  | "paused"
  | "waiting"
  | "no_address"
  | "answered"
  | "former";

interface Group extends Record<Counted, number>, Record<string, unknown> {
  council: string;
  level: LedgerLevel;
}

async function countGroups(read: Reader, view: LedgerView): Promise<Group[]> {
  const rows = await read.rows<Group>(sql`select council, level, count(*) as total, sum(was_told) as told,
      ${howMany("arrived")}, ${howMany("bounced")}, ${howMany("paused")}, ${howMany("waiting")},
      ${howMany("no_address")},
      sum(case when representative_id in ${whoAnswered(read, view)} then 1 else 0 end) as answered,
      sum(is_former) as former
    from (${allSeats(read, view)}) ledger group by council, level`);
  // PostgreSQL gives the sums of many rows as text.
  return rows.map((row) => ({
    council: row.council,
    level: row.level,
    total: Number(row.total),
    told: Number(row.told),
    arrived: Number(row.arrived),
    bounced: Number(row.bounced),
    paused: Number(row.paused),
    waiting: Number(row.waiting),
    no_address: Number(row.no_address),
    answered: Number(row.answered),
    former: Number(row.former),
  }));
}

function howMany(standing: Extract<Counted, LedgerStanding>): SQL {
  return sql`sum(case when standing = ${standing} then 1 else 0 end) as ${sql.identifier(standing)}`;
}

async function listCouncils(read: Reader, groups: readonly Group[]): Promise<ToldCouncil[]> {
  const areas = await findAreas(
    read,
    groups.map(({ council }) => council),
  );
  const isCouncillors = ({ level }: Group): boolean => level === "ward" || level === "county";
  const councils = [...areas.values()].map(({ gssCode, shortName, slug }): ToldCouncil => {
    const own = groups.filter((group) => group.council === gssCode && isCouncillors(group));
    const sum = (name: Counted): number => own.reduce((total, group) => total + group[name], 0);
    return {
      gssCode,
      name: shortName || gssCode,
      slug,
      seatCount: sum("total"),
      toldCount: sum("told"),
      waitingCount: sum("waiting"),
      answeredCount: sum("answered"),
    };
  });
  return councils.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function pollsOf(read: Reader, view: LedgerView): Promise<Poll[]> {
  if (view.quiet.polls.length === 0) return [];
  const seats = await read.rows<{ seat: string }>(
    sql`select distinct seat from (${allSeats(read, view)}) ledger where is_former = 0`,
  );
  const areas = await findAreas(
    read,
    seats.map(({ seat }) => seat),
  );
  const found = new Map<string, Poll>();
  for (const area of areas.values()) {
    const poll = view.quiet.pollIn(area);
    if (poll) found.set(poll.publicId, poll);
  }
  return [...found.values()];
}
