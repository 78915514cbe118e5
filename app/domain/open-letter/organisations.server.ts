import { asc, count, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";

/** A domain that vouches, as moderators see it. */
export interface KnownOrganisation {
  name: string;
  nameKey: string;
  domain: string;
  sourceUrl: string;
  checkedAt: number;
}

/** A page of the domains that have been found to be organisations' own, by name. */
export async function listOrganisations(
  read: Reader,
  page: number,
): Promise<{ organisations: KnownOrganisation[]; count: number }> {
  const { organisations } = read.tables;
  const [counted] = await read.select({ count: count() }).from(organisations);
  const rows = await read
    .select({
      name: organisations.name,
      nameKey: organisations.nameKey,
      domain: organisations.domain,
      sourceUrl: organisations.sourceUrl,
      checkedAt: organisations.checkedAt,
    })
    .from(organisations)
    .orderBy(asc(organisations.nameKey), asc(organisations.domain))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  return { organisations: rows, count: counted?.count ?? 0 };
}

/** What is known of a name and of a domain: the same organisation's other domains, other organisations at that one. */
export async function findKnown(
  read: Reader,
  { nameKey, domain }: { nameKey: string; domain: string },
): Promise<KnownOrganisation[]> {
  const { organisations } = read.tables;
  return read
    .select({
      name: organisations.name,
      nameKey: organisations.nameKey,
      domain: organisations.domain,
      sourceUrl: organisations.sourceUrl,
      checkedAt: organisations.checkedAt,
    })
    .from(organisations)
    .where(sql`${organisations.domain} = ${domain} or ${organisations.nameKey} = ${nameKey}`)
    .orderBy(asc(organisations.nameKey), asc(organisations.domain))
    .limit(PAGE_LENGTH);
}
