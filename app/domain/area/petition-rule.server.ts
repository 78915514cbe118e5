import { and, eq, ne } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";

/** How many must sign before a council debates a petition, as its own page says. */
export type PetitionRule = Tables["petitionRules"]["$inferSelect"];

/** A council's rule, where a moderator has read it at its source; undefined for all others, also those not checked yet. */
export async function findCheckedPetitionRule(
  read: Reader,
  gssCode: string,
): Promise<PetitionRule | undefined> {
  const { petitionRules } = read.tables;
  const [rule] = await read
    .select()
    .from(petitionRules)
    .where(and(eq(petitionRules.gssCode, gssCode), ne(petitionRules.checkedOn, "")));
  return rule;
}
