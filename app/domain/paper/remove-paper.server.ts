import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { PaperState } from "#db/tables/paper.ts";
import { isIn } from "../campaign/campaign.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { countPaper } from "./count-paper.server.ts";
import { PAPER_STATES } from "./paper.ts";

/**
 * Takes a batch of paper signatures off again: its names are deleted, that it was there stays. Somebody who stands in
 * another batch too counts from there on. False where it is not there, or is gone already.
 */
export async function removePaper(
  site: Pick<Site, "db">,
  { campaignId, publicId, accountId }: { campaignId: string; publicId: string; accountId: string },
  now: number,
): Promise<boolean> {
  return site.db.transaction("remove paper", async (tx) => {
    const held = await holdCampaign(tx, campaignId);
    if (!held || !isIn(PAPER_STATES, held.state)) return false;
    const { paperBatches, paperSignatures } = tx.tables;
    const [batch] = await tx
      .update(paperBatches)
      .set({ removedAt: now, words: "" })
      .where(
        and(
          eq(paperBatches.campaignId, campaignId),
          eq(paperBatches.publicId, publicId),
          isNull(paperBatches.removedAt),
        ),
      )
      .returning({ id: paperBatches.id, rowCount: paperBatches.rowCount });
    if (!batch) return false;
    const gone = await tx.delete(paperSignatures).where(eq(paperSignatures.batchId, batch.id)).returning({
      nameHash: paperSignatures.nameHash,
      postcodeHash: paperSignatures.postcodeHash,
      state: paperSignatures.state,
    });
    await countFromElsewhere(
      tx,
      campaignId,
      gone.filter(({ state, nameHash }) => state !== "repeated" && nameHash !== ""),
    );
    await countPaper(tx, campaignId, now);
    const detail = `${batch.rowCount} rows, batch ${publicId}`;
    await appendAudit(tx, { accountId, action: "paper.removed", subject: campaignId, detail }, now);
    return true;
  });
}

interface Person {
  nameHash: string;
  postcodeHash: string;
  state: PaperState;
}

/** The first of their other rows stands for each person from now on. */
async function countFromElsewhere(tx: Tx, campaignId: string, people: readonly Person[]): Promise<void> {
  const { paperSignatures } = tx.tables;
  if (people.length === 0) return;
  const repeated = await tx
    .select({
      id: paperSignatures.id,
      nameHash: paperSignatures.nameHash,
      postcodeHash: paperSignatures.postcodeHash,
    })
    .from(paperSignatures)
    .where(
      and(
        eq(paperSignatures.campaignId, campaignId),
        eq(paperSignatures.state, "repeated"),
        inArray(
          paperSignatures.nameHash,
          people.map(({ nameHash }) => nameHash),
        ),
      ),
    )
    .orderBy(asc(paperSignatures.id));
  const firstOf = new Map<string, string>();
  for (const row of repeated) if (!firstOf.has(keyOf(row))) firstOf.set(keyOf(row), row.id);
  for (const state of ["counted", "online"] as const) {
    const ids = people
      .filter((person) => person.state === state)
      .flatMap((person) => firstOf.get(keyOf(person)) ?? []);
    if (ids.length > 0)
      await tx.update(paperSignatures).set({ state }).where(inArray(paperSignatures.id, ids));
  }
}

function keyOf({ nameHash, postcodeHash }: Omit<Person, "state">): string {
  return `${nameHash} ${postcodeHash}`;
}
