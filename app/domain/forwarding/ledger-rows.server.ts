import { and, inArray, isNull } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import { type Area, findAreas } from "../area/queries.server.ts";
import { capacity } from "./candidate-of.ts";
import { readConcerns } from "./concerns.server.ts";
import type { Forwarding } from "./forwarding.ts";
import type { LedgerRow, LedgerState } from "./ledger.ts";
import { readPublicAnswers } from "./ledger-answers.server.ts";
import type { SeatRow } from "./ledger-seats.server.ts";
import type { LedgerCampaign } from "./ledger-view.server.ts";
import type { QuietAreas } from "./polls.ts";
import { rulesFor } from "./rules.server.ts";
import { allows } from "./rules.ts";
import { readToldHistory, type ToldHistory, toldKey, toldState } from "./told-history.server.ts";

/** What describes rows beside the rows themselves. */
export interface Describing {
  campaigns: readonly LedgerCampaign[];
  forwarding: Forwarding;
  quiet: QuietAreas;
}

/**
 * Says of a page of seats who holds them, what they were told, what they answered and where they stand, in the same
 * order. A rehearsal has told nobody real anything, and nothing of it is said but what invented people were told.
 */
export async function describeSeats(
  read: Reader,
  seats: readonly SeatRow[],
  { campaigns, forwarding, quiet }: Describing,
): Promise<LedgerRow[]> {
  if (seats.length === 0) return [];
  const ids = [...new Set(seats.map((seat) => seat.representative_id))].filter((id) => id !== "");
  const campaignIds = campaigns.map(({ id }) => id);
  const people = await findPeople(read, ids);
  const areas = await findAreas(
    read,
    seats.flatMap(({ seat, council }) => [seat, council]),
  );
  const history = await readToldHistory(read, { representativeIds: ids, campaignIds });
  const answers = await readPublicAnswers(read, { representativeIds: ids, campaignIds }, quiet);
  const rests = await readRests(read, seats, { campaignIds, forwarding });
  const isAllowed = await readAllowed(read, campaigns);
  return seats.map((one): LedgerRow => {
    const person = people.get(one.representative_id);
    const seat = areas.get(one.seat);
    const told = history.get(keyOf(one));
    const isInvented = person?.isInvented ?? false;
    const standing = standsAs(one, { isInvented, told, forwarding, isPaused: rests(one) });
    return {
      publicId: person?.publicId ?? "",
      kind: person?.kind ?? (one.level === "mp" ? "mp" : "councillor"),
      name: person?.name ?? "",
      isInvented,
      level: one.level,
      gssCode: one.seat,
      areaName: seat?.name ?? "",
      councilGss: one.council,
      councilName: areas.get(one.council)?.shortName ?? "",
      basis: one.basis,
      count: one.count,
      toldCount: told?.toldCount ?? 0,
      firstToldAt: told?.firstToldAt,
      toldAt: told?.toldAt,
      state: waiting(standing, {
        isQuiet: isQuiet(seat, quiet),
        isAllowed: () => seat !== undefined && isAllowed(one, seat),
      }),
      isBefore: one.is_former === 1 ? true : undefined,
      answer: answers.get(`${one.campaign_id} ${one.representative_id}`),
    };
  });
}

function keyOf({ campaign_id, representative_id, counted }: SeatRow): string {
  return toldKey({ campaignId: campaign_id, representativeId: representative_id, gssCode: counted });
}

/** Where somebody stands as far as addresses and messages decide it. */
function standsAs(
  seat: SeatRow,
  at: { isInvented: boolean; told?: ToldHistory; forwarding: Forwarding; isPaused: boolean },
): LedgerState {
  const { isInvented, told, forwarding, isPaused } = at;
  if (seat.has_address === 0 && told?.last === undefined) return "no_address";
  const addressState = seat.address_state === "" ? "unknown" : seat.address_state;
  return toldState({ isInvented, addressState, isPaused, last: told?.last, forwarding });
}

/** Somebody who waits may wait for a poll to be over, or may not be among those who are told at all. */
function waiting(
  state: LedgerState,
  { isQuiet: isLeftAlone, isAllowed }: { isQuiet: boolean; isAllowed: () => boolean },
): LedgerState {
  if (state !== "to_be_told" && state !== "would_be_told") return state;
  if (isLeftAlone) return "quiet";
  return isAllowed() ? state : "left_out";
}

/** Who is among those whom a campaign and this site tell of it. */
async function readAllowed(
  read: Reader,
  campaigns: readonly LedgerCampaign[],
): Promise<(seat: SeatRow, area: Area) => boolean> {
  const ruleOf = await rulesFor(
    read,
    campaigns.map(({ id }) => id),
  );
  const bodies = new Map(campaigns.map(({ id, bodyGss }) => [id, bodyGss]));
  const concerns = await readConcerns(read);
  return ({ campaign_id, council, basis }, area) => {
    const isConcerned = concerns(bodies.get(campaign_id) ?? "", council);
    return allows(
      { ...ruleOf(campaign_id), isPaused: false },
      capacity({ basis, seat: area }, isConcerned),
      false,
    );
  };
}

function isQuiet(seat: Area | undefined, quiet: QuietAreas): boolean {
  return seat !== undefined && quiet.pollIn(seat) !== undefined;
}

interface Person {
  publicId: string;
  kind: RepresentativeKind;
  name: string;
  isInvented: boolean;
}

async function findPeople(read: Reader, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map();
  const { representatives } = read.tables;
  const { id, publicId, kind, name, isInvented } = representatives;
  const rows = await read
    .select({ id, publicId, kind, name, isInvented })
    .from(representatives)
    .where(inArray(id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who reads a seat's address and has asked for a rest, from a campaign or from all. */
async function readRests(
  read: Reader,
  seats: readonly SeatRow[],
  { campaignIds, forwarding }: { campaignIds: readonly string[]; forwarding: Forwarding },
): Promise<(seat: SeatRow) => boolean> {
  const { pauses } = read.tables;
  const hashes = [...new Set(seats.map((seat) => seat.address_hash))].filter((hash) => hash !== "");
  if (hashes.length === 0) return () => false;
  const rows = await read
    .select({ addressHash: pauses.addressHash, campaignId: pauses.campaignId })
    .from(pauses)
    .where(
      and(
        inArray(pauses.addressHash, hashes),
        inArray(pauses.campaignId, ["", ...campaignIds]),
        inArray(pauses.mode, forwarding === "live" ? ["live"] : ["live", "rehearsal"]),
        isNull(pauses.endedAt),
      ),
    );
  const resting = new Set(rows.map(({ addressHash, campaignId }) => `${addressHash} ${campaignId}`));
  return ({ address_hash, campaign_id }) =>
    resting.has(`${address_hash} `) || resting.has(`${address_hash} ${campaign_id}`);
}
