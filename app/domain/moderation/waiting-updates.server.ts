import { and, asc, desc, eq, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { WaitingPage, WaitingProposal } from "./waiting-proposals.server.ts";

/** A page of the updates that wait for a moderator, the oldest first. */
export async function listWaitingUpdates(read: Reader, page: number): Promise<WaitingPage> {
  const { updates } = read.tables;
  const isWaiting = eq(updates.state, "waiting");
  const [counted] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(updates)
    .where(isWaiting);
  const proposals = await selectTitled(read)
    .where(isWaiting)
    .orderBy(asc(updates.createdAt), asc(updates.id))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  return { proposals: proposals.map(titled), count: counted?.count ?? 0 };
}

/** The newest updates in public that no moderator has seen, which can be taken down. */
export async function listShownUpdates(read: Reader): Promise<WaitingProposal[]> {
  const { updates } = read.tables;
  const rows = await selectTitled(read)
    .where(and(eq(updates.state, "published"), eq(updates.settledBy, "")))
    .orderBy(desc(updates.publishedAt), desc(updates.id))
    .limit(PAGE_LENGTH);
  return rows.map(titled);
}

function selectTitled(read: Reader) {
  const { updates, campaignTexts } = read.tables;
  return read
    .select({
      publicId: updates.publicId,
      title: updates.title,
      campaignTitle: campaignTexts.title,
      createdAt: updates.createdAt,
    })
    .from(updates)
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, updates.campaignId), eq(campaignTexts.variant, "en")),
    );
}

function titled(row: WaitingProposal & { campaignTitle: string }): WaitingProposal {
  const { publicId, title, campaignTitle, createdAt } = row;
  return { publicId, title: `${title} (${campaignTitle})`, createdAt };
}
