import { and, eq, lt, ne } from "drizzle-orm";
import { CONFIRM_LINK_DAYS } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import type { VersionChange } from "../open-letter/count-versions.server.ts";
import { setStandingsAside } from "../open-letter/standing-rows.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { type CountChange, countSignature } from "./count-signature.server.ts";
import { deleteSignature } from "./erase-signature.server.ts";
import { hideName } from "./public-name.server.ts";
import { freeSlot } from "./take-slot.server.ts";

type Signature = Tables["signatures"]["$inferSelect"];

/**
 * Asks again whoever supported a campaign under an older text than it has now: their signatures are pending once
 * more, nothing of them is counted or shown, and a mail with a confirm link goes to each. For the transaction that
 * publishes a campaign out of review, where there are few of them; never for one that has been open. Returns how
 * many were asked; a second call finds none.
 */
export async function returnSupporters(
  tx: Tx,
  site: Pick<Site, "shard" | "wake" | "keyring">,
  campaignId: string,
  now: number,
): Promise<number> {
  const { campaigns, signatures } = tx.tables;
  const [campaign] = await tx
    .select({ textVersion: campaigns.textVersion })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  if (!campaign) return 0;
  const isOutdated = and(
    eq(signatures.campaignId, campaignId),
    eq(signatures.state, "confirmed"),
    lt(signatures.textVersion, campaign.textVersion),
  );
  const changes: CountChange[] = [];
  const versions: VersionChange[] = [];
  for (const signature of await tx.select().from(signatures).where(isOutdated).orderBy(signatures.id)) {
    if (signature.email === "") {
      // Nobody is left to be asked.
      await deleteSignature(tx, site, signature.id, now);
      continue;
    }
    await dropTwins(tx, site, signature, now);
    const [returned] = await tx
      .update(signatures)
      .set({
        state: "pending",
        confirmedAt: null,
        textVersion: campaign.textVersion,
        mailCount: 1,
        lastMailAt: now,
        remindAt: null,
        expiresAt: now + CONFIRM_LINK_DAYS * DAY,
      })
      .where(
        and(eq(signatures.id, signature.id), eq(signatures.textVersion, signature.textVersion), isOutdated),
      )
      .returning({ cellId: signatures.cellId });
    // Withdrawn or erased since it was read: that has taken it out of the count.
    if (!returned) continue;
    await freeSlot(tx, signature.id);
    await hideName(tx, signature.id);
    await setStandingsAside(tx, site.keyring, [signature.id]);
    await queueMail(tx, site, { template: "text-changed", rowId: signature.id }, now);
    changes.push({ cellId: returned.cellId, delta: -1, reason: "text_changed" });
    versions.push({ version: signature.textVersion, delta: -1 });
  }
  if (changes.length > 0) await countSignature(tx, site, { campaignId, changes, versions }, now);
  return changes.length;
}

/** Somebody may have typed the same once more meanwhile: pending, the same words can stand only once. */
async function dropTwins(
  tx: Tx,
  site: Pick<Site, "shard">,
  { id, campaignId, typedHash }: Signature,
  now: number,
): Promise<void> {
  const { signatures } = tx.tables;
  const twins = await tx
    .select({ id: signatures.id })
    .from(signatures)
    .where(
      and(
        eq(signatures.campaignId, campaignId),
        eq(signatures.typedHash, typedHash),
        eq(signatures.state, "pending"),
        ne(signatures.id, id),
      ),
    );
  for (const twin of twins) await deleteSignature(tx, site, twin.id, now);
}
