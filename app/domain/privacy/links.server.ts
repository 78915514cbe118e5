import { and, eq, inArray } from "drizzle-orm";
import type { ReadBuilders, Reader, Tx, WriteBuilders } from "#db/database.ts";
import { insertRows } from "#db/insert-rows.ts";
import type { Tables } from "#db/schema.ts";
import { everyColumn, type Given, statement } from "#db/statement.ts";
import type { LinkPurpose } from "#db/tables/mail.ts";
import { type Keyring, tokenHash } from "./keyring.server.ts";

const GENERATION = 1;

/** The tokens of a row's links by what they are for. */
export type LinkTokens = Partial<Record<LinkPurpose, string>>;

/** Makes links to one row: from now on their tokens are found by `findLinkedRow`. */
export async function makeLinks(
  tx: Tx,
  keyring: Keyring,
  rowId: string,
  purposes: readonly LinkPurpose[],
): Promise<void> {
  for (const purpose of purposes) await tx.run(insertLink, linkTo(keyring, rowId, purpose));
}

type LinkRow = Tables["links"]["$inferSelect"];
const insertLink = statement("insert_link", (db: WriteBuilders, _given: Given<LinkRow>) =>
  db.insert(db.tables.links).values(everyColumn(db.tables.links)).onConflictDoNothing(),
);

/** The same to each of several rows. */
export async function makeLinksOf(
  tx: Tx,
  keyring: Keyring,
  rowIds: readonly string[],
  purposes: readonly LinkPurpose[],
): Promise<void> {
  const rows = rowIds.flatMap((rowId) => purposes.map((purpose) => linkTo(keyring, rowId, purpose)));
  if (rows.length > 0) await insertRows(tx, tx.tables.links, rows).onConflictDoNothing();
}

function linkTo(keyring: Keyring, rowId: string, purpose: LinkPurpose): LinkRow {
  const hashed = tokenHash(keyring.token(purpose, rowId, GENERATION));
  return { tokenHash: hashed, purpose, rowId, generation: GENERATION, keyId: keyring.keyId };
}

/** The tokens of a row's links, made again from the row; the same in every mail about it. */
export async function linkTokens(read: Reader, keyring: Keyring, rowId: string): Promise<LinkTokens> {
  return tokensByRow(keyring, await read.run(listLinks, { rowId })).get(rowId) ?? {};
}

const listLinks = statement("list_links", (db: ReadBuilders, given: Given<{ rowId: string }>) => {
  const { links } = db.tables;
  return db
    .select()
    .from(links)
    .where(eq(links.rowId, given("rowId")));
});

/** The same of several rows, by row. */
export async function linkTokensOf(
  read: Reader,
  keyring: Keyring,
  rowIds: readonly string[],
): Promise<ReadonlyMap<string, LinkTokens>> {
  return tokensByRow(keyring, await listLinksOf(read, rowIds));
}

/** The same of several rows, made when a row is asked for: one whose secret is gone fails alone. */
export async function readLinkTokens(
  read: Reader,
  keyring: Keyring,
  rowIds: readonly string[],
): Promise<(rowId: string) => LinkTokens> {
  const byRow = new Map<string, LinkOfRow[]>();
  for (const link of await listLinksOf(read, rowIds)) {
    const links = byRow.get(link.rowId);
    if (links) links.push(link);
    else byRow.set(link.rowId, [link]);
  }
  return (rowId) => tokensByRow(keyring, byRow.get(rowId) ?? []).get(rowId) ?? {};
}

type LinkOfRow = Pick<LinkRow, "rowId" | "purpose" | "generation" | "keyId">;

function listLinksOf({ select, tables }: Reader, rowIds: readonly string[]): Promise<LinkOfRow[]> {
  const { rowId, purpose, generation, keyId } = tables.links;
  return select({ rowId, purpose, generation, keyId })
    .from(tables.links)
    .where(inArray(rowId, [...rowIds]));
}

function tokensByRow(keyring: Keyring, rows: readonly LinkOfRow[]): ReadonlyMap<string, LinkTokens> {
  const byRow = new Map<string, LinkTokens>();
  for (const { rowId, purpose, generation, keyId } of rows) {
    const tokens = byRow.get(rowId) ?? {};
    tokens[purpose] = keyring.token(purpose, rowId, generation, keyId);
    byRow.set(rowId, tokens);
  }
  return byRow;
}

/** The row that a token of one of these purposes is about, or undefined for a token that is nobody's. */
export async function findLinkedRow(
  read: Reader,
  token: string,
  purposes: readonly LinkPurpose[],
): Promise<string | undefined> {
  const [link] = await read.run(findLink, { tokenHash: tokenHash(token) });
  return link && purposes.includes(link.purpose) ? link.rowId : undefined;
}

const findLink = statement("find_link", (db: ReadBuilders, given: Given<{ tokenHash: string }>) => {
  const { links } = db.tables;
  return db
    .select({ rowId: links.rowId, purpose: links.purpose })
    .from(links)
    .where(eq(links.tokenHash, given("tokenHash")));
});

/** Ends links of rows: of one purpose, or all of them when a row is deleted. */
export async function dropLinks(tx: Tx, rowIds: readonly string[], purpose?: LinkPurpose): Promise<void> {
  const { links } = tx.tables;
  if (rowIds.length === 0) return;
  await tx
    .delete(links)
    .where(and(inArray(links.rowId, [...rowIds]), purpose ? eq(links.purpose, purpose) : undefined));
}
