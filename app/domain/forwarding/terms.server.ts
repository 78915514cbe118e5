import { and, eq, gte, inArray, lte, ne, notInArray, or, type SQL } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** Whether a term runs on a London day. */
export function isRunning({ tables: { terms } }: Reader, day: string): SQL | undefined {
  return and(lte(terms.startsOn, day), or(eq(terms.endsOn, ""), gte(terms.endsOn, day)));
}

/** Whether there is an address that works, and nobody who reads it has asked us to stop. */
export function canBeWrittenTo(read: Reader): SQL | undefined {
  const { terms } = read.tables;
  const barred = read
    .select({ addressHash: terms.addressHash })
    .from(terms)
    .where(inArray(terms.addressState, ["bounced", "opted_out"]));
  return and(ne(terms.address, ""), notInArray(terms.addressHash, barred));
}
