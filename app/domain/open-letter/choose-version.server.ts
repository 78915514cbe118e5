import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { holdVersion } from "./present-version.server.ts";

interface Choosing {
  signature: Pick<Tables["signatures"]["$inferSelect"], "textVersion">;
  campaign: Pick<Tables["campaigns"]["$inferSelect"], "id" | "kind" | "state" | "textVersion">;
  /** The version that they chose on the page; 0 where it spoke of none. */
  textVersion: number;
  /** The newest that they were shown. */
  shownVersion: number;
}

/**
 * Under which version of the text somebody who confirms is counted: one that they chose and that was there, else the
 * one that they signed. `unseen` is the present version of a letter, which stays so until the unit ends, where they
 * have not been shown it and are to be told. Undefined where the words that they signed were never published: those
 * cannot be chosen once others are.
 */
export async function chooseVersion(
  tx: Tx,
  { signature, campaign, textVersion, shownVersion }: Choosing,
): Promise<{ signed: number; unseen?: number } | undefined> {
  const isOpenLetter = campaign.kind === "letter" && campaign.state !== "gathering";
  const present = isOpenLetter ? await holdVersion(tx, campaign.id) : campaign.textVersion;
  // Nobody can have read a text that was not there.
  const signed = Math.max(signature.textVersion, Math.min(textVersion, present));
  if (!isOpenLetter || signed === present) return { signed };
  if (!(await wasPublished(tx, { campaignId: campaign.id, version: signed }))) return undefined;
  return Math.max(shownVersion, textVersion) < present ? { signed, unseen: present } : { signed };
}

async function wasPublished(
  tx: Tx,
  { campaignId, version }: { campaignId: string; version: number },
): Promise<boolean> {
  const { formerTexts } = tx.tables;
  const [former] = await tx
    .select({ wasPublic: formerTexts.wasPublic })
    .from(formerTexts)
    .where(and(eq(formerTexts.campaignId, campaignId), eq(formerTexts.version, version)));
  return former?.wasPublic ?? false;
}
