import { and, asc, eq, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";

/** A change or an outcome that waits for a moderator. */
export interface WaitingProposal {
  publicId: string;
  title: string;
  createdAt: number;
}

/** A page of the changes to petitions that wait, the oldest first. */
export function listWaitingChanges(read: Reader, page: number): Promise<WaitingPage> {
  return listWaiting(read, read.tables.proposedChanges, page);
}

/** The same for what organisers say has become of their asks. */
export function listWaitingOutcomes(read: Reader, page: number): Promise<WaitingPage> {
  return listWaiting(read, read.tables.askOutcomes, page);
}

/** One page of a queue, and how many wait in all. */
export interface WaitingPage {
  proposals: WaitingProposal[];
  count: number;
}

async function listWaiting(
  read: Reader,
  table: Tables["proposedChanges"] | Tables["askOutcomes"],
  page: number,
): Promise<WaitingPage> {
  const { campaignTexts } = read.tables;
  const isWaiting = eq(table.state, "waiting");
  const [counted] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(table)
    .where(isWaiting);
  const proposals = await read
    .select({ publicId: table.publicId, title: campaignTexts.title, createdAt: table.createdAt })
    .from(table)
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, table.campaignId), eq(campaignTexts.variant, "en")),
    )
    .where(isWaiting)
    .orderBy(asc(table.createdAt), asc(table.id))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  return { proposals, count: counted?.count ?? 0 };
}
