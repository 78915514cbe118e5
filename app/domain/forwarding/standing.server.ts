import { and, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { seatsAt } from "./addresses.server.ts";
import { mayHear } from "./candidates.server.ts";
import type { Counted } from "./counted.ts";
import { listCounted } from "./seats.server.ts";

/** A campaign told to somebody of an area in a message, and the message. */
type Item = Tables["deliveryItems"]["$inferSelect"];
type Message = Pick<Tables["deliveries"]["$inferSelect"], "id" | "addressHash">;

/**
 * Looks again, by the planner's own rules, at what messages were planned to say: gives what is published now for the
 * seat that an item stands for. Undefined where it stands no more: the seat has ended or has another address, its
 * reader wants no messages, is addressed no longer, or nothing is published of the area.
 */
export async function readStanding(
  read: Reader,
  { messages, items }: { messages: readonly Message[]; items: readonly Item[] },
  { slotOn, mode }: { slotOn: string; mode: DeliveryMode },
): Promise<(item: Item) => Counted | undefined> {
  if (items.length === 0) return () => undefined;
  const { terms } = read.tables;
  const addressOf = new Map(messages.map(({ id, addressHash }) => [id, addressHash]));
  const seats = seatsAt(read, [...new Set(addressOf.values())]);
  const campaignIds = [...new Set(items.map(({ campaignId }) => campaignId))];
  const counted = await listCounted(read, { slotOn }, (campaignId) =>
    and(inArray(terms.id, seats), inArray(campaignId, campaignIds), mayHear(read, campaignId, mode)),
  );
  const standing = new Map(counted.map((one) => [keyOf(one.addressHash, one), one]));
  return (item) => standing.get(keyOf(addressOf.get(item.deliveryId) ?? "", item));
}

function keyOf(
  addressHash: string,
  { campaignId, representativeId, gssCode }: Pick<Item, "campaignId" | "representativeId" | "gssCode">,
): string {
  return `${addressHash} ${campaignId} ${representativeId} ${gssCode}`;
}
