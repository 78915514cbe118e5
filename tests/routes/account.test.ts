import { expect, test } from "vitest";
import { beginPasskeySignIn } from "#app/domain/account/begin-passkey-sign-in.server.ts";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { relyingParty } from "#app/domain/account/passkey.ts";
import { requestSignIn } from "#app/domain/account/request-sign-in.server.ts";
import { MINUTE } from "#app/domain/time/durations.ts";
import type { Role } from "#db/tables/account.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSettings, testSite } from "#tests/site.ts";
import { byLink, byPasskey, PARTY, type Visitor, withPasskey } from "../domain/account/passkey-scene.ts";
import { auditLines } from "../domain/representative/people.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";
import { openPages, readable } from "./site-pages.ts";

const PRODUCTION = testSettings({
  APP_URL: PARTY.origin,
  APP_SECRET: "a".repeat(32),
  HASH_SECRET: "b".repeat(32),
  OPERATOR_NAME: "Hear Hear Trust",
  OPERATOR_CONTACT: "hello@example.org",
  MAIL_FROM: "mail@example.org",
  SMTP_URL: "smtp://mail.example.org",
});

/** The pages of a public host, asked by somebody with their cookie. */
async function publicPages(site: TestSite, now = NOW) {
  const { answer } = await openPages(site, { settings: PRODUCTION, now });
  return (path: string, { token }: { token: string }, fields?: Record<string, string>) =>
    answer(
      new Request(new URL(path, PARTY.origin), {
        headers: { Cookie: `__Host-session=${token}` },
        ...(fields && { method: "POST", body: new URLSearchParams(fields) }),
      }),
      { address: "127.0.0.1" },
    );
}

async function keeper(site: TestSite, role: Role): Promise<Visitor> {
  await grantRole(site, { email: `${role}@example.org`, role }, NOW);
  return byLink(site, `${role}@example.org`);
}

test("on a public host a session by mail is led to passkeys wherever a role is asked for, with GET and POST", async () => {
  const site = await testSite();
  const ask = await publicPages(site);
  const admin = await keeper(site, "admin");
  for (const path of ["/admin", "/admin/people", "/admin/audit", "/moderate"])
    for (const fields of [undefined, { intent: "grant", email: "friend@example.org" }]) {
      const answer = await ask(path, admin, fields);
      if (answer.status !== 405)
        expect([path, answer.status, answer.headers.get("Location")]).toEqual([
          path,
          303,
          "/account/passkeys",
        ]);
    }
  expect(await auditLines(site)).toEqual(["grant_role admin"]);
  const nobody = await byLink(site, "nobody@example.org", NOW + 1);
  expect((await ask("/admin", nobody)).status).toBe(403);
});

test("a session by passkey passes on a public host, and one by mail beside it still does not", async () => {
  const site = await testSite();
  const ask = await publicPages(site);
  const linked = await keeper(site, "moderator");
  const device = await withPasskey(site, linked);
  const moderator = await byPasskey(site, device);
  expect((await ask("/admin", moderator)).status).toBe(200);
  expect((await ask("/admin/people", moderator)).status).toBe(403);
  expect((await ask("/admin", linked)).status).toBe(303);
});

test("the page that it leads to says what to do: make one, sign in again first, or use the one there is", async () => {
  const site = await testSite();
  const linked = await keeper(site, "moderator");
  const page = async (now: number) =>
    readable(await (await (await publicPages(site, now))("/account/passkeys", linked)).text());
  expect(await page(NOW)).toContain("Make your passkey now");
  expect(await page(NOW)).toContain("This device keeps it");
  expect(await page(NOW + 15 * MINUTE)).toContain("Sign in again by mail");
  expect(await page(NOW + 15 * MINUTE)).not.toContain("This device keeps it");
  await withPasskey(site, linked);
  expect(await page(NOW)).toContain("Sign in with your passkey below");
});

test("outside production a session by mail is enough", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  expect((await see(front, "/admin", await visitor(site, "moderator"))).status).toBe(200);
});

test("only pages that talk to a passkey may run scripts, files of our own and nothing inline", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const somebody = await visitor(site, "admin");
  for (const path of ["/sign-in", "/account/passkeys"]) {
    const page = await see(front, path, somebody);
    expect(page.headers["content-security-policy"]).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; script-src 'self'",
    );
    expect(page.text.match(/<script[^>]*>[^<]/)).toBeNull();
    expect(page.text).not.toMatch(/ on\w+=/);
    expect(page.headers["cache-control"]).toBe("private, no-store");
  }
  for (const path of ["/account", "/admin", "/admin/people", "/sign-in/check-your-email", "/petitions"]) {
    const page = await see(front, path, somebody);
    expect(page.headers["content-security-policy"]).not.toContain("script-src");
    expect(page.text).not.toContain("<script");
  }
});

test("opening the pages that offer passkeys, however often, writes nothing", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const somebody = await visitor(site);
  for (const path of ["/sign-in", "/account/passkeys", "/sign-in"]) await see(front, path, somebody);
  expect(await site.db.read.select().from(site.db.tables.passkeyChallenges)).toEqual([]);
});

test("a passkey signs in by the ordinary form, once, and leads to where there is something to do", async () => {
  const site = await testSite();
  const ask = await publicPages(site);
  const linked = await keeper(site, "admin");
  const device = await withPasskey(site, linked);
  const party = relyingParty(PARTY.origin);
  const passkey = JSON.stringify(device.use(await beginPasskeySignIn(site, { party }, NOW)));
  const answer = await ask("/sign-in?next=https://evil.test", linked, { passkey, next: "https://evil.test" });
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/admin"]);
  expect(answer.headers.get("Set-Cookie")).toMatch(/^__Host-session=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
  const again = await ask("/sign-in", { token: "" }, { passkey });
  expect([again.status, again.headers.get("Set-Cookie")]).toEqual([422, null]);
  expect(readable(await again.text())).toContain("This passkey did not work here");
});

test("what is no answer of a browser is refused with the form, signed in or not", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const somebody = await visitor(site);
  const response = {
    clientDataJSON: "e30",
    authenticatorData: "AA",
    signature: "AA",
    attestationObject: "oA",
  };
  const hollow = { id: "AA", rawId: "AA", type: "public-key", clientExtensionResults: {}, response };
  for (const passkey of ["", "{", "null", "[]", '{"id":1}', JSON.stringify(hollow), "\u0000"])
    for (const path of ["/sign-in", "/account/passkeys"])
      expect([path, passkey, (await send(front, path, somebody, { passkey })).status]).toEqual([
        path,
        passkey,
        422,
      ]);
  expect((await send(front, "/account/passkeys", { cookie: "" }, { passkey: "{}" })).status).toBe(303);
  expect(await auditLines(site)).toEqual([]);
});

test("a passkey is named and removed by its owner, and to others is not there", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const linked = await byLink(site, "keeper@example.org");
  const device = await withPasskey(site, linked);
  const path = `/account/passkeys/${device.id}`;
  const stranger = await visitor(site);
  expect((await see(front, path, stranger)).status).toBe(404);
  expect((await send(front, path, stranger, { intent: "remove" })).status).toBe(404);
  expect((await send(front, path, stranger, { intent: "name", name: "Mine" })).status).toBe(404);
  const owner = { cookie: `session=${linked.token}` };
  expect((await send(front, path, owner, { intent: "remove" })).status).toBe(403);
  const unnamed = await send(front, path, owner, { intent: "name", name: " " });
  expect(unnamed.status).toBe(422);
  expect(unnamed.text).toContain('aria-invalid="true"');
  expect((await send(front, path, owner, { intent: "name", name: "My phone" })).status).toBe(303);
  expect((await see(front, "/account/passkeys", owner)).text).toContain("My phone");
  const strong = { cookie: `session=${(await byPasskey(site, device)).token}` };
  expect((await send(front, path, strong, { intent: "remove" })).headers.location).toBe(
    "/account/passkeys?saved=removed",
  );
  expect((await see(front, path, strong)).status).toBe(404);
});

test("an admin makes a moderator and takes the role off by form; the only admin stays", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const admin = await visitor(site, "admin");
  const people = (fields: Record<string, string>) => send(front, "/admin/people", admin, fields);
  expect((await people({ intent: "grant", email: "helper@" })).status).toBe(422);
  // A role that the form does not offer is not given.
  await people({ intent: "grant", email: "helper@example.org", role: "admin" });
  const page = await see(front, "/admin/people", admin);
  expect(readable(page.text)).toMatch(/helper@example\.org Moderator since/);
  const gone = { intent: "revoke", email: "helper@example.org", role: "moderator" };
  expect((await people(gone)).headers.location).toBe("/admin/people?saved=revoked");
  expect((await people(gone)).status).toBe(409);
  const own = /name="email" value="(admin-[^"]+)"/.exec(page.text)?.[1] ?? "";
  const last = await people({ intent: "revoke", email: own, role: "admin" });
  expect([last.status, readable(last.text).includes("This is the only admin")]).toEqual([409, true]);
  expect((await people({ intent: "revoke", email: own, role: "owner" })).status).toBe(422);
  expect((await auditLines(site)).slice(1)).toEqual(["grant_role moderator", "revoke_role moderator"]);
});

test("an address that nobody knows gets the same answer as one that runs the site", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  await grantRole(site, { email: "admin@example.org", role: "admin" }, NOW);
  const asked = (email: string) => send(front, "/sign-in", { cookie: "" }, { email });
  const [known, unknown] = [await asked("admin@example.org"), await asked("nobody@example.org")];
  for (let i = 0; i < 12; i += 1) await asked("often@example.org");
  const often = await asked("often@example.org");
  for (const { status, headers, text } of [known, unknown, often])
    expect([status, headers.location, headers["set-cookie"], text]).toEqual([
      303,
      "/sign-in/check-your-email",
      undefined,
      "",
    ]);
  const { signInRequests } = site.db.tables;
  expect(await site.db.read.select().from(signInRequests)).toHaveLength(12);
  for (let i = 0; i < 40; i += 1) await asked(`passer-by-${i}@example.org`);
  expect(await site.db.read.select().from(signInRequests)).toHaveLength(27);
});

test("a mailed link signs in by its button alone, and `next` leads nowhere", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  await requestSignIn(site, "somebody@example.org", NOW);
  const [asked] = await site.db.read.select().from(site.db.tables.signInRequests);
  const path = `/sign-in/${site.keyring.token("sign_in", asked?.id ?? "", 1)}`;
  for (const method of ["GET", "HEAD", "GET"]) {
    const opened = await front.ask(path, { method });
    expect([opened.status, opened.headers["set-cookie"]]).toEqual([200, undefined]);
  }
  const pressed = await send(front, `${path}?next=//evil.test`, { cookie: "" }, { next: "//evil.test" });
  expect([pressed.status, pressed.headers.location]).toEqual([303, "/account"]);
  expect((await send(front, path, { cookie: "" }, {})).status).toBe(410);
  expect((await front.ask(path)).status).toBe(410);
});
