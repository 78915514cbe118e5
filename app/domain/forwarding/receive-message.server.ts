import { and, eq, inArray } from "drizzle-orm";
import {
  RECEIVED_PER_DELIVERY_PER_DAY,
  REPLIES_PER_DELIVERY_PER_DAY,
  REPLY_CHARACTERS,
} from "#app/policy-forwarding.ts";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { noticeOrganisers } from "../campaign/notice-organisers.server.ts";
import { linkTokens } from "../privacy/links.server.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import { hashAddress } from "../representative/term-rows.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { type Judgement, judgeMail } from "./judge-mail.ts";
import type { ReceivedMail } from "./received-mail.ts";
import { rehearsalAddress } from "./recipient.server.ts";
import { insertReply, type ReplyContent } from "./replies.server.ts";
import { settleFate } from "./settle-fate.server.ts";
import { withoutLinks } from "./without-links.ts";

type Delivery = Tables["deliveries"]["$inferSelect"];
type MailSite = Pick<Site, "db" | "keyring" | "wake">;

/** What became of a message that came in. */
export type Received =
  | "fate_settled"
  | "complaint_settled"
  | "automatic_dropped"
  | "pause_asked"
  | "reply_forwarded"
  | "too_many"
  | "repeated"
  | "nobody";

/**
 * Takes in a message that came back for one delivery, once by its `eventId`: a report settles the fate, an answering
 * machine is dropped and counted, a person's reply is kept sealed and mailed to those who run the campaign. Nothing
 * is answered, so no machine can be drawn into a talk. `nobody`: there is no such delivery; `pause_asked`: its reader
 * wants no more, which the caller sees to.
 */
export async function receiveMessage(
  site: MailSite,
  message: { deliveryId: string; eventId: string; mail: ReceivedMail },
  now: number,
): Promise<Received> {
  const { deliveryId, eventId, mail } = message;
  const judgement = judgeMail(mail);
  return site.db.transaction("receive message", async (tx) => {
    const { deliveries, mailEvents } = tx.tables;
    const [delivery] = await tx.select().from(deliveries).where(eq(deliveries.id, deliveryId));
    if (!delivery) return "nobody";
    const known = await tx.select({ id: mailEvents.id }).from(mailEvents).where(eq(mailEvents.id, eventId));
    if (known.length > 0) return "repeated";
    if (!(await takeOf(tx, `received:${deliveryId}`, RECEIVED_PER_DELIVERY_PER_DAY, now))) return "too_many";
    const isOver =
      judgement.kind === "reply" &&
      !(await takeOf(tx, `reply:${deliveryId}`, REPLIES_PER_DELIVERY_PER_DAY, now));
    const kind = isOver ? "too_many" : judgement.kind;
    const times = { happenedAt: now, receivedAt: now };
    const taken = await tx
      .insert(mailEvents)
      .values({ id: eventId, rowId: deliveryId, kind: `mail.${kind}`, ...times })
      .onConflictDoNothing()
      .returning({ id: mailEvents.id });
    if (taken.length === 0) return "repeated";
    return isOver ? "too_many" : act(tx, site, { delivery, mail, judgement }, now);
  });
}

interface Judged {
  delivery: Delivery;
  mail: ReceivedMail;
  judgement: Judgement;
}

async function act(
  tx: Tx,
  site: MailSite,
  { delivery, mail, judgement }: Judged,
  now: number,
): Promise<Received> {
  const told = { deliveryId: delivery.id, at: now, isPermanent: false, reason: "" };
  switch (judgement.kind) {
    case "arrived":
      await settleFate(tx, { ...told, kind: "delivered" }, now);
      return "fate_settled";
    case "bounced": {
      const { status: reason, failed, isCondemned } = judgement;
      const isPermanent = isCondemned && (await isAddressOf(tx, site, delivery, failed));
      await settleFate(tx, { ...told, kind: "bounced", reason, isPermanent }, now);
      return "fate_settled";
    }
    case "complaint":
      await settleFate(tx, { ...told, kind: "complained" }, now);
      return "complaint_settled";
    case "automatic":
      return "automatic_dropped";
    // Done by the caller, before it is remembered here.
    case "unsubscribe":
      return "pause_asked";
    case "reply":
      // Whoever answers has read it.
      await settleFate(tx, { ...told, kind: "delivered" }, now);
      await passOn(tx, site, delivery, mail, now);
      return "reply_forwarded";
  }
}

/** Behind one address there may be several people: one whose own mailbox is gone says nothing of the others'. */
async function isAddressOf(
  tx: Tx,
  { keyring }: MailSite,
  { termId, addressHash, mode }: Delivery,
  addresses: readonly string[],
): Promise<boolean> {
  if (addresses.length === 0) return true;
  if (mode === "live") return addresses.some((one) => hashAddress(keyring, one) === addressHash);
  const { terms, representatives } = tx.tables;
  const [to] = await tx
    .select({ publicId: representatives.publicId })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .where(eq(terms.id, termId));
  return to !== undefined && addresses.includes(rehearsalAddress(to.publicId));
}

/** To those who run each campaign that the message told of: what the reply is about, only they can tell. */
async function passOn(
  tx: Tx,
  site: MailSite,
  { id: deliveryId }: Delivery,
  mail: ReceivedMail,
  now: number,
): Promise<void> {
  const { deliveryItems, campaigns } = tx.tables;
  const told = await tx
    .selectDistinct({ campaignId: campaigns.id })
    .from(deliveryItems)
    .innerJoin(campaigns, eq(campaigns.id, deliveryItems.campaignId))
    .where(and(eq(deliveryItems.deliveryId, deliveryId), inArray(campaigns.state, [...ALIVE])));
  const tokens = Object.values(await linkTokens(tx, site.keyring, deliveryId));
  const content = contentOf(mail, tokens, told.length);
  for (const { campaignId } of told) {
    const subjectId = await insertReply(tx, site.keyring, { deliveryId, campaignId, content }, now);
    await noticeOrganisers(tx, site, { campaignId, kind: "reply", subjectId }, now);
  }
}

/** Those who run a campaign that was taken down hear nothing more of it through us. */
const ALIVE = ["open", "paused", "closed", "archived"] as const;

function contentOf(mail: ReceivedMail, tokens: readonly string[], campaignCount: number): ReplyContent {
  const begun = mail.text.slice(0, 2 * REPLY_CHARACTERS);
  const text = withoutLinks(begun, tokens).replace(/\r\n?/g, "\n").trim();
  const kept = [...text].slice(0, REPLY_CHARACTERS).join("");
  return {
    name: mail.from.name.slice(0, 200),
    address: mail.from.address.slice(0, 254),
    subject: withoutLinks(mail.subject, tokens).slice(0, 300),
    text: kept,
    isCut: mail.isCut || kept.length < text.length || begun.length < mail.text.length,
    campaignCount,
  };
}

function takeOf(tx: Tx, key: string, limit: number, now: number): Promise<boolean> {
  return takeAllowance(tx, { key, windowMs: DAY, limit }, now);
}
