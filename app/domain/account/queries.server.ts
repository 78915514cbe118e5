import { and, desc, eq, gt, isNotNull, isNull } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { SignInMethod } from "#db/tables/account.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { type Keyring, tokenHash } from "../privacy/keyring.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import type { SignedIn } from "./account.ts";

/** Sessions of one account that a page lists at most. */
const LISTED = 50;

/** Who is signed in by the token of a cookie; undefined when the session is unknown or over. */
export async function findSignedIn(read: Reader, token: string, now: number): Promise<SignedIn | undefined> {
  const { sessions, roles } = read.tables;
  const rows = await read
    .select({
      accountId: sessions.accountId,
      method: sessions.method,
      signedInAt: sessions.createdAt,
      role: roles.role,
    })
    .from(sessions)
    .leftJoin(roles, eq(roles.accountId, sessions.accountId))
    .where(and(eq(sessions.tokenHash, tokenHash(token)), gt(sessions.expiresAt, now)));
  const [first] = rows;
  if (!first) return undefined;
  const { accountId, method, signedInAt } = first;
  return { accountId, method, signedInAt, roles: rows.flatMap((row) => (row.role ? [row.role] : [])) };
}

/** What a mailed link that still signs in leads to: the title of the draft it begins, blank for none. */
export async function findOpenSignIn(
  read: Reader,
  token: string,
  now: number,
): Promise<{ begins: string } | undefined> {
  const id = await findLinkedRow(read, token, ["sign_in"]);
  if (id === undefined) return undefined;
  const { signInRequests, campaignTexts } = read.tables;
  const [open] = await read
    .select({ title: campaignTexts.title })
    .from(signInRequests)
    .leftJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, signInRequests.campaignId), eq(campaignTexts.variant, "en")),
    )
    .where(and(eq(signInRequests.id, id), isNull(signInRequests.spentAt), gt(signInRequests.expiresAt, now)));
  return open && { begins: open.title ?? "" };
}

/** What a mailed link has led to that signed in before: whose it was, and the number of the campaign it began. */
export async function findSpentSignIn(
  read: Reader,
  token: string,
): Promise<{ accountId: string; begun: number | undefined } | undefined> {
  const id = await findLinkedRow(read, token, ["sign_in"]);
  if (id === undefined) return undefined;
  const { signInRequests, campaigns, organisers } = read.tables;
  const runs = and(
    eq(organisers.campaignId, signInRequests.campaignId),
    eq(organisers.accountId, signInRequests.accountId),
  );
  const [spent] = await read
    .select({ accountId: signInRequests.accountId, number: campaigns.number })
    .from(signInRequests)
    .leftJoin(organisers, runs)
    .leftJoin(campaigns, eq(campaigns.id, organisers.campaignId))
    .where(and(eq(signInRequests.id, id), isNotNull(signInRequests.spentAt)));
  return spent && { accountId: spent.accountId, begun: spent.number ?? undefined };
}

/** One place where an account is signed in. */
export interface ListedSession {
  publicId: string;
  device: string;
  method: SignInMethod;
  createdAt: number;
  isThis(token: string): boolean;
}

/** Where an account is signed in, the newest first. */
export async function listSessions(read: Reader, accountId: string, now: number): Promise<ListedSession[]> {
  const { sessions } = read.tables;
  const rows = await read
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt), desc(sessions.publicId))
    .limit(LISTED);
  return rows.map(({ publicId, device, method, createdAt, tokenHash: hash }) => ({
    ...{ publicId, device, method, createdAt },
    isThis: (token) => tokenHash(token) === hash,
  }));
}

/** A request to sign in and the address it goes to; undefined once it is gone. */
export async function findSignInRequest(
  read: Reader,
  keyring: Keyring,
  id: string,
): Promise<{ email: string; expiresAt: number; begins?: CampaignKind } | undefined> {
  const { signInRequests, accounts, campaigns } = read.tables;
  const [row] = await read
    .select({
      accountId: accounts.id,
      address: accounts.address,
      expiresAt: signInRequests.expiresAt,
      begins: campaigns.kind,
    })
    .from(signInRequests)
    .innerJoin(accounts, eq(accounts.id, signInRequests.accountId))
    .leftJoin(campaigns, eq(campaigns.id, signInRequests.campaignId))
    .where(eq(signInRequests.id, id));
  if (!row) return undefined;
  const email = keyring.open({ table: "accounts", column: "address", rowId: row.accountId }, row.address);
  return { email, expiresAt: row.expiresAt, begins: row.begins ?? undefined };
}
