import { eq } from "drizzle-orm";
import type { Reader } from "../../database.ts";
import type { Tables } from "../../schema.ts";
import type { RepresentativeKind } from "../../tables/representative.ts";

/** A term as the database has it, with the representative who holds it. */
export interface CurrentTerm {
  term: Tables["terms"]["$inferSelect"];
  representative: Tables["representatives"]["$inferSelect"];
  /** The council of its ward, the county of its division; blank for a constituency. */
  councilGss: string;
}

/** Every term, running and ended, of one kind of representative, also in areas that are no more. */
export async function listCurrentTerms(read: Reader, kind: RepresentativeKind): Promise<CurrentTerm[]> {
  const { terms, representatives, areas } = read.tables;
  return read
    .select({ term: terms, representative: representatives, councilGss: areas.parentGss })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(eq(representatives.kind, kind))
    .orderBy(terms.gssCode, terms.startsOn, terms.id);
}

/** The keys of representatives who were found to be somebody else's second row, with the key of who they are. */
export async function listMergedKeys(read: Reader): Promise<Map<string, string>> {
  const { mergedRepresentatives, representatives } = read.tables;
  const rows = await read
    .select({ gone: mergedRepresentatives.sourceKey, kept: representatives.sourceKey })
    .from(mergedRepresentatives)
    .innerJoin(representatives, eq(representatives.id, mergedRepresentatives.representativeId));
  return new Map(rows.map(({ gone, kept }) => [gone, kept]));
}
