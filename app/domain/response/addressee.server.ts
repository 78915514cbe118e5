import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Forwarding } from "../forwarding/forwarding.ts";
import { recipientOf } from "../forwarding/recipient.server.ts";
import { isRunning } from "../forwarding/terms.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { londonDay } from "../time/london.ts";

/**
 * Where mail about an answer goes: to the address on record of the seat it was given for, by the one function that
 * knows it. What was written in a rehearsal, or while nothing is sent for real, leads nowhere. Undefined where there
 * is nobody to write to: the term is over, the address is gone, or nothing may be sent at all.
 */
export async function findAnswerAddressee(
  read: Reader,
  keyring: Keyring,
  { groupId, forwarding }: { groupId: string; forwarding: Forwarding },
  now: number,
): Promise<string | undefined> {
  if (forwarding === "off") return undefined;
  const { responses, representatives, terms } = read.tables;
  const [row] = await read
    .select({
      mode: responses.mode,
      termId: terms.id,
      address: terms.address,
      representative: representatives,
    })
    .from(responses)
    .innerJoin(representatives, eq(representatives.id, responses.representativeId))
    .innerJoin(terms, eq(terms.id, responses.termId))
    .where(and(eq(responses.id, groupId), isRunning(read, londonDay(now))));
  if (!row || row.address === "") return undefined;
  const { mode, termId, address, representative } = row;
  const { publicId, isInvented } = representative;
  const isReal = forwarding === "live" && mode === "live" && !isInvented;
  return recipientOf(keyring, { termId, address, publicId, isInvented }, isReal ? "live" : "rehearsal");
}
