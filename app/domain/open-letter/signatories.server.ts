import { and, asc, desc, eq, gte, lt, lte, type SQL, sql } from "drizzle-orm";
import { FIRST_SIGNATORIES, SIGNATORIES_FOUND, SIGNATORIES_PER_PAGE } from "#app/policy-letters.ts";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { sortKey } from "../signature/identity.ts";
import { behind, NAMES_BETWEEN_MARKS } from "./mark-names.server.ts";
import { organisationKey } from "./organisation-key.ts";

/** Behind this stand all whom nobody has put in order. Source: the default of `public_names.position`. */
export const UNORDERED = 1_000_000;
/** Sorts behind whatever begins with what stands before it. */
const LAST = "\u{10ffff}";

/** Somebody who shows their name; with role and organisation where they were vouched for. Never place or time. */
export interface Signatory {
  /** Of its row; for links of ours, never for a page. */
  signatureId: string;
  name: string;
  role: string;
  organisation: string;
  isFirst: boolean;
}

/**
 * A page of those who show their names: the first ones in the organisers' order, then by name. Who waits for a
 * moderator has a place in the list and is left out of it, so that a page can be opened from the nearest mark.
 */
export async function listSignatories(
  read: Reader,
  { campaignId, page }: { campaignId: string; page: number },
): Promise<Signatory[]> {
  const { publicNames } = read.tables;
  const { signatureId, name, role, organisation, position, isHeld } = publicNames;
  const skipped = (page - 1) * SIGNATORIES_PER_PAGE;
  const mark = await findMark(read, campaignId, skipped);
  const rows = await read
    .select({ signatureId, name, role, organisation, position, isHeld })
    .from(publicNames)
    .where(
      and(
        eq(publicNames.campaignId, campaignId),
        eq(publicNames.isPublished, true),
        mark && behind(publicNames, mark),
      ),
    )
    .orderBy(asc(position), asc(publicNames.sortKey), asc(signatureId))
    .limit(SIGNATORIES_PER_PAGE)
    .offset(skipped - (mark?.passed ?? 0));
  return named(rows.filter((row) => !row.isHeld).map(({ isHeld: _, ...row }) => row));
}

async function findMark(
  read: Reader,
  campaignId: string,
  skipped: number,
): Promise<Tables["nameMarks"]["$inferSelect"] | undefined> {
  if (skipped < NAMES_BETWEEN_MARKS) return undefined;
  const { nameMarks } = read.tables;
  const [mark] = await read
    .select()
    .from(nameMarks)
    .where(and(eq(nameMarks.campaignId, campaignId), lte(nameMarks.passed, skipped)))
    .orderBy(desc(nameMarks.passed))
    .limit(1);
  return mark;
}

/** The first so many of them. */
export async function listFirstSignatories(
  read: Reader,
  { campaignId, limit }: { campaignId: string; limit: number },
): Promise<Signatory[]> {
  const { publicNames } = read.tables;
  return select(read, isShown(publicNames, campaignId))
    .orderBy(asc(publicNames.position), asc(publicNames.sortKey), asc(publicNames.signatureId))
    .limit(limit)
    .then(named);
}

/** Those whom the organisers have put first, in their order. */
export async function listPutFirst(read: Reader, campaignId: string): Promise<Signatory[]> {
  const { publicNames } = read.tables;
  return select(read, and(isShown(publicNames, campaignId), lt(publicNames.position, UNORDERED)))
    .orderBy(asc(publicNames.position), asc(publicNames.sortKey), asc(publicNames.signatureId))
    .limit(FIRST_SIGNATORIES)
    .then(named);
}

/**
 * Those whose name, family name or organisation begins with what was typed, by name; `isCut` where there are more. Each
 * of the three is a range of an index.
 */
export async function findSignatories(
  read: Reader,
  { campaignId, q }: { campaignId: string; q: string },
): Promise<{ people: Signatory[]; isCut: boolean }> {
  const key = sortKey(q);
  if (key === "") return { people: [], isCut: false };
  const { publicNames } = read.tables;
  const { sortKey: nameKey, surnameKey, organisationKey: ofOrganisation, position } = publicNames;
  const shown = isShown(publicNames, campaignId);
  const limit = SIGNATORIES_FOUND + 1;
  const first = await listPutFirst(read, campaignId);
  const parts = await Promise.all([
    select(read, and(shown, eq(position, UNORDERED), beginsWith(nameKey, key)))
      .orderBy(asc(nameKey))
      .limit(limit),
    select(read, and(shown, beginsWith(surnameKey, key)))
      .orderBy(asc(surnameKey))
      .limit(limit),
    // Said of the column as its index says it, which holds no others.
    select(read, and(shown, sql`${ofOrganisation} <> ''`, beginsWith(ofOrganisation, organisationKey(q))))
      .orderBy(asc(ofOrganisation), asc(nameKey))
      .limit(limit),
  ]);
  const found = new Map<string, Signatory>();
  for (const one of first) if (sortKey(one.name).startsWith(key)) found.set(one.signatureId, one);
  for (const part of parts) for (const one of named(part)) found.set(one.signatureId, one);
  const people = [...found.values()].sort((a, b) => compare(sortKey(a.name), sortKey(b.name)));
  return { people: people.slice(0, SIGNATORIES_FOUND), isCut: people.length > SIGNATORIES_FOUND };
}

function select(read: Reader, condition: SQL | undefined) {
  const { publicNames } = read.tables;
  const { signatureId, name, role, organisation, position } = publicNames;
  return read.select({ signatureId, name, role, organisation, position }).from(publicNames).where(condition);
}

/** Whether a text column begins with a key, as a range that an index answers. */
function beginsWith(
  column: Tables["publicNames"]["sortKey"] | Tables["publicNames"]["surnameKey"],
  key: string,
): SQL | undefined {
  return and(gte(column, key), lt(column, `${key}${LAST}`));
}

function isShown(publicNames: Tables["publicNames"], campaignId: string): SQL | undefined {
  return and(
    eq(publicNames.campaignId, campaignId),
    eq(publicNames.isPublished, true),
    eq(publicNames.isHeld, false),
  );
}

function named(rows: readonly (Omit<Signatory, "isFirst"> & { position: number })[]): Signatory[] {
  return rows.map(({ position, ...row }) => ({ ...row, isFirst: position < UNORDERED }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
