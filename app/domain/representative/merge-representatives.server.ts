import { eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { holdRepresentative } from "./hold-rows.server.ts";
import { mergeTerms } from "./merge-terms.server.ts";
import type { Representative } from "./term-rows.server.ts";

/** Two rows that are one person. */
export interface Merge {
  /** Who stays: their name and page. */
  publicId: string;
  /** Who goes: their terms, messages and corrections become the other's. */
  otherId: string;
  accountId: string;
}

/** Keys that no source knows: given by an admin. */
const OWN_KEY = /^admin:/;

/**
 * Makes one person of two rows of the same kind. What the one who goes was told becomes the other's; of two terms in
 * one seat at one time one stays; their old page leads to the other's, and a source that knows them finds the other.
 * `two_parliament_seats`: the two hold different constituencies at one time, so they are two people.
 */
export async function mergeRepresentatives(
  site: Site,
  { publicId, otherId, accountId }: Merge,
  now: number,
): Promise<"merged" | "same" | "unknown" | "different_kind" | "invented" | "two_parliament_seats"> {
  if (publicId === otherId) return "same";
  return site.db.transaction("merge representatives", async (tx) => {
    const held = new Map<string, Representative | undefined>();
    // Always in one order, so that two who merge the same pair do not wait for each other.
    for (const id of [publicId, otherId].sort()) held.set(id, await holdRepresentative(tx, id));
    const kept = held.get(publicId);
    const gone = held.get(otherId);
    if (!kept || !gone) return "unknown";
    if (kept.kind !== gone.kind) return "different_kind";
    if (kept.isInvented !== gone.isInvented) return "invented";
    const termCount = await mergeTerms(tx, site.keyring, kept, gone);
    if (termCount === undefined) return "two_parliament_seats";
    const itemCount = await moveItems(tx, kept.id, gone.id);
    await leaveTrace(tx, kept, gone);
    const detail = `${otherId}: ${termCount} terms, ${itemCount} messages`;
    await appendAudit(tx, { accountId, action: "merge_representatives", subject: kept.id, detail }, now);
    return "merged";
  });
}

/** Of a campaign that both were told of in one week, the line of the one who stays is kept. Returns how many moved. */
async function moveItems(tx: Tx, keptId: string, goneId: string): Promise<number> {
  const { deliveryItems } = tx.tables;
  const theirs = await tx.select().from(deliveryItems).where(eq(deliveryItems.representativeId, goneId));
  if (theirs.length === 0) return 0;
  const moved = await tx
    .insert(deliveryItems)
    .values(theirs.map((item) => ({ ...item, representativeId: keptId })))
    .onConflictDoNothing()
    .returning({ slotOn: deliveryItems.slotOn });
  await tx.delete(deliveryItems).where(eq(deliveryItems.representativeId, goneId));
  return moved.length;
}

/** Removes the row of the one who goes, and remembers where it leads. */
async function leaveTrace(tx: Tx, kept: Representative, gone: Representative): Promise<void> {
  const { representatives, mergedRepresentatives, corrections } = tx.tables;
  for (const table of [corrections, mergedRepresentatives]) {
    await tx.update(table).set({ representativeId: kept.id }).where(eq(table.representativeId, gone.id));
  }
  await tx.delete(representatives).where(eq(representatives.id, gone.id));
  // The key that a source knows stays on the row, so that an import goes on finding it.
  const isTheirs = OWN_KEY.test(kept.sourceKey) && !OWN_KEY.test(gone.sourceKey);
  if (isTheirs) {
    await tx
      .update(representatives)
      .set({ sourceKey: gone.sourceKey })
      .where(eq(representatives.id, kept.id));
  }
  const sourceKey = isTheirs ? kept.sourceKey : gone.sourceKey;
  const { id, publicId } = gone;
  await tx.insert(mergedRepresentatives).values({ id, publicId, sourceKey, representativeId: kept.id });
}
