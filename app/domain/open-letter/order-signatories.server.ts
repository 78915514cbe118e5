import { and, asc, eq, lt } from "drizzle-orm";
import { FIRST_SIGNATORIES } from "#app/policy-letters.ts";
import type { Tx } from "#db/database.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { sortKey } from "../signature/identity.ts";
import type { Site } from "../site.ts";
import { UNORDERED } from "./signatories.server.ts";

/** What an organiser does with one of those who show their names. */
export type OrderAct = "put_first" | "up" | "down" | "take_out";

/** What became of it. */
export type OrderOutcome = "ordered" | "full" | "unknown";

/** How forms of ours speak of a signatory of a campaign: nothing of it leads to the row. */
export function signatoryHandle(keyring: Keyring, signatureId: string): string {
  return keyring.hash("signatory", signatureId).slice(0, 16);
}

/**
 * Puts somebody who shows their name among the first, behind those who are there; moves them up or down; or back to
 * the others. `unknown` where nobody of that name and handle shows it any more. It is seen at once.
 */
export async function orderSignatories(
  site: Pick<Site, "db" | "keyring">,
  { campaignId, name, handle, act }: { campaignId: string; name: string; handle: string; act: OrderAct },
): Promise<OrderOutcome> {
  return site.db.transaction("order signatories", async (tx) => {
    await holdCampaign(tx, campaignId);
    const id = await findByHandle(tx, site.keyring, { campaignId, name, handle });
    if (id === undefined) return "unknown";
    const before = await listFirstIds(tx, campaignId);
    const after = reorder(before, id, act);
    if (after.length > FIRST_SIGNATORIES) return "full";
    await writeOrder(tx, before, after);
    return "ordered";
  });
}

async function findByHandle(
  tx: Tx,
  keyring: Keyring,
  { campaignId, name, handle }: { campaignId: string; name: string; handle: string },
): Promise<string | undefined> {
  const { publicNames } = tx.tables;
  const named = and(
    eq(publicNames.campaignId, campaignId),
    eq(publicNames.isPublished, true),
    eq(publicNames.isHeld, false),
    eq(publicNames.sortKey, sortKey(name)),
  );
  // Among the first, and among all others, each by its part of the index.
  for (const place of [lt(publicNames.position, UNORDERED), eq(publicNames.position, UNORDERED)]) {
    const rows = await tx.select({ id: publicNames.signatureId }).from(publicNames).where(and(named, place));
    const found = rows.find(({ id }) => signatoryHandle(keyring, id) === handle);
    if (found) return found.id;
  }
  return undefined;
}

async function listFirstIds(tx: Tx, campaignId: string): Promise<string[]> {
  const { publicNames } = tx.tables;
  const rows = await tx
    .select({ id: publicNames.signatureId })
    .from(publicNames)
    .where(
      and(
        eq(publicNames.campaignId, campaignId),
        eq(publicNames.isPublished, true),
        lt(publicNames.position, UNORDERED),
      ),
    )
    .orderBy(asc(publicNames.position), asc(publicNames.sortKey), asc(publicNames.signatureId));
  return rows.map(({ id }) => id);
}

function reorder(ids: readonly string[], id: string, act: OrderAct): string[] {
  const others = ids.filter((one) => one !== id);
  const at = ids.indexOf(id);
  switch (act) {
    case "put_first":
      return at === -1 ? [...ids, id] : [...ids];
    case "take_out":
      return others;
    case "up":
      return at === -1 ? [...ids] : others.toSpliced(Math.max(0, at - 1), 0, id);
    case "down":
      return at === -1 ? [...ids] : others.toSpliced(at + 1, 0, id);
  }
}

async function writeOrder(tx: Tx, before: readonly string[], after: readonly string[]): Promise<void> {
  const { publicNames } = tx.tables;
  const out = before.filter((id) => !after.includes(id));
  for (const id of out)
    await tx.update(publicNames).set({ position: UNORDERED }).where(eq(publicNames.signatureId, id));
  for (const [index, id] of after.entries())
    await tx
      .update(publicNames)
      .set({ position: index + 1 })
      .where(eq(publicNames.signatureId, id));
}
