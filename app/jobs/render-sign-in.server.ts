import { SIGN_IN_LINK_MINUTES } from "#app/policy.ts";
import { findSignInRequest } from "../domain/account/queries.server.ts";
import { linkTokens } from "../domain/privacy/links.server.ts";
import { signInMail } from "../emails/sign-in.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders the mail that signs somebody in; one that has run out meanwhile is not sent. */
export async function renderSignIn(context: WorkerContext, requestId: string): Promise<Prepared> {
  const { db, keyring, settings, clock } = context;
  const request = await findSignInRequest(db.read, keyring, requestId);
  if (!request) return { skip: "row_gone" };
  if (request.expiresAt <= clock.now()) return { skip: "run_out" };
  const { sign_in: token } = await linkTokens(db.read, keyring, requestId);
  if (token === undefined) return { skip: "row_gone" };
  const mail = signInMail({
    site: mailSite(settings),
    signInUrl: `${settings.appUrl}/sign-in/${token}`,
    expiresInMinutes: SIGN_IN_LINK_MINUTES,
    begins: request.begins,
  });
  return { to: request.email, mail };
}
