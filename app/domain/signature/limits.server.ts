import {
  MAILS_PER_ADDRESS_PER_DAY,
  SIGNS_PER_CLIENT_PER_HOUR,
  SIGNS_PER_CLIENT_PER_MINUTE,
} from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import { takeAllowance, windowStart } from "../privacy/take-allowance.server.ts";
import { DAY, HOUR, MINUTE } from "../time/durations.ts";

/** What one client's address may sign; a client's key is the prefix with its hash behind. */
const CLIENT_LIMITS = [
  { prefix: "client minute ", windowMs: MINUTE, limit: SIGNS_PER_CLIENT_PER_MINUTE },
  { prefix: "client hour ", windowMs: HOUR, limit: SIGNS_PER_CLIENT_PER_HOUR },
] as const;

/** Uses one of what a client may sign this minute and this hour; false when either is used up. */
export async function takeClientAllowance(tx: Tx, clientHash: string, now: number): Promise<boolean> {
  for (const { prefix, ...limit } of CLIENT_LIMITS)
    if (!(await takeAllowance(tx, { key: prefix + clientHash, ...limit }, now))) return false;
  return true;
}

/** Uses one of the mails that may go to an address on one day, over all campaigns; false when they are used up. */
export async function takeMailAllowance(tx: Tx, addressHash: string, now: number): Promise<boolean> {
  const daily = { key: `mail day ${addressHash}`, windowMs: DAY, limit: MAILS_PER_ADDRESS_PER_DAY };
  return takeAllowance(tx, daily, now);
}

/** The windows in which a client may be used up at this moment: what to look for among the allowances. */
export function clientWindows(now: number): { prefix: string; windowStartsAt: number; limit: number }[] {
  return CLIENT_LIMITS.map(({ prefix, windowMs, limit }) => ({
    prefix,
    windowStartsAt: windowStart(now, windowMs),
    limit,
  }));
}
