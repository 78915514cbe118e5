import { isNull } from "drizzle-orm";
import type { SignedIn } from "#app/domain/account/account.ts";
import { addPasskey } from "#app/domain/account/add-passkey.server.ts";
import { beginPasskey } from "#app/domain/account/begin-passkey.server.ts";
import { beginPasskeySignIn } from "#app/domain/account/begin-passkey-sign-in.server.ts";
import { relyingParty } from "#app/domain/account/passkey.ts";
import { findSignedIn } from "#app/domain/account/queries.server.ts";
import { requestSignIn } from "#app/domain/account/request-sign-in.server.ts";
import { signIn } from "#app/domain/account/sign-in.server.ts";
import { signInByPasskey } from "#app/domain/account/sign-in-by-passkey.server.ts";
import { NOW } from "#tests/factories.ts";
import type { TestSite } from "#tests/site.ts";
import { type Authenticator, authenticator } from "./authenticator.ts";

export const PARTY = relyingParty("https://hearhear.example");

/** A session of somebody, and the token of its cookie. */
export interface Visitor extends SignedIn {
  token: string;
}

/** Signs in by a mailed link. */
export async function byLink(site: TestSite, email: string, now: number = NOW): Promise<Visitor> {
  await requestSignIn(site, email, now);
  const { signInRequests } = site.db.tables;
  const [asked] = await site.db.read.select().from(signInRequests).where(isNull(signInRequests.spentAt));
  const token = site.keyring.token("sign_in", asked?.id ?? "", 1);
  return visitorOf(site, await signIn(site, { token, device: "Firefox on Windows" }, now), now);
}

/** Makes a passkey for somebody on a new device. @throws when refused */
export async function withPasskey(
  site: TestSite,
  visitor: Visitor,
  now: number = NOW,
  party = PARTY,
): Promise<Authenticator> {
  const device = authenticator(party);
  const answer = device.make(await beginPasskey(site, { ...visitor, party }, now));
  const outcome = await addPasskey(site, { visitor, answer, party, device: "Safari on Mac" }, now);
  if (outcome !== "added") throw new Error(`no passkey was made: ${outcome}`);
  return device;
}

/** Signs in with a passkey. @throws when refused */
export async function byPasskey(
  site: TestSite,
  device: Authenticator,
  now: number = NOW,
  party = PARTY,
): Promise<Visitor> {
  const answer = device.use(await beginPasskeySignIn(site, { party }, now));
  const session = await signInByPasskey(site, { answer, party, device: "Safari on Mac" }, now);
  if (typeof session === "string") throw new Error(`nobody was signed in: ${session}`);
  return visitorOf(site, session, now);
}

async function visitorOf(
  site: TestSite,
  session: { token: string } | undefined,
  now: number,
): Promise<Visitor> {
  const token = session?.token ?? "";
  const signedIn = await findSignedIn(site.db.read, token, now);
  if (!signedIn) throw new Error("nobody was signed in");
  return { ...signedIn, token };
}
