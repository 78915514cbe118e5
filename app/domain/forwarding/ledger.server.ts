import { and, eq, gte, inArray, notInArray } from "drizzle-orm";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { listConstituenciesOf } from "../area/overlaps.server.ts";
import { findAreas, listDistricts } from "../area/queries.server.ts";
import { londonDay } from "../time/london.ts";
import { type Forwarding, TOLD_LEVELS } from "./forwarding.ts";
import type { LedgerLevel, LedgerRow, LedgerState } from "./ledger.ts";
import { type PublicAnswers, readPublicAnswers } from "./ledger-answers.server.ts";
import { listToldBefore } from "./ledger-before.server.ts";
import { type LedgerSeat, listLedgerSeats } from "./ledger-seats.server.ts";
import { quietAreas } from "./polls.server.ts";
import type { Poll, PolledArea, QuietAreas } from "./polls.ts";
import { ruleFor } from "./rules.server.ts";
import { allows, type ForwardingRule, type ToldAs } from "./rules.ts";
import { isRunning } from "./terms.server.ts";
import { readToldHistory, type ToldHistory, toldKey, toldState } from "./told-history.server.ts";

/** A campaign's whole ledger. */
export interface Ledger {
  /** The largest numbers first, seats of which nobody is known last. */
  rows: LedgerRow[];
  /** Polls for which some of them are left alone, and whose answers are not shown. */
  polls: Poll[];
}

/** A campaign, as far as its ledger asks. */
interface LedgerCampaign {
  id: string;
  state: CampaignState;
  bodyGss: string;
}

/**
 * Who has been told of a campaign, who would be, who cannot be and who has answered. A rehearsal has told nobody real
 * anything, and nothing of it is in the ledger but what invented people were told.
 */
export async function readLedger(
  read: Reader,
  { campaign, forwarding }: { campaign: LedgerCampaign; forwarding: Forwarding },
  now: number,
): Promise<Ledger> {
  const day = londonDay(now);
  const mode = forwarding === "live" ? "live" : "rehearsal";
  const seats = await listLedgerSeats(read, { campaign, day, mode });
  const history = await readToldHistory(read, { campaignId: campaign.id });
  const quiet = await quietAreas(read, day);
  const answers = await readPublicAnswers(read, campaign.id, quiet);
  const rule = await ruleFor(read, campaign.id);
  const councils = await findAreas(
    read,
    seats.map(({ seat }) => councilOf(seat)),
  );
  const rows = seats.map((seat): LedgerRow => {
    const key = toldKey({ ...seat, campaignId: campaign.id });
    const councilGss = councilOf(seat.seat);
    return rowOf(seat, {
      told: history.get(key),
      answers,
      councilGss,
      councilName: councils.get(councilGss)?.shortName ?? "",
      state: stateOf(seat, { last: history.get(key), campaign, forwarding, quiet, rule }),
    });
  });
  const vacant = await listVacant(read, campaign.id, day);
  const current = new Set(seats.map((seat) => toldKey({ ...seat, campaignId: campaign.id })));
  const others = [...history].filter(([key]) => !current.has(key)).map(([, told]) => told);
  const before = await listToldBefore(read, others, answers);
  return {
    rows: [...rows, ...vacant, ...before].sort(byCount),
    polls: pollsOf(
      seats.map(({ seat }) => seat),
      quiet,
    ),
  };
}

/** The codes by which a ledger is narrowed to one council: its own, its districts', its constituencies'. */
export async function ledgerPlaces(read: Reader, gssCode: string): Promise<ReadonlySet<string>> {
  const council = (await findAreas(read, [gssCode])).get(gssCode);
  if (!council) return new Set([gssCode]);
  const districts = await listDistricts(read, gssCode);
  const constituencies = await listConstituenciesOf(read, council);
  return new Set([
    gssCode,
    ...districts.map((district) => district.gssCode),
    ...constituencies.map(({ constituency }) => constituency.gssCode),
  ]);
}

function rowOf(
  one: LedgerSeat,
  at: {
    told?: ToldHistory;
    answers: PublicAnswers;
    councilGss: string;
    councilName: string;
    state: LedgerState;
  },
): LedgerRow {
  const { publicId, kind, name, isInvented, seat, basis, count } = one;
  const { told, answers, councilGss, councilName, state } = at;
  return {
    ...{ publicId, kind, name, isInvented, basis, count, councilGss, councilName, state },
    level: levelOf(one),
    gssCode: seat.gssCode,
    areaName: seat.name,
    toldCount: told?.toldCount ?? 0,
    firstToldAt: told?.firstToldAt,
    toldAt: told?.toldAt,
    answer: answers.get(one.representativeId),
  };
}

function stateOf(
  one: LedgerSeat,
  at: {
    last?: ToldHistory;
    campaign: LedgerCampaign;
    forwarding: Forwarding;
    quiet: QuietAreas;
    rule: ForwardingRule;
  },
): LedgerState {
  const { last, campaign, forwarding, quiet, rule } = at;
  if (!one.hasAddress && last === undefined) return "no_address";
  const state = toldState({ ...one, last: last?.last, forwarding });
  if (state !== "to_be_told" && state !== "would_be_told") return state;
  if (quiet.pollIn(one.seat) !== undefined) return "quiet";
  return allows({ ...rule, isPaused: false }, toldAs(one, campaign), false) ? state : "left_out";
}

function toldAs({ basis, seat }: LedgerSeat, { bodyGss }: LedgerCampaign): ToldAs {
  if (basis === "everyone") return "recipient";
  if (seat.level === "constituency") return "mp";
  return bodyGss !== "" && seat.parentGss === bodyGss ? "concerned" : "councillor";
}

function levelOf({ kind, seat }: LedgerSeat): LedgerLevel {
  if (kind === "mp") return "mp";
  if (kind === "office") return "office";
  return seat.level === "division" ? "county" : "ward";
}

function councilOf({ level, gssCode, parentGss }: PolledArea): string {
  if (level === "constituency") return "";
  return level === "council" ? gssCode : parentGss;
}

/** Seats of places with five or more for which nobody is known at all. */
async function listVacant(read: Reader, campaignId: string, day: string): Promise<LedgerRow[]> {
  const { terms, areas, publishedTallies } = read.tables;
  const held = read.select({ gssCode: terms.gssCode }).from(terms).where(isRunning(read, day));
  const rows = await read
    .select({ area: areas, count: publishedTallies.count })
    .from(publishedTallies)
    .innerJoin(areas, eq(areas.gssCode, publishedTallies.code))
    .where(
      and(
        eq(publishedTallies.campaignId, campaignId),
        inArray(publishedTallies.level, [...TOLD_LEVELS]),
        gte(publishedTallies.count, SMALLEST_SHOWN_COUNT),
        notInArray(publishedTallies.code, held),
      ),
    );
  const councils = await findAreas(
    read,
    rows.map(({ area }) => councilOf(area)),
  );
  return rows.map(({ area, count }) => ({
    ...{ publicId: "", name: "", isInvented: false, count, toldCount: 0 },
    kind: area.level === "constituency" ? "mp" : "councillor",
    level: area.level === "constituency" ? "mp" : area.level === "division" ? "county" : "ward",
    gssCode: area.gssCode,
    areaName: area.name,
    councilGss: councilOf(area),
    councilName: councils.get(councilOf(area))?.shortName ?? "",
    basis: "constituents",
    state: "no_address",
  }));
}

function pollsOf(areas: readonly PolledArea[], quiet: QuietAreas): Poll[] {
  const found = new Map<string, Poll>();
  for (const area of areas) {
    const poll = quiet.pollIn(area);
    if (poll) found.set(poll.publicId, poll);
  }
  return [...found.values()];
}

/** The largest number first; seats of which nobody is known last. */
function byCount(a: LedgerRow, b: LedgerRow): number {
  return (
    Number(a.publicId === "") - Number(b.publicId === "") ||
    b.count - a.count ||
    order(a.gssCode, b.gssCode) ||
    order(a.publicId, b.publicId)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
