import { findSignedIn } from "../domain/account/queries.server.ts";
import { listOrganised } from "../domain/campaign/organised.server.ts";
import type { RequestContext } from "./context.ts";
import { needsPasskey, PASSKEYS_PATH } from "./require-role.server.ts";

/** Where somebody who has just signed in can do something. Never taken from the request. */
export async function landingPath(
  { db, clock, settings }: Pick<RequestContext, "db" | "clock" | "settings">,
  token: string,
): Promise<string> {
  const visitor = await findSignedIn(db.read, token, clock.now());
  if (!visitor) return "/sign-in";
  if (visitor.roles.length > 0) {
    if (needsPasskey(settings, visitor)) return PASSKEYS_PATH;
    return visitor.roles.includes("admin") ? "/admin" : "/moderate";
  }
  const organised = await listOrganised(db.read, visitor.accountId);
  return organised.length > 0 ? "/organise" : "/account";
}
