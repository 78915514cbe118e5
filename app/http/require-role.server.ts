import { redirect } from "@remix-run/node";
import type { Role } from "#db/tables/account.ts";
import { hasRole, type SignedIn } from "../domain/account/account.ts";
import { findSignedIn } from "../domain/account/queries.server.ts";
import type { RequestContext } from "./context.ts";
import { readSessionCookie } from "./session-cookie.ts";

/** Where somebody is told how to make a passkey, or to use the one they have. */
export const PASSKEYS_PATH = "/account/passkeys";

/** Who is signed in with this request, or undefined. */
export async function findVisitor(
  { db, clock, settings }: Pick<RequestContext, "db" | "clock" | "settings">,
  request: Request,
): Promise<SignedIn | undefined> {
  const token = readSessionCookie(request.headers.get("Cookie"), settings.isProduction);
  return token === undefined ? undefined : findSignedIn(db.read, token, clock.now());
}

/** Whoever is signed in. @throws Response to the sign-in page where nobody is. */
export async function requireVisitor(
  context: Pick<RequestContext, "db" | "clock" | "settings">,
  request: Request,
): Promise<SignedIn> {
  const visitor = await findVisitor(context, request);
  if (!visitor) throw redirect("/sign-in", 303);
  return visitor;
}

/**
 * Whoever is signed in and may do what the role may. In production only a passkey will do. Each loader and each
 * action asks for itself.
 *
 * @throws Response to the sign-in page where nobody is signed in, 403 where the role is missing, and where the
 * passkey is missing to the page that says what to do.
 */
export async function requireRole(context: RequestContext, request: Request, role: Role): Promise<SignedIn> {
  const visitor = await requireVisitor(context, request);
  if (!hasRole(visitor, role)) throw new Response(null, { status: 403 });
  if (needsPasskey(context.settings, visitor)) throw redirect(PASSKEYS_PATH, 303);
  return visitor;
}

/** Whether a session has to begin with a passkey before somebody may use their role: in production, each one. */
export function needsPasskey(
  { isProduction }: Pick<RequestContext["settings"], "isProduction">,
  { roles, method }: Pick<SignedIn, "roles" | "method">,
): boolean {
  return isProduction && roles.length > 0 && method !== "passkey";
}
