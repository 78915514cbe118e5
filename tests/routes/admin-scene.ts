import { isNull } from "drizzle-orm";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { requestSignIn } from "#app/domain/account/request-sign-in.server.ts";
import { signIn } from "#app/domain/account/sign-in.server.ts";
import type { Role } from "#db/tables/account.ts";
import { NOW } from "#tests/factories.ts";
import { type Answer, form, type TestFront } from "#tests/http/front.ts";
import type { TestSite } from "#tests/site.ts";

/** Somebody who is signed in: their account, and the cookie their browser sends. */
export interface SignedInVisitor {
  accountId: string;
  cookie: string;
}

/** Signs somebody in, with a role or without. */
export async function visitor(site: TestSite, role?: Role, now: number = NOW): Promise<SignedInVisitor> {
  const email = `${role ?? "nobody"}-${Math.random().toString(36).slice(2)}@example.org`;
  if (role) await grantRole(site, { email, role }, now);
  await requestSignIn(site, email, now);
  const { signInRequests } = site.db.tables;
  const [asked] = await site.db.read.select().from(signInRequests).where(isNull(signInRequests.spentAt));
  if (!asked) throw new Error("no link was asked for");
  const session = await signIn(
    site,
    { token: site.keyring.token("sign_in", asked.id, 1), device: "A browser" },
    now,
  );
  if (!session) throw new Error("nobody was signed in");
  return { accountId: asked.accountId, cookie: `session=${session.token}` };
}

/** Asks for a page with somebody's cookie. */
export function see(front: TestFront, path: string, { cookie }: { cookie: string }): Promise<Answer> {
  return front.ask(path, { headers: { Cookie: cookie } });
}

/** Sends a form of our own with somebody's cookie. */
export function send(
  front: TestFront,
  path: string,
  { cookie }: { cookie: string },
  fields: Record<string, string>,
): Promise<Answer> {
  const asked = form(fields);
  return front.ask(path, { ...asked, headers: { ...asked.headers, Cookie: cookie } });
}

/** The version that a form on a page carries. */
export function versionIn(page: Answer): string {
  const found = /name="version" value="([^"]+)"/.exec(page.text)?.[1];
  if (found === undefined) throw new Error("the page has no form with a version");
  return found;
}
