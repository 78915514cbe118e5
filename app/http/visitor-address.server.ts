import { findAccountAddress } from "../domain/account/account-address.server.ts";
import { canonicalAddress } from "../domain/signature/identity.ts";
import type { RequestContext } from "./context.ts";
import { findVisitor } from "./require-role.server.ts";

/** The address of whoever is signed in with this request, or undefined. */
export async function findVisitorAddress(
  context: Pick<RequestContext, "db" | "clock" | "settings" | "keyring">,
  request: Request,
): Promise<string | undefined> {
  const visitor = await findVisitor(context, request);
  return visitor && findAccountAddress(context.db.read, context.keyring, visitor.accountId);
}

/** Whether two addresses reach one mailbox, however they are written. */
export function isSameAddress(one: string, other: string): boolean {
  return canonicalAddress(one) === canonicalAddress(other);
}
