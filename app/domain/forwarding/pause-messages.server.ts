import { and, eq, gt, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { PAUSE_MAILS_PER_DAY } from "#app/policy-forwarding.ts";
import type { Tx } from "#db/database.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { makeLinks } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { findLinkedDelivery } from "./delivery-link.server.ts";
import { chosenCampaign, type PauseForm, type PauseReason, reasonFor } from "./pause.ts";
import { isClosedForGood, listCampaignsOf, listPauses } from "./pauses.server.ts";
import type { Delivery } from "./prepare-deliveries.server.ts";

/** `ended`: the link is too old, or its reader no longer in office. `unknown_campaign`: not one of the message's. */
export type PauseOutcome = "paused" | "already_paused" | "unknown_campaign" | "ended" | "unknown_link";

/**
 * Stops messages to the address that one message went to: about one campaign, about all, or for good. The address on
 * record is told, with a link that undoes it: whoever the message was passed on to could have pressed the button.
 */
export async function pauseMessages(
  site: Pick<Site, "db" | "keyring" | "wake">,
  { token, form, isOneClick = false }: { token: string; form: PauseForm; isOneClick?: boolean },
  now: number,
): Promise<PauseOutcome> {
  return site.db.transaction("pause messages", async (tx) => {
    const found = await findLinkedDelivery(tx, token, "pause", now);
    if (found.outcome !== "found") return found.outcome === "ended" ? "ended" : "unknown_link";
    const delivery = await holdDelivery(tx, found.delivery.id);
    const number = chosenCampaign(form.what);
    const listed = await listCampaignsOf(tx, delivery.id);
    const campaign = listed.find((one) => one.number === number);
    if (number !== undefined && !campaign) return "unknown_campaign";
    const campaignId = campaign?.id ?? "";
    const reason = reasonFor(form.what, isOneClick);
    if (await holdsAlready(tx, delivery, { campaignId, reason })) return "already_paused";
    const id = v7({ msecs: now });
    const { addressHash, termId, mode } = delivery;
    const isMailed = await mayBeMailed(tx, delivery, now);
    const words = site.keyring.seal({ table: "pauses", column: "words", rowId: id }, form.words);
    await tx.insert(tx.tables.pauses).values({
      ...{ id, addressHash, campaignId, termId, mode, reason, words },
      ...{ createdAt: now, endedAt: null },
    });
    await makeLinks(tx, site.keyring, id, ["unpause"]);
    if (isMailed) await queueMail(tx, site, { template: "messages-paused", rowId: id }, now);
    return "paused";
  });
}

/** Two presses of one link wait for each other. */
async function holdDelivery(tx: Tx, id: string): Promise<Delivery> {
  const { deliveries } = tx.tables;
  const [held] = await tx.update(deliveries).set({ id }).where(eq(deliveries.id, id)).returning();
  if (!held) throw new Error(`delivery ${id} was there a moment ago`);
  return held;
}

/** A rest from all includes one from a campaign; who stops for good says more than who rests. */
async function holdsAlready(
  tx: Tx,
  { addressHash, mode }: Delivery,
  { campaignId, reason }: { campaignId: string; reason: PauseReason },
): Promise<boolean> {
  if (await isClosedForGood(tx, { addressHash, mode })) return true;
  const holding = await listPauses(tx, { addressHash, mode });
  return holding.some(
    (one) =>
      (one.campaignId === "" || one.campaignId === campaignId) &&
      (reason !== "stopped" || one.reason === "stopped"),
  );
}

async function mayBeMailed(tx: Tx, { addressHash }: Delivery, now: number): Promise<boolean> {
  const { pauses } = tx.tables;
  const [recent] = await tx
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(pauses)
    .where(and(eq(pauses.addressHash, addressHash), gt(pauses.createdAt, now - DAY)));
  return (recent?.count ?? 0) < PAUSE_MAILS_PER_DAY;
}
