import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { OPEN_STATES, type SettleForm } from "../moderation/correction.ts";
import type { Site } from "../site.ts";

/**
 * Settles a correction for good; whoever offered it and left an address is told. `already_settled` where another
 * moderator was first.
 */
export async function settleCorrection(
  site: Site,
  { publicId, form, accountId }: { publicId: string; form: SettleForm; accountId: string },
  now: number,
): Promise<"settled" | "already_settled" | "unknown"> {
  return site.db.transaction("settle correction", async (tx) => {
    const { corrections } = tx.tables;
    if (await settle(tx, site, { publicId, form, accountId }, now)) return "settled";
    const [known] = await tx
      .select({ id: corrections.id })
      .from(corrections)
      .where(eq(corrections.publicId, publicId));
    return known ? "already_settled" : "unknown";
  });
}

/** Accepts a correction in the unit that does what it asks; nothing happens where it has been settled. */
export async function acceptOffered(
  tx: Tx,
  site: Pick<Site, "wake">,
  { publicId, accountId }: { publicId: string; accountId: string },
  now: number,
): Promise<void> {
  await settle(tx, site, { publicId, accountId, form: { decision: "accepted" } }, now);
}

/** The update settles who of two was first. */
async function settle(
  tx: Tx,
  site: Pick<Site, "wake">,
  { publicId, form, accountId }: { publicId: string; form: SettleForm; accountId: string },
  now: number,
): Promise<boolean> {
  const { corrections } = tx.tables;
  const reason = form.decision === "declined" ? form.reason : "";
  const [settled] = await tx
    .update(corrections)
    .set({ state: form.decision, reason, settledAt: now })
    .where(and(eq(corrections.publicId, publicId), inArray(corrections.state, [...OPEN_STATES])))
    .returning({ id: corrections.id, kind: corrections.kind, email: corrections.email });
  if (!settled) return false;
  const action = form.decision === "accepted" ? "accept_correction" : "decline_correction";
  const detail = [settled.kind, reason].filter(Boolean).join(" ");
  await appendAudit(tx, { accountId, action, subject: settled.id, detail }, now);
  if (settled.email !== "" && reason !== "abuse") {
    await queueMail(tx, site, { template: "correction-settled", rowId: settled.id }, now);
  }
  return true;
}
