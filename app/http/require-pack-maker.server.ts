import { redirect } from "@remix-run/node";
import { hasRole, type SignedIn } from "../domain/account/account.ts";
import { runsPublished } from "../domain/campaign/runs-published.server.ts";
import type { PackMaker } from "../domain/story/pack.ts";
import type { RequestContext } from "./context.ts";
import { findVisitor, needsPasskey, PASSKEYS_PATH, requireVisitor } from "./require-role.server.ts";

/**
 * Whoever may make an evidence pack: a moderator, an admin, or somebody who runs a published campaign.
 *
 * @throws Response to the sign-in page where nobody is signed in, 403 for anybody else, and where the passkey of a
 * role is missing to the page that says what to do.
 */
export async function requirePackMaker(
  context: RequestContext,
  request: Request,
): Promise<{ visitor: SignedIn; maker: PackMaker }> {
  const visitor = await requireVisitor(context, request);
  const maker = await makerOf(context, visitor);
  if (maker === undefined) throw new Response(null, { status: 403 });
  if (needsPasskey(context.settings, visitor)) throw redirect(PASSKEYS_PATH, 303);
  return { visitor, maker };
}

/** Whether the one who asks may make a pack; nobody does who is not signed in. */
export async function mayMakePack(context: RequestContext, request: Request): Promise<boolean> {
  const visitor = await findVisitor(context, request);
  return visitor !== undefined && (await makerOf(context, visitor)) !== undefined;
}

async function makerOf(
  { db }: Pick<RequestContext, "db">,
  visitor: SignedIn,
): Promise<PackMaker | undefined> {
  if (hasRole(visitor, "moderator")) return "moderator";
  return (await runsPublished(db.read, visitor.accountId)) ? "organiser" : undefined;
}
