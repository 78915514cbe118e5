import { and, asc, count, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { NamedRecipientState } from "#db/tables/letter.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { namedPlace, STANDING_STATES } from "./named-recipient.ts";

/** Rows of one campaign that are ever listed: those that stand, and those that were declined. */
const LISTED = 200;

/** Somebody whom a letter is addressed to, as its head shows them. */
export interface Addressee {
  publicId: string;
  name: string;
  role: string;
  organisation: string;
  isCopy: boolean;
  state: NamedRecipientState;
  /** Whose page it is, once accepted; else blank. */
  representativeId: string;
}

/** Somebody named, as those who run the campaign and moderators see them. */
export interface Named extends Addressee {
  /** Blank where none was given, and once it is settled. */
  email: string;
  sourceUrl: string;
  reason: string;
  createdAt: number;
}

/**
 * Whom a campaign is addressed to, in the organisers' order. The public sees those whom a moderator has accepted;
 * whoever writes or reviews it also those who wait.
 */
export async function listAddressees(
  read: Reader,
  campaignId: string,
  states: readonly NamedRecipientState[] = ["accepted"],
): Promise<Addressee[]> {
  const { namedRecipients: named } = read.tables;
  const { publicId, name, role, organisation, isCopy, state, representativeId } = named;
  return read
    .select({ publicId, name, role, organisation, isCopy, state, representativeId })
    .from(named)
    .where(and(eq(named.campaignId, campaignId), inArray(named.state, [...states])))
    .orderBy(asc(named.position), asc(named.id))
    .limit(LISTED);
}

/** Everybody whom a campaign names or named without taking it back, with what was said of them. */
export async function listNamed(read: Reader, keyring: Keyring, campaignId: string): Promise<Named[]> {
  const { namedRecipients: named } = read.tables;
  const rows = await read
    .select()
    .from(named)
    .where(and(eq(named.campaignId, campaignId), inArray(named.state, ["waiting", "accepted", "declined"])))
    .orderBy(asc(named.position), asc(named.id))
    .limit(LISTED);
  return rows.map((row) => {
    const { publicId, name, role, organisation, isCopy, state, representativeId } = row;
    const { sourceUrl, reason, createdAt } = row;
    return {
      ...{
        publicId,
        name,
        role,
        organisation,
        isCopy,
        state,
        representativeId,
        sourceUrl,
        reason,
        createdAt,
      },
      email: keyring.open(namedPlace(row.id), row.email),
    };
  });
}

/** How many a campaign names at present. */
export async function countNamed(read: Reader, campaignId: string): Promise<number> {
  const { namedRecipients: named } = read.tables;
  const [row] = await read
    .select({ count: count() })
    .from(named)
    .where(and(eq(named.campaignId, campaignId), inArray(named.state, [...STANDING_STATES])));
  return row?.count ?? 0;
}
