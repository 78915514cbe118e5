import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { isIn } from "../campaign/campaign.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { countVersions } from "./count-versions.server.ts";
import { holdVersion } from "./present-version.server.ts";

/** While a letter is in these, its signatories may agree to its present words; afterwards it stays as it was handed over. */
export const AGREE_STATES = ["open", "paused"] as const satisfies CampaignState[];

/** What became of pressing the button. */
export type AgreeOutcome =
  | "agreed"
  | "already_agreed"
  /** The signature is not in the count: taken off, taken out, or never confirmed. */
  | "not_counted"
  /** There is a newer text than the one that they were shown. */
  | "changed_again"
  | "letter_closed"
  | "unknown_link";

/**
 * Moves a signature to the version of the letter that its signatory has just read, if that is the present one; the
 * counts of both versions follow in the same transaction, and the whole stays what it is.
 */
export async function agreeToVersion(
  site: Pick<Site, "db" | "shard">,
  { token, version }: { token: string; version: number },
): Promise<AgreeOutcome> {
  return site.db.transaction("agree to version", async (tx) => {
    const { signatures, campaigns } = tx.tables;
    const id = await findLinkedRow(tx, token, ["agree"]);
    if (id === undefined) return "unknown_link";
    const [found] = await tx
      .select({ campaignId: signatures.campaignId, state: campaigns.state })
      .from(signatures)
      .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
      .where(eq(signatures.id, id));
    if (!found) return "unknown_link";
    const present = await holdVersion(tx, found.campaignId);
    const [signature] = await tx
      .select({ state: signatures.state, textVersion: signatures.textVersion })
      .from(signatures)
      .where(eq(signatures.id, id));
    if (signature?.state !== "confirmed") return "not_counted";
    if (signature.textVersion >= present) return "already_agreed";
    if (!isIn(AGREE_STATES, found.state)) return "letter_closed";
    if (version !== present) return "changed_again";
    return move(tx, site, { id, campaignId: found.campaignId, from: signature.textVersion, to: present });
  });
}

async function move(
  tx: Tx,
  site: Pick<Site, "shard">,
  { id, campaignId, from, to }: { id: string; campaignId: string; from: number; to: number },
): Promise<AgreeOutcome> {
  const { signatures } = tx.tables;
  const moved = await tx
    .update(signatures)
    .set({ textVersion: to })
    .where(and(eq(signatures.id, id), eq(signatures.state, "confirmed"), eq(signatures.textVersion, from)))
    .returning({ id: signatures.id });
  if (moved.length === 0) {
    // Taken off, or agreed by a second press, since it was read.
    const [left] = await tx
      .select({ state: signatures.state, textVersion: signatures.textVersion })
      .from(signatures)
      .where(eq(signatures.id, id));
    return left?.state === "confirmed" && left.textVersion >= to ? "already_agreed" : "not_counted";
  }
  const changes = [
    { version: from, delta: -1 },
    { version: to, delta: 1 },
  ];
  await countVersions(tx, site, { campaignId, changes });
  return "agreed";
}
