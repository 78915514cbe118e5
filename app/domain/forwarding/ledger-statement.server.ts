import { and, eq, inArray, not, notInArray, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { mayBeShown } from "../response/shown-answers.server.ts";
import type { LedgerAnswer, LedgerFate, LedgerFilter } from "./ledger.ts";
import { ledgerSeats, type SeatRow } from "./ledger-seats.server.ts";
import { withStanding } from "./ledger-standing.server.ts";
import type { LedgerView } from "./ledger-view.server.ts";

const IN_ORDER = sql`order by case when representative_id = '' then 1 else 0 end, count desc, seat,
  representative_id, term_id`;

/** The seats of a ledger that a filter asks for: the largest numbers first, seats of which nobody is known last. */
export async function listSeats(
  read: Reader,
  view: LedgerView,
  { filter = {}, limit, offset = 0 }: { filter?: LedgerFilter; limit: number; offset?: number },
): Promise<SeatRow[]> {
  return read.rows<SeatRow>(sql`select * from (${seatsFor(read, view, filter)}) ledger
    where ${asked(read, view, filter)}
    ${IN_ORDER} limit ${limit} offset ${offset}`);
}

/** The same, with how many seats the filter asks for in all; 0 where the part begins after the last of them. */
export async function listCountedSeats(
  read: Reader,
  view: LedgerView,
  { filter = {}, limit, offset = 0 }: { filter?: LedgerFilter; limit: number; offset?: number },
): Promise<{ seats: SeatRow[]; count: number }> {
  const seats = await read.rows<SeatRow & { total: unknown }>(sql`select *, count(*) over () as total
    from (${seatsFor(read, view, filter)}) ledger where ${asked(read, view, filter)}
    ${IN_ORDER} limit ${limit} offset ${offset}`);
  return { seats, count: Number(seats[0]?.total ?? 0) };
}

/** A statement with every seat of a ledger and where each stands. */
export function allSeats(read: Reader, view: LedgerView, isInOffice?: boolean): SQL {
  return withStanding(read, plainSeats(read, view, isInOffice), {
    campaignId: view.campaign.id,
    forwarding: view.forwarding,
  });
}

/** Who has answered a campaign in public, with one stance where one is asked for: a list to be looked up in. */
export function whoAnswered(read: Reader, view: LedgerView, stance?: LedgerAnswer): SQL {
  const { campaigns, representatives, responses } = read.tables;
  const { hiddenAnswers } = view;
  const earliest = read
    .select({
      representativeId: responses.representativeId,
      position: sql<number>`min(${responses.position})`.as("at_position"),
    })
    .from(responses)
    .innerJoin(representatives, eq(representatives.id, responses.representativeId))
    .innerJoin(campaigns, eq(campaigns.id, responses.campaignId))
    .where(
      and(
        eq(responses.campaignId, view.campaign.id),
        mayBeShown(read),
        hiddenAnswers.length === 0 ? undefined : notInArray(responses.id, [...hiddenAnswers]),
      ),
    )
    .groupBy(responses.representativeId)
    .as("earliest");
  if (stance === undefined) return sql`(select ${earliest.representativeId} from ${earliest})`;
  return sql`(select ${earliest.representativeId} from ${earliest}
    inner join ${responses} on ${responses.representativeId} = ${earliest.representativeId}
      and ${responses.position} = earliest.at_position
    where ${eq(responses.campaignId, view.campaign.id)} and ${eq(responses.state, "published")} and ${responses.stance} = ${stance})`;
}

function plainSeats(read: Reader, { campaign, day, counties }: LedgerView, isInOffice = false): SQL {
  return ledgerSeats(read, {
    isOf: (campaignId) => eq(campaignId, campaign.id),
    day,
    counties,
    formerOf: isInOffice ? undefined : campaign.id,
  });
}

function seatsFor(read: Reader, view: LedgerView, { fate, answer, isInOffice }: LedgerFilter): SQL {
  if (fate === undefined && answer !== "none") return plainSeats(read, view, isInOffice);
  return allSeats(read, view, isInOffice);
}

function asked(read: Reader, view: LedgerView, { level, places, fate, answer }: LedgerFilter): SQL {
  const codes = places && [...places];
  return (
    and(
      level === undefined ? undefined : sql`level = ${level}`,
      codes && sql`(${inArray(sql`council`, codes)} or ${inArray(sql`seat`, codes)})`,
      fate && hasFate(fate),
      answer && hasAnswered(read, view, answer),
    ) ?? sql`1 = 1`
  );
}

function hasFate(fate: LedgerFate): SQL {
  return fate === "told" ? sql`was_told = 1` : sql`standing = ${fate}`;
}

function hasAnswered(read: Reader, view: LedgerView, answer: LedgerAnswer): SQL {
  const has = (stance?: LedgerAnswer): SQL => sql`representative_id in ${whoAnswered(read, view, stance)}`;
  if (answer === "any") return has();
  if (answer === "none") return sql`was_told = 1 and ${not(has())}`;
  return has(answer);
}
