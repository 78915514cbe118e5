import { eq } from "drizzle-orm";
import type { Reader } from "../../database.ts";
import type { Tables } from "../../schema.ts";
import type { RepresentativeKind } from "../../tables/representative.ts";

/** A term as the database has it, with the representative who holds it. */
export interface CurrentTerm {
  term: Tables["terms"]["$inferSelect"];
  representative: Tables["representatives"]["$inferSelect"];
}

/** Every term, running and ended, of one kind of representative; `gssCodes` narrows it to some areas. */
export async function listCurrentTerms(
  read: Reader,
  kind: RepresentativeKind,
  gssCodes?: ReadonlySet<string>,
): Promise<CurrentTerm[]> {
  const { terms, representatives } = read.tables;
  const rows = await read
    .select({ term: terms, representative: representatives })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .where(eq(representatives.kind, kind))
    .orderBy(terms.gssCode, terms.startsOn, terms.id);
  return gssCodes ? rows.filter(({ term }) => gssCodes.has(term.gssCode)) : rows;
}
