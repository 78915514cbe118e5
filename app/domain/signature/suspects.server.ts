import { and, asc, eq, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { HeldReason } from "#db/tables/signature.ts";

/** Groups shown. */
const SHOWN = 50;

/** Signatures of one campaign that wait for one reason: how many, from how many, since when. */
export interface SuspectGroup {
  campaignId: string;
  number: number;
  title: string;
  heldReason: HeldReason;
  count: number;
  addresses: number;
  networks: number;
  oldestAt: number;
}

/** What is held back, by campaign and reason, the longest waiting first, at most 50. */
export async function listSuspects(read: Reader): Promise<SuspectGroup[]> {
  const { signatures, campaigns, campaignTexts } = read.tables;
  const oldestAt = sql`min(${signatures.createdAt})`.mapWith(Number);
  return read
    .select({
      campaignId: signatures.campaignId,
      number: campaigns.number,
      title: campaignTexts.title,
      heldReason: signatures.heldReason,
      count: sql`count(*)`.mapWith(Number),
      addresses: sql`count(distinct ${signatures.addressHash})`.mapWith(Number),
      networks: sql`count(distinct ${signatures.clientNetHash})`.mapWith(Number),
      oldestAt,
    })
    .from(signatures)
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(sql`${signatures.state} = 'suspect'`)
    .groupBy(signatures.campaignId, campaigns.number, campaignTexts.title, signatures.heldReason)
    .orderBy(asc(oldestAt), asc(campaigns.number), asc(signatures.heldReason))
    .limit(SHOWN);
}
