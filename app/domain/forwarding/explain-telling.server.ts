import { eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import type { Basis } from "./basis.ts";
import { candidateOf } from "./candidate-of.ts";
import { listHadMessage } from "./candidates.server.ts";
import { nextStep, WHYS, type Why, whyOf } from "./explain.ts";
import { type Forwarding, TELLING_STATES } from "./forwarding.ts";
import type { Candidate } from "./judge.ts";
import { findLastTold, lastToldKey } from "./last-told.server.ts";
import { readPlanning } from "./planning.server.ts";
import { rulesFor, siteRule } from "./rules.server.ts";
import { listCounted } from "./seats.server.ts";
import { listUncounted, readSeats } from "./seats-of-campaign.server.ts";
import { nextSlotOn } from "./slots.ts";

/** Rows of a page. */
const PAGE = 50;

/** One representative of a campaign's places, and why they are or are not told in the next round. */
export interface Explained {
  publicId: string;
  kind: RepresentativeKind;
  name: string;
  isInvented: boolean;
  areaName: string;
  basis: Basis;
  /** As published; 0 for fewer than five, and where it is not shown. */
  tally: number;
  /** When they were last told, of how many, and the step that this was. */
  lastTold?: { on: string; tally: number; step: number };
  /** The number at which they hear next, where that is what they wait for. */
  nextStep?: number;
  /** The poll that they are left alone for. */
  pollName?: string;
  why: Why;
}

/** Why the representatives of a campaign's places are or are not told. */
export interface Explanation {
  /** The round that it speaks of. */
  slotOn: string;
  /** How many there are for each reason, in the order of `WHYS`. */
  counts: { why: Why; count: number }[];
  /** One page of those asked for, and how many they are. */
  rows: Explained[];
  count: number;
}

/**
 * Explains the next round of a campaign: for everybody who speaks for a place with signatures or of the council
 * concerned, and everybody it is addressed to, what they were told and what they wait for. `why` asks for one reason
 * alone; `page` counts from 1. Empty for a campaign that is neither open nor closed.
 */
export async function explainTelling(
  read: Reader,
  {
    campaignId,
    forwarding,
    why,
    page = 1,
  }: { campaignId: string; forwarding: Forwarding; why?: Why; page?: number },
  now: number,
): Promise<Explanation> {
  const slotOn = nextSlotOn(now);
  const all = await explainAll(read, { campaignId, forwarding, slotOn }, now);
  const counts = WHYS.flatMap((one) => {
    const count = all.filter((row) => row.why === one).length;
    return count === 0 ? [] : [{ why: one, count }];
  });
  const asked = why === undefined ? all : all.filter((row) => row.why === why);
  return { slotOn, counts, rows: asked.slice((page - 1) * PAGE, page * PAGE), count: asked.length };
}

/** Pages of an explanation of so many rows. */
export function explanationPages(count: number): number {
  return Math.max(1, Math.ceil(count / PAGE));
}

async function explainAll(
  read: Reader,
  { campaignId, forwarding, slotOn }: { campaignId: string; forwarding: Forwarding; slotOn: string },
  now: number,
): Promise<Explained[]> {
  const mode = forwarding === "live" ? "live" : "rehearsal";
  const { campaigns } = read.tables;
  const [campaign] = await read.select().from(campaigns).where(eq(campaigns.id, campaignId));
  if (!campaign || !TELLING_STATES.some((state) => state === campaign.state)) return [];
  const planning = await readPlanning(read, { slotOn, mode }, now);
  const counted = await listCounted(read, planning, (id) => eq(id, campaignId));
  const uncounted = await listUncounted(read, campaign, slotOn);
  const known = new Set(counted.map(({ termId }) => termId));
  const all = [...counted, ...uncounted.filter(({ termId }) => !known.has(termId))];
  const site = await siteRule(read);
  const rule = (await rulesFor(read, [campaignId]))(campaignId);
  const lastTold = await findLastTold(read, { campaignId, mode });
  const had = await listHadMessage(read, { slotOn, mode });
  const seats = await readSeats(read, { campaignId, mode }, all);
  const { slotAt } = planning;
  return all
    .flatMap((row) => {
      const seat = seats(row);
      if (!seat) return [];
      const candidate = candidateOf(row, planning, { rule, lastTold: lastTold.get(lastToldKey(row)) });
      const isLeftOut = mode === "live" && (seat.isInvented || campaign.isDemonstration);
      const end = { ...seat, hadMessage: had.has(row.addressHash), isLeftOut };
      const { publicId, kind, name, isInvented, areaName } = seat;
      const why = whyOf(candidate, end, { site, slotAt });
      return [
        { publicId, kind, name, isInvented, areaName, ...told(candidate), ...waits(candidate, why), why },
      ];
    })
    .sort((a, b) => WHYS.indexOf(a.why) - WHYS.indexOf(b.why) || b.tally - a.tally || order(a, b));
}

function told({ basis, tally, lastTold }: Candidate): Pick<Explained, "basis" | "tally" | "lastTold"> {
  return {
    basis,
    tally,
    lastTold: lastTold && { on: lastTold.on, tally: lastTold.tally, step: lastTold.step },
  };
}

function waits(candidate: Candidate, why: Why): Pick<Explained, "nextStep" | "pollName"> {
  return {
    nextStep: why === "no_step" || why === "below_five" ? nextStep(candidate) : undefined,
    pollName: why === "quiet" ? candidate.poll?.name : undefined,
  };
}

function order(a: Explained, b: Explained): number {
  if (a.areaName !== b.areaName) return a.areaName < b.areaName ? -1 : 1;
  return a.publicId < b.publicId ? -1 : 1;
}
