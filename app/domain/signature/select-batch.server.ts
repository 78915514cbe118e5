import { and, asc, desc, eq, gt, gte, lt, lte, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { type BatchSelection, firstIdAt, NETWORK_LABEL } from "./batch-selection.ts";
import { canonicalAddress } from "./identity.ts";
import { sealedIn } from "./signature.ts";

/** Signatures that one part of the work looks at, so that it stays short in a campaign of any size. */
const LOOKED_AT = 5000;
/** Signatures that one part takes at most. */
const TAKEN = 500;

/** One part of a selection, and where the next begins. */
export interface BatchPart {
  ids: string[];
  /** The last signature looked at. */
  cursor: string;
  isLast: boolean;
}

/** The counted signatures of a campaign that a selection means, as far as the database can tell: all but the domain. */
export function isSelected(
  { signatures }: Tables,
  campaignId: string,
  { network, from, until }: BatchSelection,
): SQL | undefined {
  return and(
    eq(signatures.campaignId, campaignId),
    eq(signatures.state, "confirmed"),
    ...(from === 0 ? [] : [gte(signatures.id, firstIdAt(from))]),
    ...(until === 0 ? [] : [lt(signatures.id, firstIdAt(until))]),
    ...(network === ""
      ? []
      : [sql`substr(${signatures.clientNetHash}, 1, ${NETWORK_LABEL}) = ${network.slice(0, NETWORK_LABEL)}`]),
  );
}

/** The next signatures of a selection behind a cursor, at most 500, after a look at 5,000 at most. */
export async function readBatchPart(
  read: Reader,
  keyring: Keyring,
  { campaignId, selection, cursor }: { campaignId: string; selection: BatchSelection; cursor: string },
): Promise<BatchPart> {
  const { signatures } = read.tables;
  const all = isSelected(read.tables, campaignId, { ...selection, network: "" });
  const [end] = await read
    .select({ id: signatures.id })
    .from(signatures)
    .where(and(all, gt(signatures.id, cursor)))
    .orderBy(asc(signatures.id))
    .limit(1)
    .offset(LOOKED_AT - 1);
  const rows = await read
    .select({ id: signatures.id, email: signatures.email })
    .from(signatures)
    .where(
      and(
        isSelected(read.tables, campaignId, selection),
        gt(signatures.id, cursor),
        end && lte(signatures.id, end.id),
      ),
    )
    .orderBy(asc(signatures.id))
    .limit(TAKEN);
  const isFull = rows.length === TAKEN;
  return {
    ids: rows.filter((row) => isOfDomain(keyring, row, selection.domain)).map(({ id }) => id),
    cursor: (isFull ? rows.at(-1)?.id : end?.id) ?? cursor,
    isLast: !isFull && end === undefined,
  };
}

/** The newest signatures of a selection with their addresses opened, at most so many: not to be shown as they are. */
export async function openNewest(
  read: Reader,
  keyring: Keyring,
  { campaignId, selection, limit }: { campaignId: string; selection: BatchSelection; limit: number },
): Promise<{ id: string; name: string; email: string; createdAt: number }[]> {
  const { signatures } = read.tables;
  const newest = read
    .select({
      id: signatures.id,
      name: signatures.name,
      email: signatures.email,
      createdAt: signatures.createdAt,
      clientNetHash: signatures.clientNetHash,
      campaignId: signatures.campaignId,
      state: signatures.state,
    })
    .from(signatures)
    .where(isSelected(read.tables, campaignId, { ...selection, network: "" }))
    .orderBy(desc(signatures.id))
    .limit(LOOKED_AT)
    .as("newest");
  const rows = await read
    .select({ id: newest.id, name: newest.name, email: newest.email, createdAt: newest.createdAt })
    .from(newest)
    .where(
      selection.network === ""
        ? undefined
        : sql`substr(${newest.clientNetHash}, 1, ${NETWORK_LABEL}) = ${selection.network.slice(0, NETWORK_LABEL)}`,
    )
    .orderBy(desc(newest.id))
    .limit(TAKEN);
  return rows
    .filter((row) => row.email !== "" && isOfDomain(keyring, row, selection.domain))
    .slice(0, limit)
    .map(({ id, name, email, createdAt }) => ({
      id,
      name: keyring.open(sealedIn(id, "name"), name),
      email: keyring.open(sealedIn(id, "email"), email),
      createdAt,
    }));
}

/** What stands behind the @ of an address, as addresses are compared. */
export function domainOf(email: string): string {
  const address = canonicalAddress(email);
  return address.slice(address.lastIndexOf("@") + 1);
}

function isOfDomain(keyring: Keyring, { id, email }: { id: string; email: string }, domain: string): boolean {
  if (domain === "") return true;
  return email !== "" && domainOf(keyring.open(sealedIn(id, "email"), email)) === domain;
}
