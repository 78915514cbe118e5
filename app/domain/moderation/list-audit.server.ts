import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { findAreas } from "../area/queries.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";

/** Who did it, where their account has been forgotten since. */
const GONE = "somebody who has no account any more";

/** Lines of one page. */
const LINES = 50;

/** One line of the audit log, with whom and what it is about in words instead of ids. */
export interface AuditLine {
  sequence: number;
  at: number;
  /** The address of the account; blank where the program or a command did it. */
  by: string;
  action: string;
  about?: { name: string; href: string };
  detail: string;
}

/** The latest lines before one, newest first; `next` is where the older ones go on. */
export async function listAudit(
  read: Reader,
  keyring: Keyring,
  before: number | undefined,
): Promise<{ lines: AuditLine[]; next?: number }> {
  const { auditLog } = read.tables;
  const rows = await read
    .select()
    .from(auditLog)
    .where(before === undefined ? undefined : lt(auditLog.sequence, before))
    .orderBy(desc(auditLog.sequence))
    .limit(LINES + 1);
  const shown = rows.slice(0, LINES);
  const names = await namesOf(read, [...new Set(shown.map((row) => row.subject))]);
  const people = shown.flatMap(({ accountId, subject }) => [accountId, subject]);
  const addresses = await addressesOf(read, keyring, [...new Set(people)]);
  return {
    next: rows.length > LINES ? shown.at(-1)?.sequence : undefined,
    lines: shown.map(({ sequence, at, accountId, action, subject, detail }) => ({
      ...{ sequence, at, action, detail },
      by: addresses.get(accountId) ?? (accountId === "" ? "" : GONE),
      about: names.get(subject) ?? person(addresses.get(subject)),
    })),
  };
}

/** What representatives, areas, corrections, campaigns and groups are called, by the id of their row; merged ones lead to who stayed. */
async function namesOf(read: Reader, ids: string[]): Promise<Map<string, { name: string; href: string }>> {
  const names = new Map<string, { name: string; href: string }>();
  if (ids.length === 0) return names;
  const { representatives, mergedRepresentatives, corrections } = read.tables;
  const merged = await read
    .select()
    .from(mergedRepresentatives)
    .where(inArray(mergedRepresentatives.id, ids));
  const kept = new Map(merged.map((row) => [row.id, row.representativeId]));
  const people = await read
    .select({ id: representatives.id, publicId: representatives.publicId, name: representatives.name })
    .from(representatives)
    .where(inArray(representatives.id, [...ids, ...kept.values()]));
  for (const { id, publicId, name } of people)
    names.set(id, { name, href: `/admin/representatives/${publicId}` });
  for (const [id, keptId] of kept) {
    const known = names.get(keptId);
    if (known) names.set(id, known);
  }
  for (const { gssCode, name } of (await findAreas(read, ids)).values()) {
    names.set(gssCode, { name, href: `/admin/areas/${gssCode}` });
  }
  const offered = await read
    .select({ id: corrections.id, publicId: corrections.publicId })
    .from(corrections)
    .where(inArray(corrections.id, ids));
  for (const { id, publicId } of offered) {
    names.set(id, { name: "A correction", href: `/admin/corrections/${publicId}` });
  }
  for (const { id, number, title } of await listTitles(read, ids)) {
    names.set(id, { name: title, href: `/moderate/campaigns/${number}` });
  }
  const { groups } = read.tables;
  const named = await read
    .select({ id: groups.id, slug: groups.slug, name: groups.name })
    .from(groups)
    .where(inArray(groups.id, ids));
  for (const { id, slug, name } of named) names.set(id, { name, href: `/moderate/groups/${slug}` });
  return names;
}

async function listTitles(
  read: Reader,
  ids: string[],
): Promise<{ id: string; number: number; title: string }[]> {
  const { campaigns, campaignTexts } = read.tables;
  const isEnglish = and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en"));
  return read
    .select({ id: campaigns.id, number: campaigns.number, title: campaignTexts.title })
    .from(campaigns)
    .innerJoin(campaignTexts, isEnglish)
    .where(inArray(campaigns.id, ids));
}

/** Somebody whose role or passkeys were changed. */
function person(address: string | undefined): { name: string; href: string } | undefined {
  return address === undefined ? undefined : { name: address, href: "/admin/people" };
}

async function addressesOf(read: Reader, keyring: Keyring, ids: string[]): Promise<Map<string, string>> {
  const { accounts } = read.tables;
  if (ids.length === 0) return new Map();
  const rows = await read.select().from(accounts).where(inArray(accounts.id, ids));
  return new Map(
    rows.map(({ id, address }) => [
      id,
      keyring.open({ table: "accounts", column: "address", rowId: id }, address),
    ]),
  );
}
