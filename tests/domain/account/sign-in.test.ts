import { expect, test } from "vitest";
import { forgetSignIns } from "#app/domain/account/forget-sign-ins.server.ts";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { findOpenSignIn, findSignedIn, listSessions } from "#app/domain/account/queries.server.ts";
import { requestSignIn } from "#app/domain/account/request-sign-in.server.ts";
import { signIn } from "#app/domain/account/sign-in.server.ts";
import { endSession, signOut } from "#app/domain/account/sign-out.server.ts";
import { DAY, MINUTE } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW } from "../../factories.ts";
import { type TestSite, testSite } from "../../site.ts";

const ADMIN = "admin@example.org";

async function mailedToken(site: TestSite, email = ADMIN, now = NOW): Promise<string> {
  await requestSignIn(site, email, now);
  await sendQueuedMail(site.context(now));
  const [mail] = (await listMailbox(site.db.read, site.keyring)).filter(({ createdAt }) => createdAt === now);
  const token = /\/sign-in\/([\w-]{22})/.exec(mail?.text ?? "")?.[1];
  if (!token) throw new Error("no sign-in link was mailed");
  return token;
}

test("a mailed link signs in once, however often it is pressed at the same moment", async () => {
  const site = await testSite();
  await grantRole(site, { email: ADMIN, role: "admin" }, NOW);
  const token = await mailedToken(site);
  expect(await findOpenSignIn(site.db.read, token, NOW)).toEqual({ begins: "" });
  const pressed = await Promise.all(
    Array.from({ length: 8 }, () => signIn(site, { token, device: "Firefox" }, NOW + MINUTE)),
  );
  const begun = pressed.filter((session) => session !== undefined);
  expect(begun).toHaveLength(1);
  const session = begun[0]?.token ?? "";
  expect((await findSignedIn(site.db.read, session, NOW + DAY))?.roles).toEqual(["admin"]);
  expect(await findOpenSignIn(site.db.read, token, NOW + MINUTE)).toBeUndefined();
});

test("a link is of no use after a quarter of an hour", async () => {
  const site = await testSite();
  const token = await mailedToken(site);
  expect(await findOpenSignIn(site.db.read, token, NOW + 15 * MINUTE)).toBeUndefined();
  expect(await signIn(site, { token, device: "" }, NOW + 15 * MINUTE)).toBeUndefined();
});

test("a session ends when it is signed out, here or from another device, and after two weeks", async () => {
  const site = await testSite();
  const tokens: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const at = NOW + i * 20 * MINUTE;
    const session = await signIn(site, { token: await mailedToken(site, ADMIN, at), device: `${i}` }, at);
    tokens.push(session?.token ?? "");
  }
  const [first = "", second = "", third = ""] = tokens;
  await signOut(site, first);
  expect(await findSignedIn(site.db.read, first, NOW)).toBeUndefined();
  const signedIn = await findSignedIn(site.db.read, third, NOW);
  const sessions = await listSessions(site.db.read, signedIn?.accountId ?? "", NOW);
  const other = sessions.find((session) => session.isThis(second));
  await endSession(site, { accountId: signedIn?.accountId ?? "", publicId: other?.publicId ?? "" });
  expect(await findSignedIn(site.db.read, second, NOW)).toBeUndefined();
  expect(await findSignedIn(site.db.read, third, NOW + 15 * DAY)).toBeUndefined();
});

test("an address that asked for a link and never used it is forgotten, one with a role is not", async () => {
  const site = await testSite();
  await grantRole(site, { email: ADMIN, role: "admin" }, NOW);
  await requestSignIn(site, ADMIN, NOW);
  await requestSignIn(site, "passer-by@example.org", NOW);
  await forgetSignIns(site, NOW + 2 * DAY);
  expect(await site.db.read.select().from(site.db.tables.accounts)).toHaveLength(1);
  expect(await site.db.read.select().from(site.db.tables.signInRequests)).toEqual([]);
});

test("granting a role twice is said, and written down once", async () => {
  const site = await testSite();
  expect(await grantRole(site, { email: ADMIN, role: "admin" }, NOW)).toBe("granted");
  expect(await grantRole(site, { email: "Admin@Example.org", role: "admin" }, NOW)).toBe("already_granted");
  expect(await site.db.read.select().from(site.db.tables.auditLog)).toMatchObject([{ action: "grant_role" }]);
});
