import { and, eq, inArray } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import { insertRows } from "#db/insert-rows.ts";
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
  await makeLinksOf(tx, keyring, [rowId], purposes);
}

/** The same to each of several rows. */
export async function makeLinksOf(
  tx: Tx,
  keyring: Keyring,
  rowIds: readonly string[],
  purposes: readonly LinkPurpose[],
): Promise<void> {
  const rows = rowIds.flatMap((rowId) =>
    purposes.map((purpose) => ({
      tokenHash: tokenHash(keyring.token(purpose, rowId, GENERATION)),
      purpose,
      rowId,
      generation: GENERATION,
      keyId: keyring.keyId,
    })),
  );
  if (rows.length > 0) await insertRows(tx, tx.tables.links, rows).onConflictDoNothing();
}

/** The tokens of a row's links, made again from the row; the same in every mail about it. */
export async function linkTokens(read: Reader, keyring: Keyring, rowId: string): Promise<LinkTokens> {
  return (await linkTokensOf(read, keyring, [rowId])).get(rowId) ?? {};
}

/** The same of several rows, by row. */
export async function linkTokensOf(
  read: Reader,
  keyring: Keyring,
  rowIds: readonly string[],
): Promise<ReadonlyMap<string, LinkTokens>> {
  const { links } = read.tables;
  const rows = await read
    .select()
    .from(links)
    .where(inArray(links.rowId, [...rowIds]));
  const tokens = new Map<string, LinkTokens>();
  for (const { rowId, purpose, generation, keyId } of rows)
    tokens.set(rowId, {
      ...tokens.get(rowId),
      [purpose]: keyring.token(purpose, rowId, generation, keyId),
    });
  return tokens;
}

/** The row that a token of one of these purposes is about, or undefined for a token that is nobody's. */
export async function findLinkedRow(
  read: Reader,
  token: string,
  purposes: readonly LinkPurpose[],
): Promise<string | undefined> {
  const { links } = read.tables;
  const [link] = await read
    .select({ rowId: links.rowId })
    .from(links)
    .where(and(eq(links.tokenHash, tokenHash(token)), inArray(links.purpose, [...purposes])));
  return link?.rowId;
}

/** Ends links of rows: of one purpose, or all of them when a row is deleted. */
export async function dropLinks(tx: Tx, rowIds: readonly string[], purpose?: LinkPurpose): Promise<void> {
  const { links } = tx.tables;
  if (rowIds.length === 0) return;
  await tx
    .delete(links)
    .where(and(inArray(links.rowId, [...rowIds]), purpose ? eq(links.purpose, purpose) : undefined));
}
