import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { SESSION_DAYS } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import type { SignInMethod } from "#db/tables/account.ts";
import { tokenHash } from "../privacy/keyring.server.ts";
import { DAY } from "../time/durations.ts";

/** A session that has begun: its cookie's token is known to the browser alone. */
export interface NewSession {
  token: string;
  expiresAt: number;
}

/** How a session begins: whose, in what kind of browser, by what, and the token of the one it takes the place of. */
export interface SessionStart {
  accountId: string;
  device: string;
  method: SignInMethod;
  replaces: string | undefined;
}

/** Begins a session with a token of its own, and ends the one that the same browser had before. */
export async function beginSession(
  tx: Tx,
  { accountId, device, method, replaces }: SessionStart,
  now: number,
): Promise<NewSession> {
  const { sessions } = tx.tables;
  if (replaces !== undefined) await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash(replaces)));
  const session = { token: randomBytes(32).toString("base64url"), expiresAt: now + SESSION_DAYS * DAY };
  await tx.insert(sessions).values({
    tokenHash: tokenHash(session.token),
    publicId: randomBytes(8).toString("hex"),
    accountId,
    device,
    method,
    createdAt: now,
    expiresAt: session.expiresAt,
  });
  return session;
}
