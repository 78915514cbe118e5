import { and, asc, eq, ne } from "drizzle-orm";
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

/** A council's rule, read or not: for those who are about to read it. */
export async function findPetitionRule(read: Reader, gssCode: string): Promise<PetitionRule | undefined> {
  const { petitionRules } = read.tables;
  const [rule] = await read.select().from(petitionRules).where(eq(petitionRules.gssCode, gssCode));
  return rule;
}

/** A council's rule as those who look after the site see it: checked or not. */
export interface ListedRule extends PetitionRule {
  councilName: string;
}

/** All rules that are known, those that nobody has checked first, then by the council's name. */
export async function listPetitionRules(read: Reader): Promise<ListedRule[]> {
  const { petitionRules, areas } = read.tables;
  const rows = await read
    .select({ rule: petitionRules, councilName: areas.name })
    .from(petitionRules)
    .innerJoin(areas, eq(areas.gssCode, petitionRules.gssCode))
    .orderBy(asc(petitionRules.checkedOn), asc(areas.name), asc(areas.gssCode))
    .limit(LISTED);
  return rows.map(({ rule, councilName }) => ({ ...rule, councilName }));
}

/** More than there are councils. */
const LISTED = 1000;
