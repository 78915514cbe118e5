import type { Tx } from "#db/database.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import { hashClient } from "../signature/person.server.ts";
import { HOUR } from "../time/durations.ts";

/**
 * Uses one of what a client and its network may send of one kind in an hour; false over either limit. Both are used
 * in every case, so that neither hides behind the other.
 */
export async function takeHourly(
  tx: Tx,
  keyring: Keyring,
  { kind, clientAddress, perClient, perNetwork }: HourlyLimit,
  now: number,
): Promise<boolean> {
  const { clientHash, clientNetHash } = hashClient(keyring, clientAddress);
  const client = { key: `${kind} client ${clientHash}`, windowMs: HOUR, limit: perClient };
  const network = { key: `${kind} network ${clientNetHash}`, windowMs: HOUR, limit: perNetwork };
  const isClientFree = await takeAllowance(tx, client, now);
  return (await takeAllowance(tx, network, now)) && isClientFree;
}

interface HourlyLimit {
  kind: "report" | "complaint" | "sign_in" | "draft" | "story" | "links" | "group_message" | "statement";
  clientAddress: string;
  perClient: number;
  perNetwork: number;
}
