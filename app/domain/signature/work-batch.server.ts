import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { CountReason } from "#db/tables/tally.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import type { VersionChange } from "../open-letter/count-versions.server.ts";
import { setStandingsAside } from "../open-letter/standing-rows.server.ts";
import { takeUpStanding } from "../open-letter/take-up-standing.server.ts";
import type { Site } from "../site.ts";
import { BatchSelection } from "./batch-selection.ts";
import { type CountChange, countSignature } from "./count-signature.server.ts";
import { showName } from "./public-name.server.ts";
import { readBatchPart } from "./select-batch.server.ts";

/** Signatures put back in one unit: each may bring its public name along. */
const PUT_BACK = 100;

/**
 * Does the next part of a batch, taking out or putting back as its row says, in a unit of its own; it may be stopped
 * between any two. Returns how much it did; 0 when nothing is left.
 */
export async function workBatch(site: Site, batchId: string, now: number): Promise<number> {
  return site.db.transaction("work batch", async (tx) => {
    const { batches } = tx.tables;
    const [batch] = await tx.select().from(batches).where(eq(batches.id, batchId));
    if (!batch) return 0;
    await holdCampaign(tx, batch.campaignId);
    if (batch.restoredAt === null) return (await takeOutPart(tx, site, batchId, now)).isDone ? 0 : 1;
    return putBackPart(tx, site, batchId, now);
  });
}

/**
 * Takes the next part of a batch out of the count. Each signature leaves it by the statement that asks whether it is
 * in it; its slot stays taken. The campaign must be held.
 */
export async function takeOutPart(
  tx: Tx,
  site: Site,
  batchId: string,
  now: number,
): Promise<{ taken: number; isDone: boolean }> {
  const { batches, batchSignatures, signatures, publicNames } = tx.tables;
  const isToDo = and(eq(batches.id, batchId), isNull(batches.doneAt), isNull(batches.restoredAt));
  const [batch] = await tx.select().from(batches).where(isToDo);
  if (!batch) return { taken: 0, isDone: true };
  const { campaignId, cursor, takenCount } = batch;
  const selection = BatchSelection.parse(JSON.parse(batch.selection));
  const part = await readBatchPart(tx, site.keyring, { campaignId, selection, cursor });
  const taken =
    part.ids.length === 0
      ? []
      : await tx
          .update(signatures)
          .set({ state: "invalidated" })
          .where(and(inArray(signatures.id, part.ids), eq(signatures.state, "confirmed")))
          .returning({ id: signatures.id, cellId: signatures.cellId, textVersion: signatures.textVersion });
  if (taken.length > 0) {
    const ids = taken.map(({ id }) => id);
    await tx.insert(batchSignatures).values(ids.map((signatureId) => ({ batchId, signatureId })));
    await tx.delete(publicNames).where(inArray(publicNames.signatureId, ids));
    await setStandingsAside(tx, site.keyring, ids);
    const changes = byCell(taken, -1, "invalidated");
    await countSignature(tx, site, { campaignId, changes, versions: byVersion(taken, -1) }, now);
  }
  await tx
    .update(batches)
    .set({
      cursor: part.cursor,
      takenCount: takenCount + taken.length,
      ...(part.isLast ? { doneAt: now, selection: "", cursor: "" } : {}),
    })
    .where(isToDo);
  return { taken: taken.length, isDone: part.isLast };
}

/**
 * Puts the next part of a batch back: whatever is still taken out of the count by it, with the names that may be
 * shown. The campaign must be held.
 */
export async function putBackPart(tx: Tx, site: Site, batchId: string, now: number): Promise<number> {
  const { batches, batchSignatures, signatures } = tx.tables;
  const [batch] = await tx.select().from(batches).where(eq(batches.id, batchId));
  if (!batch) return 0;
  const part = await tx
    .select({ id: batchSignatures.signatureId })
    .from(batchSignatures)
    .where(eq(batchSignatures.batchId, batchId))
    .orderBy(batchSignatures.signatureId)
    .limit(PUT_BACK);
  const ids = part.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const back = await tx
    .update(signatures)
    .set({ state: "confirmed" })
    .where(and(inArray(signatures.id, ids), eq(signatures.state, "invalidated")))
    .returning();
  await tx
    .delete(batchSignatures)
    .where(and(eq(batchSignatures.batchId, batchId), inArray(batchSignatures.signatureId, ids)));
  const { campaignId } = batch;
  const changes = byCell(back, 1, "restored");
  if (changes.length > 0)
    await countSignature(tx, site, { campaignId, changes, versions: byVersion(back, 1) }, now);
  for (const row of back) {
    await takeUpStanding(tx, site, row, now);
    if (row.showName) await showName(tx, site, row, now);
  }
  await tx
    .update(batches)
    .set({ restoredCount: batch.restoredCount + back.length })
    .where(eq(batches.id, batchId));
  return ids.length;
}

/** One change for each cell, of as many as were in it. */
function byCell(rows: readonly { cellId: number }[], sign: 1 | -1, reason: CountReason): CountChange[] {
  const counts = new Map<number, number>();
  for (const { cellId } of rows) counts.set(cellId, (counts.get(cellId) ?? 0) + 1);
  return [...counts].map(([cellId, count]) => ({ cellId, delta: sign * count, reason }));
}

/** One change for each signature; those of one version are added up where they are counted. */
function byVersion(rows: readonly { textVersion: number }[], delta: 1 | -1): VersionChange[] {
  return rows.map(({ textVersion }) => ({ version: textVersion, delta }));
}
