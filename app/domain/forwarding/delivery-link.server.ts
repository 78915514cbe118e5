import { eq } from "drizzle-orm";
import { REPRESENTATIVE_LINK_DAYS } from "#app/policy-forwarding.ts";
import type { Reader, Tx } from "#db/database.ts";
import type { LinkPurpose } from "#db/tables/mail.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { findLinkedRow, linkTokensOf, makeLinksOf } from "../privacy/links.server.ts";
import { daysBetween, londonDay } from "../time/london.ts";
import type { Delivery } from "./prepare-deliveries.server.ts";

/** The tokens of a message's own links: to pause, to answer, to reply to. */
export interface DeliveryLinks {
  pause: string;
  answer: string;
  reply: string;
}

/** Makes the links of messages; the same ones however often a message is begun. */
export async function deliveryLinks(
  tx: Tx,
  keyring: Keyring,
  deliveryIds: readonly string[],
): Promise<(deliveryId: string) => DeliveryLinks> {
  await makeLinksOf(tx, keyring, deliveryIds, ["pause", "answer", "reply"]);
  const tokens = await linkTokensOf(tx, keyring, deliveryIds);
  return (id) => {
    const { pause, answer, reply } = tokens.get(id) ?? {};
    if (pause === undefined || answer === undefined || reply === undefined)
      throw new Error(`the links of delivery ${id} are not there`);
    return { pause, answer, reply };
  };
}

/** `ended`: the message is too old, or its reader is no longer in office. */
export type LinkedDelivery = { outcome: "found"; delivery: Delivery } | { outcome: "ended" | "unknown" };

/** The message that a link in it is about; links end with the term of office and after 60 days. */
export async function findLinkedDelivery(
  read: Reader,
  token: string,
  purpose: LinkPurpose,
  now: number,
): Promise<LinkedDelivery> {
  const id = await findLinkedRow(read, token, [purpose]);
  if (id === undefined) return { outcome: "unknown" };
  const { deliveries } = read.tables;
  const [delivery] = await read.select().from(deliveries).where(eq(deliveries.id, id));
  if (!delivery) return { outcome: "unknown" };
  const sentAt = delivery.sendingAt ?? delivery.plannedAt;
  if (!(await isLinkAlive(read, { termId: delivery.termId, madeAt: sentAt }, now)))
    return { outcome: "ended" };
  return { outcome: "found", delivery };
}

/** Whether a link that a seat was given then still works: not after 60 days, nor after the term of office. */
export async function isLinkAlive(
  read: Reader,
  { termId, madeAt }: { termId: string; madeAt: number },
  now: number,
): Promise<boolean> {
  const today = londonDay(now);
  if (daysBetween(londonDay(madeAt), today) > REPRESENTATIVE_LINK_DAYS) return false;
  const { terms } = read.tables;
  const [term] = await read.select({ endsOn: terms.endsOn }).from(terms).where(eq(terms.id, termId));
  return term !== undefined && (term.endsOn === "" || term.endsOn >= today);
}

/** Who a seat's messages are addressed to, as pages and mails name them. */
export interface SeatHolder {
  name: string;
  areaName: string;
  isInvented: boolean;
  addressHash: string;
}

/** Who holds a seat: "Councillor Pat Example", "Arboretum". */
export async function findSeatHolder(read: Reader, termId: string): Promise<SeatHolder | undefined> {
  const { terms, representatives, areas } = read.tables;
  const [row] = await read
    .select({
      name: representatives.fullTitle,
      areaName: areas.name,
      isInvented: representatives.isInvented,
      addressHash: terms.addressHash,
    })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(eq(terms.id, termId));
  return row;
}
