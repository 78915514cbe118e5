import { desc, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Keyring } from "../privacy/keyring.server.ts";

/** Rests that a page of admins lists. */
const PAGE = 50;

/** A rest that a reader asked for, as those who run the site see it. */
export interface Rest {
  id: string;
  publicId: string;
  who: string;
  areaName: string;
  isInvented: boolean;
  /** Blank for all campaigns. */
  campaignId: string;
  reason: string;
  /** Why, as they wrote it, or blank. */
  words: string;
  isRehearsed: boolean;
  createdAt: number;
  endedAt: number | null;
}

/** Who asked us to pause or stop, and why, the newest first. */
export async function listRests(
  read: Reader,
  keyring: Keyring,
  page: number,
): Promise<{ rests: Rest[]; hasMore: boolean }> {
  const { pauses, terms, representatives, areas } = read.tables;
  const rows = await read
    .select({
      pause: pauses,
      publicId: representatives.publicId,
      who: representatives.fullTitle,
      areaName: areas.name,
      isInvented: representatives.isInvented,
    })
    .from(pauses)
    .innerJoin(terms, eq(terms.id, pauses.termId))
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .orderBy(desc(pauses.createdAt), desc(pauses.id))
    .limit(PAGE + 1)
    .offset((page - 1) * PAGE);
  const rests = rows.slice(0, PAGE).map(({ pause, ...who }) => {
    const { id, campaignId, reason, createdAt, endedAt, mode } = pause;
    const words = keyring.open({ table: "pauses", column: "words", rowId: id }, pause.words);
    return { id, ...who, campaignId, reason, words, isRehearsed: mode === "rehearsal", createdAt, endedAt };
  });
  return { rests, hasMore: rows.length > PAGE };
}
