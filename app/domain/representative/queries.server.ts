import { and, asc, eq, gte, inArray, lte, or } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import { londonDay } from "../time/london.ts";
import { sourceUrl } from "./source-url.ts";

/** Somebody who speaks for an area at this moment; never their address. */
export interface SittingRepresentative {
  publicId: string;
  kind: RepresentativeKind;
  name: string;
  party: string;
  gssCode: string;
  isInvented: boolean;
  hasAddress: boolean;
  /** The first day of their term. */
  startsOn: string;
  source: string;
  /** Where the source shows this person, where it does. */
  sourceUrl?: string;
  checkedOn: string;
}

/** Who speaks for these areas today, by area and name. */
export async function listSitting(
  read: Reader,
  gssCodes: readonly string[],
  now: number,
): Promise<SittingRepresentative[]> {
  const { representatives, terms } = read.tables;
  const codes = gssCodes.filter((code) => code !== "");
  if (codes.length === 0) return [];
  const today = londonDay(now);
  const rows = await read
    .select({
      publicId: representatives.publicId,
      kind: representatives.kind,
      name: representatives.name,
      party: terms.party,
      gssCode: terms.gssCode,
      isInvented: representatives.isInvented,
      address: terms.address,
      startsOn: terms.startsOn,
      source: terms.source,
      checkedOn: terms.checkedOn,
      sourceKey: representatives.sourceKey,
    })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .where(
      and(
        inArray(terms.gssCode, codes),
        lte(terms.startsOn, today),
        or(eq(terms.endsOn, ""), gte(terms.endsOn, today)),
      ),
    )
    .orderBy(asc(terms.gssCode), asc(representatives.name), asc(representatives.id));
  return rows.map(({ address, sourceKey, ...row }) => ({
    ...row,
    hasAddress: address !== "",
    sourceUrl: sourceUrl(sourceKey),
  }));
}
