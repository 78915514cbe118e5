import {
  aliasedTable,
  and,
  type Column,
  eq,
  gte,
  inArray,
  isNull,
  lte,
  ne,
  not,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { isLostInRehearsal } from "./settle-fate.server.ts";

/** Whether a term runs on a London day. */
export function isRunning({ tables: { terms } }: Reader, day: string): SQL | undefined {
  return and(lte(terms.startsOn, day), or(eq(terms.endsOn, ""), gte(terms.endsOn, day)));
}

/**
 * Whether a term's address may be written to now: it works, and nobody who reads it has asked us to stop, with all
 * messages or, where a campaign is named (its id, or a column that holds it), with those about this one.
 */
export function canBeWrittenTo(
  read: Reader,
  campaignId: Column | string = "",
  mode: DeliveryMode = "live",
): SQL | undefined {
  const { terms } = read.tables;
  const same = aliasedTable(terms, "same");
  // Looked up by address, seat by seat: neither engine goes through all of them for one.
  const barred = read
    .select({ id: same.id })
    .from(same)
    .where(
      and(eq(same.addressHash, terms.addressHash), inArray(same.addressState, ["bounced", "opted_out"])),
    );
  return and(
    ne(terms.address, ""),
    notExists(barred),
    mode === "rehearsal" ? not(isLostInRehearsal(read)) : undefined,
    not(isPaused(read, campaignId, mode)),
  );
}

/**
 * Whether whoever reads a term's address has asked for a rest: from all messages, or from those of a campaign. What
 * was asked in a rehearsal does not count live.
 */
export function isPaused(
  read: Reader,
  campaignId: Column | string = "",
  mode: DeliveryMode = "live",
): SQL<boolean> {
  const { pauses, terms } = read.tables;
  const asked = read
    .select({ id: pauses.id })
    .from(pauses)
    .where(
      and(
        eq(pauses.addressHash, terms.addressHash),
        or(eq(pauses.campaignId, ""), eq(pauses.campaignId, campaignId)),
        inArray(pauses.mode, mode === "live" ? ["live"] : ["live", "rehearsal"]),
        isNull(pauses.endedAt),
      ),
    );
  return sql<boolean>`exists ${asked}`.mapWith(Boolean);
}
