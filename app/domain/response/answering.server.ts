import { and, asc, eq, inArray } from "drizzle-orm";
import { REPRESENTATIVE_LINK_DAYS } from "#app/policy-forwarding.ts";
import type { Reader } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { isIn, LISTED_STATES } from "../campaign/campaign.ts";
import { LEFT_STATES } from "../forwarding/forwarding.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import { DAY } from "../time/durations.ts";
import { type AnsweredCampaign, readAnswered } from "./answered.server.ts";

/** What a link to answer from leads to. */
export type Answering =
  | { kind: "unknown" }
  /** The term of office has ended, the link is too old, or nothing of it can be read by the public any more. */
  | { kind: "over"; why: "term" | "age" | "campaign" }
  | {
      kind: "open";
      deliveryId: string;
      mode: DeliveryMode;
      /** In the order in which the message named them. */
      campaigns: AnsweredCampaign[];
    };

/** Which campaign of a message is answered, and as whom: two may share an address. */
export interface Answerer {
  number: number;
  publicId: string;
}

/**
 * What somebody who has this link may answer. The link of a message works for its campaigns, for 60 days; that of an
 * answer given before, which only the address on record has, for its own campaign; both while the term runs.
 */
export async function findAnswering(read: Reader, token: string, now: number): Promise<Answering> {
  const deliveryId = await findLinkedRow(read, token, ["answer"]);
  if (deliveryId !== undefined) return answeringOf(read, deliveryId, now);
  const groupId = await findLinkedRow(read, token, ["answer_confirm"]);
  return groupId === undefined ? { kind: "unknown" } : answeringAgain(read, groupId, now);
}

/** The campaign that is meant, of those that a link leads to; undefined for one that it does not lead to. */
export function answeredOf(
  campaigns: readonly AnsweredCampaign[],
  { number, publicId }: Answerer,
): AnsweredCampaign | undefined {
  return campaigns.find((one) => one.number === number && one.publicId === publicId);
}

async function answeringOf(read: Reader, deliveryId: string, now: number): Promise<Answering> {
  const { deliveries, deliveryItems, campaigns } = read.tables;
  const [delivery] = await read.select().from(deliveries).where(eq(deliveries.id, deliveryId));
  if (!delivery || delivery.sendingAt === null || !LEFT_STATES.some((one) => one === delivery.state))
    return { kind: "unknown" };
  const items = await read
    .select({
      campaignId: deliveryItems.campaignId,
      representativeId: deliveryItems.representativeId,
      gssCode: deliveryItems.gssCode,
      state: campaigns.state,
    })
    .from(deliveryItems)
    .innerJoin(campaigns, eq(campaigns.id, deliveryItems.campaignId))
    .where(eq(deliveryItems.deliveryId, deliveryId))
    .orderBy(asc(campaigns.number), asc(deliveryItems.representativeId));
  const seats = items.map((item) => ({ ...item, termId: delivery.termId }));
  const open = seats.filter(({ state }) => isIn(LISTED_STATES, state));
  const found = await readAnswered(read, open, now);
  if (now >= delivery.sendingAt + REPRESENTATIVE_LINK_DAYS * DAY) return { kind: "over", why: "age" };
  if (open.length === 0) return { kind: "over", why: "campaign" };
  if (found.length === 0) return { kind: "over", why: "term" };
  return { kind: "open", deliveryId, mode: delivery.mode, campaigns: found };
}

async function answeringAgain(read: Reader, groupId: string, now: number): Promise<Answering> {
  const { responses, campaigns, terms } = read.tables;
  const [row] = await read
    .select({ response: responses, state: campaigns.state, gssCode: terms.gssCode })
    .from(responses)
    .innerJoin(campaigns, eq(campaigns.id, responses.campaignId))
    .innerJoin(terms, eq(terms.id, responses.termId))
    .where(and(eq(responses.groupId, groupId), inArray(responses.state, [...CHANGEABLE_STATES])))
    .orderBy(asc(responses.id))
    .limit(1);
  if (!row) return { kind: "unknown" };
  const { campaignId, representativeId, termId, deliveryId, mode } = row.response;
  if (!isIn(LISTED_STATES, row.state)) return { kind: "over", why: "campaign" };
  const seat = { campaignId, representativeId, termId, gssCode: row.gssCode };
  const found = await readAnswered(read, [seat], now);
  return found.length === 0
    ? { kind: "over", why: "term" }
    : { kind: "open", deliveryId, mode, campaigns: found };
}

/** Whoever holds the link of such an answer has confirmed it from the address on record. */
const CHANGEABLE_STATES = ["waiting", "published", "declined", "withdrawn", "replaced"] as const;
