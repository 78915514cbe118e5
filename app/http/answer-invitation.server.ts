import { redirect } from "@remix-run/node";
import type { NewSession } from "../domain/account/begin-session.server.ts";
import { signOut } from "../domain/account/sign-out.server.ts";
import type { Acceptance } from "../domain/crew/join-crew.server.ts";
import type { RequestContext } from "./context.ts";
import { deviceWords } from "./device-words.ts";
import { readForm } from "./read-form.server.ts";
import { readSessionCookie, sessionCookie } from "./session-cookie.ts";
import { findVisitorAddress, isSameAddress } from "./visitor-address.server.ts";

/** The address of somebody who is signed in here, where it is not the one that was invited. */
export async function findOtherVisitor(
  context: RequestContext,
  request: Request,
  invited: string,
): Promise<string | undefined> {
  const visitor = await findVisitorAddress(context, request);
  return visitor !== undefined && !isSameAddress(visitor, invited) ? visitor : undefined;
}

/**
 * Says yes to an invitation: joins by `accept`, signs in where the link may, and leads on. Whoever is signed in here
 * stays so until the form says that somebody else takes their place: `refused` then; `over` for a link that is.
 */
export async function answerInvitation(
  context: RequestContext,
  request: Request,
  {
    token = "",
    otherVisitor,
    accept,
  }: {
    token?: string;
    otherVisitor: string | undefined;
    accept: (
      acceptance: Acceptance,
    ) => Promise<{ leadsTo: string; session: NewSession | undefined } | undefined>;
  },
): Promise<Response | "refused" | "over"> {
  const { isProduction } = context.settings;
  const device = deviceWords(request.headers.get("User-Agent"));
  const replaces = readSessionCookie(request.headers.get("Cookie"), isProduction);
  const values = await readForm(request);
  if (otherVisitor !== undefined && values.session !== "replace") return "refused";
  const accepted = await accept({ token, device, replaces });
  if (!accepted) return "over";
  const { leadsTo, session } = accepted;
  // An account that wants more than this link signs in by itself, and nobody else goes on in its place.
  if (!session && otherVisitor !== undefined) await signOut(context, replaces ?? "");
  const headers = session && {
    "Set-Cookie": sessionCookie(session.token, session.expiresAt, isProduction),
  };
  return redirect(leadsTo, { status: 303, headers });
}
