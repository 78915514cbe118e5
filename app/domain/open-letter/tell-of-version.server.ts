import { and, asc, eq, gt, inArray, notInArray } from "drizzle-orm";
import { SECONDS_BETWEEN_TOLD, TOLD_OF_VERSION_PER_UNIT } from "#app/policy-letters.ts";
import type { Tx } from "#db/database.ts";
import { queueJob } from "../mail/queue-job.server.ts";
import { makeLinksOf } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { SECOND } from "../time/durations.ts";

/** Books the work of telling everybody who signed an earlier version that there is a new one. */
export async function bookVersionNews(
  tx: Tx,
  site: Pick<Site, "wake">,
  { campaignId, version }: { campaignId: string; version: number },
  now: number,
): Promise<void> {
  const id = `tell-of-version:${campaignId}:${version}`;
  await queueJob(tx, { id, kind: "tell-of-version", rowId: campaignId, dueAt: now }, now);
  tx.afterCommit(site.wake);
}

/**
 * Queues a mail to each confirmed signatory of an earlier version of a letter, a unit of work at a time: once for one
 * person and version, however often it is begun anew. Each unit's mails are due a little after those of the one
 * before. Returns how many were looked at.
 */
export async function tellOfPresentVersion(
  site: Pick<Site, "db" | "keyring" | "wake">,
  campaignId: string,
  now: number,
): Promise<number> {
  let looked = 0;
  let cursor = "";
  for (let unit = 0; ; unit += 1) {
    const ids = await site.db.transaction("tell of version", async (tx) => {
      const { campaigns, signatures } = tx.tables;
      const [campaign] = await tx
        .select({ version: campaigns.textVersion })
        .from(campaigns)
        .where(eq(campaigns.id, campaignId));
      if (!campaign) return [];
      const rows = await tx
        .select({ id: signatures.id, textVersion: signatures.textVersion, email: signatures.email })
        .from(signatures)
        .where(
          and(
            eq(signatures.campaignId, campaignId),
            eq(signatures.state, "confirmed"),
            gt(signatures.id, cursor),
          ),
        )
        .orderBy(asc(signatures.id))
        .limit(TOLD_OF_VERSION_PER_UNIT);
      const older = rows.filter(({ textVersion, email }) => textVersion < campaign.version && email !== "");
      const told = { ids: older.map(({ id }) => id), version: campaign.version };
      await tellOfVersion(tx, site, told, now, now + unit * SECONDS_BETWEEN_TOLD * SECOND);
      return rows.map(({ id }) => id);
    });
    looked += ids.length;
    const last = ids.at(-1);
    if (last === undefined) return looked;
    cursor = last;
  }
}

/**
 * Queues the mail that tells signatories of a new version, with the link by which they agree; nothing to those who
 * have it already. One about an earlier version that has not left yet is not needed any more.
 */
export async function tellOfVersion(
  tx: Tx,
  site: Pick<Site, "keyring" | "wake">,
  { ids, version }: { ids: readonly string[]; version: number },
  now: number,
  dueAt: number = now,
): Promise<void> {
  if (ids.length === 0) return;
  const { outbox } = tx.tables;
  const template = "letter-changed" as const;
  const mails = ids.map((rowId) => ({
    ...{ id: `${rowId}-v${version}`, template, rowId, state: "queued" as const, attemptCount: 0, dueAt },
    ...{ leasedUntil: null, request: "", providerId: "", reason: "", createdAt: now, settledAt: null },
  }));
  const fresh = await tx
    .insert(outbox)
    .values(mails)
    .onConflictDoNothing()
    .returning({ id: outbox.id, rowId: outbox.rowId });
  if (fresh.length === 0) return;
  await tx
    .update(outbox)
    .set({ state: "skipped", reason: "newer_version", settledAt: now })
    .where(
      and(
        inArray(
          outbox.rowId,
          fresh.map(({ rowId }) => rowId),
        ),
        eq(outbox.template, template),
        eq(outbox.state, "queued"),
        notInArray(
          outbox.id,
          fresh.map(({ id }) => id),
        ),
      ),
    );
  await makeLinksOf(
    tx,
    site.keyring,
    fresh.map(({ rowId }) => rowId),
    ["agree"],
  );
  tx.afterCommit(site.wake);
}
