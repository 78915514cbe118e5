import { eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { type Area, findAreas } from "../area/queries.server.ts";
import { capacity } from "./candidate-of.ts";
import { listHadMessage } from "./candidates.server.ts";
import { type Why, whyOf } from "./explain.ts";
import { type ExplainedSeat, listExplainedSeats, readBarredAddresses } from "./explain-seats.server.ts";
import { TELLING_STATES } from "./forwarding.ts";
import type { Candidate } from "./judge.ts";
import { findLastTold, lastToldKey } from "./last-told.server.ts";
import type { Planning } from "./planning.server.ts";
import { ruleFor, siteRule } from "./rules.server.ts";

/** A seat, all that decides whether its holder is told, and where they stand. */
export interface Judged {
  seat: ExplainedSeat;
  candidate: Candidate;
  why: Why;
}

/**
 * Judges everybody who could be told of a campaign in a round, the largest count first, by what is known of their seat
 * and address alone. Nobody for a campaign that is neither open nor closed.
 */
export async function judgeSeats(read: Reader, campaignId: string, planning: Planning): Promise<Judged[]> {
  const { slotOn, slotAt, mode, quiet } = planning;
  const { campaigns } = read.tables;
  const [campaign] = await read.select().from(campaigns).where(eq(campaigns.id, campaignId));
  if (!campaign || !TELLING_STATES.some((state) => state === campaign.state)) return [];
  const seats = await listExplainedSeats(read, { campaign, day: slotOn });
  const areas = quiet.polls.length === 0 ? undefined : await areasOf(read, seats);
  const { barred, paused } = await readBarredAddresses(read, { campaignId, mode });
  const had = await listHadMessage(read, { slotOn, mode });
  const site = await siteRule(read);
  const rule = await ruleFor(read, campaignId);
  const lastTold = await findLastTold(read, { campaignId, mode });
  const isConcerned = remembered((council: string) => planning.concerns(campaign.bodyGss, council));
  const context = { site, slotAt };
  const { closedAt, state: campaignState } = campaign;
  return seats.map((seat): Judged => {
    const { address_hash: addressHash, representative_id: representativeId, counted: gssCode, basis } = seat;
    const area = areas?.get(seat.seat);
    const level = LEVELS[seat.level];
    // Written out, not put together of parts: there may be eighteen thousand.
    const candidate: Candidate = {
      addressHash,
      termId: seat.term_id,
      representativeId,
      gssCode,
      level: basis === "across" || basis === "everyone" ? "council" : level,
      basis,
      as: capacity({ basis, seat: { level } }, isConcerned(seat.council)),
      campaignId,
      campaignState,
      closedAt,
      tally: seat.count,
      rule,
      poll: area && quiet.pollIn(area),
      lastTold:
        lastTold.size === 0
          ? undefined
          : lastTold.get(lastToldKey({ campaignId, representativeId, gssCode })),
    };
    const end = {
      hasAddress: seat.has_address === 1,
      barred: barred.get(addressHash),
      isPausedByThem: paused.has(addressHash),
      hadMessage: had.has(addressHash),
      isLeftOut: mode === "live" && (seat.is_invented === 1 || campaign.isDemonstration),
    };
    return { seat, candidate, why: whyOf(candidate, end, context) };
  });
}

/** The level of a seat, by the level of its row. */
const LEVELS = { mp: "constituency", ward: "ward", county: "division", office: "council" } as const;

function areasOf(read: Reader, seats: readonly ExplainedSeat[]): Promise<Map<string, Area>> {
  return findAreas(
    read,
    seats.map(({ seat }) => seat),
  );
}

/** Thousands of seats share some hundred councils. */
function remembered<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}
