import { and, eq, inArray } from "drizzle-orm";
import { v7 } from "uuid";
import { PAPER_BATCHES_PER_DAY } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import { insertRows } from "#db/insert-rows.ts";
import type { Tables } from "#db/schema.ts";
import { isIn } from "../campaign/campaign.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { queueJob } from "../mail/queue-job.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { foldName } from "../signature/identity.ts";
import { hashPostcode } from "../signature/person.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { countPaper } from "./count-paper.server.ts";
import { PAPER_STATES, paperPlace } from "./paper.ts";
import type { PaperRow } from "./paper-row.ts";
import { countBatchesSince } from "./queries.server.ts";

/** A sheet or several, typed in at once. */
export interface PaperBatch {
  campaignId: string;
  accountId: string;
  /** Made with the form: sent twice, it is taken once. */
  publicId: string;
  /** Where and when they were collected. */
  words: string;
  rows: readonly PaperRow[];
}

type Row = Tables["paperSignatures"]["$inferInsert"];

/**
 * Takes down signatures that stand on paper, apart from those confirmed by mail. Somebody who stands there twice is
 * counted once; who has signed here too is found soon after, by the work that this queues. `already_added` where the
 * form was sent before, `not_now` where the campaign takes none, `too_many` where a day has had enough.
 */
export async function addPaper(
  site: Pick<Site, "db" | "keyring">,
  batch: PaperBatch,
  now: number,
): Promise<"added" | "already_added" | "not_now" | "too_many"> {
  const { campaignId, accountId, publicId, words } = batch;
  const id = v7({ msecs: now });
  // Sealing takes longer than a unit should.
  const sealed = batch.rows.map((row) => sealRow(site.keyring, { ...row, batchId: id, campaignId }, now));
  return site.db.transaction("add paper", async (tx) => {
    const held = await holdCampaign(tx, campaignId);
    if (!held || !isIn(PAPER_STATES, held.state)) return "not_now";
    if ((await countBatchesSince(tx, campaignId, now - DAY)) >= PAPER_BATCHES_PER_DAY) return "too_many";
    const { paperBatches, paperSignatures } = tx.tables;
    const [added] = await tx
      .insert(paperBatches)
      .values({
        ...{ id, publicId, campaignId, accountId, words, rowCount: sealed.length },
        ...{ createdAt: now, removedAt: null },
      })
      .onConflictDoNothing()
      .returning({ id: paperBatches.id });
    if (!added) return "already_added";
    await insertRows(tx, paperSignatures, await markRepeated(tx, campaignId, sealed));
    await countPaper(tx, campaignId, now);
    await queueJob(
      tx,
      { id: `compare-paper:${id}`, kind: "compare-paper", rowId: campaignId, dueAt: now },
      now,
    );
    const detail = `${sealed.length} rows, batch ${publicId}`;
    await appendAudit(tx, { accountId, action: "paper.added", subject: campaignId, detail }, now);
    return "added";
  });
}

function sealRow(
  keyring: Keyring,
  { name, postcode, batchId, campaignId }: PaperRow & { batchId: string; campaignId: string },
  now: number,
): Row {
  const id = v7({ msecs: now });
  return {
    ...{ id, batchId, campaignId, state: "counted", createdAt: now },
    name: keyring.seal(paperPlace(id, "name"), name),
    postcode: keyring.seal(paperPlace(id, "postcode"), postcode),
    nameHash: keyring.hash("name", foldName(name)),
    postcodeHash: hashPostcode(keyring, { postcode, country: "" }),
  };
}

/** The same rows; of one person only the first counts, over all batches of the campaign. */
async function markRepeated(tx: Tx, campaignId: string, rows: readonly Row[]): Promise<Row[]> {
  const { paperSignatures } = tx.tables;
  const there = await tx
    .select({ nameHash: paperSignatures.nameHash, postcodeHash: paperSignatures.postcodeHash })
    .from(paperSignatures)
    .where(
      and(
        eq(paperSignatures.campaignId, campaignId),
        inArray(
          paperSignatures.nameHash,
          rows.map(({ nameHash }) => nameHash),
        ),
      ),
    );
  const known = new Set(there.map(personKey));
  return rows.map((row): Row => {
    const key = personKey(row);
    const isRepeated = known.has(key);
    known.add(key);
    return isRepeated ? { ...row, state: "repeated" } : row;
  });
}

function personKey({ nameHash, postcodeHash }: { nameHash: string; postcodeHash: string }): string {
  return `${nameHash} ${postcodeHash}`;
}
