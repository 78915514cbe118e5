import { redirect } from "@remix-run/node";
import type { Role } from "#db/tables/account.ts";
import { hasRole, type SignedIn } from "../domain/account/account.ts";
import { findSignedIn } from "../domain/account/queries.server.ts";
import type { RequestContext } from "./context.ts";
import { readSessionCookie } from "./session-cookie.ts";

/** Who is signed in with this request, or undefined. */
async function findVisitor(
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
 * Whoever is signed in and may do what the role may. Each loader and each action asks for itself.
 *
 * @throws Response to the sign-in page where nobody is signed in, 403 where the role is missing.
 */
export async function requireRole(context: RequestContext, request: Request, role: Role): Promise<SignedIn> {
  const visitor = await requireVisitor(context, request);
  if (!hasRole(visitor, role)) throw new Response(null, { status: 403 });
  return visitor;
}
