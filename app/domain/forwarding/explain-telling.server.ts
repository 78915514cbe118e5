import { inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import { findAreas } from "../area/queries.server.ts";
import type { Basis } from "./basis.ts";
import { nextStep, WHYS, type Why } from "./explain.ts";
import type { Forwarding } from "./forwarding.ts";
import type { Candidate } from "./judge.ts";
import { type Judged, judgeSeats } from "./judge-seats.server.ts";
import { readPlanning } from "./planning.server.ts";
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
  const mode = forwarding === "live" ? "live" : "rehearsal";
  const planning = await readPlanning(read, { slotOn, mode }, now);
  const all = await judgeSeats(read, campaignId, planning);
  const byWhy = new Map<Why, Judged[]>(WHYS.map((one) => [one, []]));
  for (const one of all) byWhy.get(one.why)?.push(one);
  const counts = [...byWhy].flatMap(([one, { length: count }]) => (count === 0 ? [] : [{ why: one, count }]));
  const asked = why === undefined ? [...byWhy.values()].flat() : (byWhy.get(why) ?? []);
  const rows = await nameAll(read, asked.slice((page - 1) * PAGE, page * PAGE));
  return { slotOn, counts, rows, count: asked.length };
}

/** Pages of an explanation of so many rows. */
export function explanationPages(count: number): number {
  return Math.max(1, Math.ceil(count / PAGE));
}

async function nameAll(read: Reader, judged: readonly Judged[]): Promise<Explained[]> {
  if (judged.length === 0) return [];
  const { representatives } = read.tables;
  const ids = [...new Set(judged.map(({ seat }) => seat.representative_id))];
  const rows: Tables["representatives"]["$inferSelect"][] = await read
    .select()
    .from(representatives)
    .where(inArray(representatives.id, ids));
  const people = new Map(rows.map((row) => [row.id, row]));
  const areas = await findAreas(
    read,
    judged.map(({ seat }) => seat.seat),
  );
  return judged.flatMap(({ seat, candidate, why }): Explained[] => {
    const person = people.get(seat.representative_id);
    if (!person) return [];
    const { publicId, kind, name, isInvented } = person;
    const areaName = areas.get(seat.seat)?.name ?? "";
    return [
      { publicId, kind, name, isInvented, areaName, ...told(candidate), ...waits(candidate, why), why },
    ];
  });
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
