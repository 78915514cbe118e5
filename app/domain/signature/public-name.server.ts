import { and, eq, gte, or } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { londonDay } from "../time/london.ts";
import { foldName, sortKey } from "./identity.ts";

/**
 * Copies the name of a confirmed signature to where it may be shown, from the next publication of counts on; a
 * name equal to a sitting representative's waits for a moderator.
 */
export async function showName(
  tx: Tx,
  signature: { id: string; campaignId: string; name: string },
  now: number,
): Promise<void> {
  const { publicNames, campaigns } = tx.tables;
  const [campaign] = await tx
    .select({ showsNames: campaigns.showsNames })
    .from(campaigns)
    .where(eq(campaigns.id, signature.campaignId));
  if (!campaign?.showsNames) return;
  await tx
    .insert(publicNames)
    .values({
      signatureId: signature.id,
      campaignId: signature.campaignId,
      name: signature.name,
      sortKey: sortKey(signature.name),
      isPublished: false,
      isHeld: await isRepresentativesName(tx, signature.name, now),
    })
    .onConflictDoNothing();
}

/** Takes a name down at once: hidden, withdrawn or invalidated. */
export async function hideName(tx: Tx, signatureId: string): Promise<void> {
  const { publicNames } = tx.tables;
  await tx.delete(publicNames).where(eq(publicNames.signatureId, signatureId));
}

async function isRepresentativesName(tx: Tx, name: string, now: number): Promise<boolean> {
  const { representatives, terms } = tx.tables;
  const sitting = await tx
    .select({ id: representatives.id })
    .from(representatives)
    .innerJoin(terms, eq(terms.representativeId, representatives.id))
    .where(
      and(
        eq(representatives.nameKey, foldName(name)),
        or(eq(terms.endsOn, ""), gte(terms.endsOn, londonDay(now))),
      ),
    )
    .limit(1);
  return sitting.length > 0;
}
