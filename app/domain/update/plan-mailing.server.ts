import { randomBytes } from "node:crypto";
import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { MAILING_CHUNK } from "#app/policy-news.ts";
import type { Reader } from "#db/database.ts";
import { insertRows } from "#db/insert-rows.ts";
import { isIn } from "../campaign/campaign.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import type { Site } from "../site.ts";
import { mayBeginAt } from "./mailing-times.server.ts";
import type { Update } from "./publish-update.server.ts";
import { UPDATE_STATES } from "./update.ts";

const ID_BYTES = 16;

/**
 * Plans the next part of the mailings whose time has come: one receipt for each of a campaign's confirmed signatures
 * that wants its news, five hundred signatures at a time. What a process that died has planned stays, and the next
 * goes on after it. Returns how many signatures it looked at, or 1 where it only began or ended one; 0 where there is
 * nothing to plan.
 */
export async function planMailing(site: Pick<Site, "db">, now: number): Promise<number> {
  const { updates } = site.db.tables;
  const [planning] = await site.db.read
    .select()
    .from(updates)
    .where(eq(updates.mailing, "planning"))
    .orderBy(asc(updates.mailAt), asc(updates.id))
    .limit(1);
  if (planning) return planPart(site, planning, now);
  const [due] = await site.db.read
    .select()
    .from(updates)
    .where(and(eq(updates.mailing, "due"), lte(updates.mailAt, now)))
    .orderBy(asc(updates.mailAt), asc(updates.id))
    .limit(1);
  return due ? begin(site, due, now) : 0;
}

/** Begins a mailing, or gives it its new time where the last one began later than it was to. */
async function begin({ db }: Pick<Site, "db">, { id, campaignId }: Update, now: number): Promise<number> {
  return db.transaction("begin mailing", async (tx) => {
    const { updates } = tx.tables;
    const campaign = await holdCampaign(tx, campaignId);
    const mailAt = await mayBeginAt(tx, { campaignId, except: id }, now);
    const isReadable = campaign !== undefined && isIn(UPDATE_STATES, campaign.state);
    const change = !isReadable
      ? { mailing: "none" as const, mailAt: null }
      : mailAt > now
        ? { mailAt }
        : { mailing: "planning" as const, mailAt: now };
    await tx
      .update(updates)
      .set(change)
      .where(and(eq(updates.id, id), eq(updates.mailing, "due"), eq(updates.state, "published")));
    return 1;
  });
}

async function planPart({ db }: Pick<Site, "db">, update: Update, now: number): Promise<number> {
  const { id, plannedUpTo } = update;
  const part = await nextSignatures(db.read, update);
  const last = part.at(-1)?.id;
  const wanting = part.filter(({ updates }) => updates);
  const planned = await findPlanned(db.read, update);
  await db.transaction("plan mailing", async (tx) => {
    const { updates, updateReceipts } = tx.tables;
    const ours = await tx
      .update(updates)
      .set({
        recipientCount: planned,
        ...(last === undefined ? { mailing: "sending" as const } : { plannedUpTo: last }),
      })
      .where(and(eq(updates.id, id), eq(updates.mailing, "planning"), eq(updates.plannedUpTo, plannedUpTo)))
      .returning({ id: updates.id });
    if (ours.length === 0 || wanting.length === 0) return;
    // Asking for chance once is several times quicker than asking for each.
    const chance = randomBytes(wanting.length * ID_BYTES);
    const receipts = wanting.map((signature, index) => ({
      ...{ id: v7({ msecs: now, random: chance.subarray(index * ID_BYTES, (index + 1) * ID_BYTES) }) },
      ...{ updateId: id, signatureId: signature.id, state: "planned" as const },
      ...{ reason: "", attemptCount: 0, dueAt: now, batchId: "", providerId: "" },
    }));
    const added = await insertRows(tx, updateReceipts, receipts)
      .onConflictDoNothing()
      .returning({ id: updateReceipts.id });
    await tx
      .update(updates)
      .set({ recipientCount: planned + added.length })
      .where(eq(updates.id, id));
  });
  return Math.max(part.length, 1);
}

/** How many are planned already; counted, outside a unit, only where that was not written down with each part. */
async function findPlanned(read: Reader, { id, plannedUpTo, recipientCount }: Update): Promise<number> {
  if (plannedUpTo === "" || recipientCount > 0) return recipientCount;
  const { updateReceipts } = read.tables;
  const [row] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(updateReceipts)
    .where(eq(updateReceipts.updateId, id));
  return row?.count ?? 0;
}

/** The next signatures after those that were looked at: all of them, so that no part takes longer than another. */
async function nextSignatures(
  read: Reader,
  { campaignId, plannedUpTo }: Update,
): Promise<{ id: string; updates: boolean }[]> {
  const { signatures } = read.tables;
  return read
    .select({ id: signatures.id, updates: signatures.updates })
    .from(signatures)
    .where(
      and(
        eq(signatures.campaignId, campaignId),
        eq(signatures.state, "confirmed"),
        gt(signatures.id, plannedUpTo),
      ),
    )
    .orderBy(asc(signatures.id))
    .limit(MAILING_CHUNK);
}
