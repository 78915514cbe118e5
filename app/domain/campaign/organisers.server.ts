import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { OrganiserRole } from "#db/tables/organising.ts";
import { type Keyring, tokenHash } from "../privacy/keyring.server.ts";

/** More than may run one campaign. */
const LISTED = 50;

/** One of those who run a campaign, as the others see them. */
export interface Organiser {
  /** How forms speak of them. */
  key: string;
  accountId: string;
  role: OrganiserRole;
  address: string;
  addedAt: number;
}

/** What an account may do with a campaign; undefined for those who do not run it. */
export async function findOrganiserRole(
  read: Reader,
  { campaignId, accountId }: { campaignId: string; accountId: string },
): Promise<OrganiserRole | undefined> {
  const { organisers } = read.tables;
  const [row] = await read
    .select({ role: organisers.role })
    .from(organisers)
    .where(and(eq(organisers.campaignId, campaignId), eq(organisers.accountId, accountId)));
  return row?.role;
}

/** Everybody who runs a campaign, whoever began first. Addresses are for its owners' eyes. */
export async function listOrganisers(
  read: Reader,
  keyring: Keyring,
  campaignId: string,
): Promise<Organiser[]> {
  const { organisers, accounts } = read.tables;
  const rows = await read
    .select({ organiser: organisers, address: accounts.address })
    .from(organisers)
    .innerJoin(accounts, eq(accounts.id, organisers.accountId))
    .where(eq(organisers.campaignId, campaignId))
    .orderBy(asc(organisers.addedAt), asc(organisers.accountId))
    .limit(LISTED);
  return rows.map(({ organiser: { accountId, role, addedAt }, address }) => ({
    ...{ accountId, role, addedAt },
    key: organiserKey(campaignId, accountId),
    address: keyring.open({ table: "accounts", column: "address", rowId: accountId }, address),
  }));
}

/** How forms speak of an organiser: nobody can make it out of anything that is shown. */
export function organiserKey(campaignId: string, accountId: string): string {
  return tokenHash(`organiser ${campaignId} ${accountId}`).slice(0, 16);
}

/** The organiser whom a form speaks of, with their role; undefined where nobody of this key runs the campaign. */
export async function findByKey(
  read: Reader,
  campaignId: string,
  key: string,
): Promise<{ accountId: string; role: OrganiserRole } | undefined> {
  const { organisers } = read.tables;
  const rows = await read
    .select({ accountId: organisers.accountId, role: organisers.role })
    .from(organisers)
    .where(eq(organisers.campaignId, campaignId))
    .orderBy(asc(organisers.accountId))
    .limit(LISTED);
  return rows.find(({ accountId }) => organiserKey(campaignId, accountId) === key);
}
