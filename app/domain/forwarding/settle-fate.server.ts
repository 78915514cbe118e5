import { and, eq, exists, inArray, like, ne, notLike, or, type SQL } from "drizzle-orm";
import { v7 } from "uuid";
import type { Reader, Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { DeliveryState } from "#db/tables/forwarding.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { TRANSITIONS } from "./forwarding.ts";

type Delivery = Tables["deliveries"]["$inferSelect"];

/** What a provider, a mail server or an admin can say of a message that has left. */
export const FATES = ["sent", "delivered", "bounced", "complained", "failed"] as const;
export type FateKind = (typeof FATES)[number];

/** One report of what became of a delivery. */
export interface Fate {
  deliveryId: string;
  kind: FateKind;
  /** When it happened, by the clock of whoever says so. */
  at: number;
  /** Of a bounce: the address itself is no good, so that nothing may go there again. */
  isPermanent: boolean;
  /** A code of ours or of the mail standards, such as `5.1.1`; never an address or an answer's text. */
  reason: string;
  /** The provider's own name of the message, where it says it. */
  providerId?: string;
}

/** How the reason of a bounce begins that condemns the address. */
export const PERMANENT = "permanent";
const TEMPORARY = "temporary";

/**
 * Writes down what became of a delivery, in the transaction that takes the report in. Reports may come twice and in
 * any order: the furthest one stands (a complaint over a bounce over an arrival), and each consequence happens once.
 * An address that bounced for good is marked so in every term that has it; after a complaint nobody writes to it
 * again. What was only rehearsed says nothing about the address of anybody real.
 */
export async function settleFate(
  tx: Tx,
  fate: Fate,
  now: number,
): Promise<"settled" | "unchanged" | "unknown"> {
  const { deliveries } = tx.tables;
  const isThis = eq(deliveries.id, fate.deliveryId);
  const reason = reasonOf(fate);
  const [settled] = await tx
    .update(deliveries)
    .set({
      state: fate.kind,
      reason,
      ...(fate.providerId ? { providerId: fate.providerId } : {}),
      leasedUntil: null,
      settledAt: now,
    })
    .where(and(isThis, or(inArray(deliveries.state, statesBefore(fate.kind)), isWorse(tx, fate))))
    .returning();
  if (settled) {
    await followUp(tx, settled, fate, now);
    return "settled";
  }
  const found = await tx.select({ id: deliveries.id }).from(deliveries).where(isThis);
  return found.length > 0 ? "unchanged" : "unknown";
}

/**
 * Whether a rehearsal has lost a term's address: in it, a bounce for good or a complaint ends the telling of one
 * address as it would in earnest, without a word in that address's own record.
 */
export function isLostInRehearsal(read: Reader): SQL {
  const { deliveries, terms } = read.tables;
  const lost = read
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.addressHash, terms.addressHash),
        eq(deliveries.mode, "rehearsal"),
        or(
          eq(deliveries.state, "complained"),
          and(eq(deliveries.state, "bounced"), like(deliveries.reason, `${PERMANENT}%`)),
        ),
      ),
    );
  return exists(lost);
}

function reasonOf({ kind, isPermanent, reason }: Fate): string {
  if (kind !== "bounced") return reason;
  return [isPermanent ? PERMANENT : TEMPORARY, reason].filter(Boolean).join(" ");
}

/** By the list of transitions: the states that this one may follow. */
function statesBefore(kind: FateKind): DeliveryState[] {
  return LEFT.filter((from) => TRANSITIONS[from].some((to) => to === kind));
}

const LEFT = ["sending", "uncertain", "sent", "delivered", "bounced", "failed"] as const;

/** A bounce for good after one that would have passed: the state is the same, the address is lost all the same. */
function isWorse(tx: Tx, { kind, isPermanent }: Fate): SQL | undefined {
  const { deliveries } = tx.tables;
  if (kind !== "bounced" || !isPermanent) return undefined;
  return and(eq(deliveries.state, "bounced"), notLike(deliveries.reason, `${PERMANENT}%`));
}

async function followUp(tx: Tx, delivery: Delivery, { kind, isPermanent }: Fate, now: number): Promise<void> {
  if (kind === "complained") return stopForGood(tx, delivery, now);
  if (kind !== "bounced" || !isPermanent) return;
  const { terms } = tx.tables;
  const lost = await tx
    .update(terms)
    .set({ addressState: "bounced" })
    .where(and(isSameAddress(tx, delivery), inArray(terms.addressState, ["good", "unknown"])))
    .returning({ representativeId: terms.representativeId });
  await noteInAudit(tx, lost, "address_bounced", now);
}

/**
 * A complaint is an objection: it holds for the address, whatever its seats and campaigns, and no link ends it. The
 * row stays for an address that no term has at present, in case it comes back.
 */
async function stopForGood(tx: Tx, delivery: Delivery, now: number): Promise<void> {
  const { terms, pauses } = tx.tables;
  const stopped = await tx
    .update(terms)
    .set({ addressState: "opted_out" })
    .where(and(isSameAddress(tx, delivery), ne(terms.addressState, "opted_out")))
    .returning({ representativeId: terms.representativeId });
  const { addressHash, termId, mode } = delivery;
  await tx.insert(pauses).values({
    ...{ id: v7({ msecs: now }), addressHash, termId, campaignId: "", reason: "complaint" },
    ...{ createdAt: now, endedAt: null, mode },
  });
  await noteInAudit(tx, stopped, "address_complained", now);
}

function isSameAddress(tx: Tx, { addressHash, mode }: Delivery): SQL | undefined {
  const { terms, representatives } = tx.tables;
  const isSame = eq(terms.addressHash, addressHash);
  if (mode === "live") return isSame;
  const invented = tx
    .select({ id: representatives.id })
    .from(representatives)
    .where(eq(representatives.isInvented, true));
  return and(isSame, inArray(terms.representativeId, invented));
}

async function noteInAudit(
  tx: Tx,
  people: readonly { representativeId: string }[],
  action: string,
  now: number,
): Promise<void> {
  for (const subject of new Set(people.map(({ representativeId }) => representativeId)))
    await appendAudit(tx, { accountId: "", action, subject, detail: "" }, now);
}
