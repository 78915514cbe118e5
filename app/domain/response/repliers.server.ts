import { and, asc, eq, exists, ne, or } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { speaksForBody } from "../forwarding/body-offices.server.ts";
import { isRunning } from "../forwarding/terms.server.ts";
import { londonDay } from "../time/london.ts";

/** Somebody whose reply an organiser may post: a recipient, or an office of the council addressed. */
export interface Replier {
  representativeId: string;
  publicId: string;
  name: string;
  areaName: string;
  isInvented: boolean;
  /** A seat of theirs that runs today. */
  termId: string;
}

const LISTED = 200;

/** Those whose replies to a campaign may be posted: the recipients a moderator has checked, and the council's offices. */
export async function findRepliers(
  read: Reader,
  campaign: { id: string; bodyGss: string },
  now: number,
): Promise<Replier[]> {
  const { recipients, representatives, terms, areas } = read.tables;
  const isRecipient = read
    .select({ id: recipients.representativeId })
    .from(recipients)
    .where(
      and(
        eq(recipients.campaignId, campaign.id),
        eq(recipients.representativeId, representatives.id),
        ne(recipients.checkedBy, ""),
      ),
    );
  const isOffice = and(speaksForBody(read), eq(terms.gssCode, campaign.bodyGss));
  const rows = await read
    .select({
      representativeId: representatives.id,
      publicId: representatives.publicId,
      name: representatives.name,
      areaName: areas.name,
      isInvented: representatives.isInvented,
      termId: terms.id,
    })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(and(isRunning(read, londonDay(now)), or(exists(isRecipient), isOffice)))
    .orderBy(asc(representatives.name), asc(terms.id))
    .limit(LISTED);
  const byId = new Map(rows.toReversed().map((row) => [row.representativeId, row]));
  return [...byId.values()].toReversed();
}
