import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addPasskey } from "#app/domain/account/add-passkey.server.ts";
import { beginPasskey } from "#app/domain/account/begin-passkey.server.ts";
import { forgetSignIns } from "#app/domain/account/forget-sign-ins.server.ts";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { namePasskey } from "#app/domain/account/name-passkey.server.ts";
import { relyingParty } from "#app/domain/account/passkey.ts";
import { listPasskeys } from "#app/domain/account/passkey-queries.server.ts";
import { findSignedIn } from "#app/domain/account/queries.server.ts";
import { removePasskey } from "#app/domain/account/remove-passkey.server.ts";
import { resetPasskeys } from "#app/domain/account/reset-passkeys.server.ts";
import { DAY, MINUTE } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW } from "../../factories.ts";
import { type TestSite, testSite } from "../../site.ts";
import { auditLines } from "../representative/people.ts";
import { authenticator } from "./authenticator.ts";
import { byLink, byPasskey, PARTY, type Visitor, withPasskey } from "./passkey-scene.ts";

const KEEPER = "keeper@example.org";

async function adding(site: TestSite, visitor: Visitor, now: number): Promise<string> {
  const answer = authenticator(PARTY).make(await beginPasskey(site, { ...visitor, party: PARTY }, now));
  return addPasskey(site, { visitor, answer, party: PARTY, device: "Chrome on Android" }, now);
}

async function names(site: TestSite, { accountId }: Visitor): Promise<string[]> {
  return (await listPasskeys(site.db.read, site.keyring, accountId)).map(({ name }) => name);
}

test("a first passkey is made within a quarter of an hour of signing in by mail, and not later", async () => {
  const site = await testSite();
  const visitor = await byLink(site, KEEPER);
  expect(await adding(site, visitor, NOW + 15 * MINUTE)).toBe("sign_in_again");
  expect(await adding(site, visitor, NOW + 15 * MINUTE - 1)).toBe("added");
  expect(await auditLines(site)).toEqual(["add_passkey Chrome on Android"]);
});

test("whoever has a passkey adds and removes others only after signing in with one", async () => {
  const site = await testSite();
  const fresh = await byLink(site, KEEPER);
  const device = await withPasskey(site, fresh);
  expect(await adding(site, fresh, NOW + MINUTE)).toBe("sign_in_again");
  const by = { visitor: fresh, id: device.id, token: fresh.token };
  expect(await removePasskey(site, by, NOW + MINUTE)).toBe("sign_in_again");
  const visitor = await byPasskey(site, device, NOW + MINUTE);
  expect(visitor.method).toBe("passkey");
  expect(await adding(site, visitor, NOW + DAY)).toBe("added");
  expect(await names(site, visitor)).toEqual(["Safari on Mac", "Chrome on Android"]);
});

test("two browsers that make a first passkey at the same moment do not both get one", async () => {
  const site = await testSite();
  const visitor = await byLink(site, KEEPER);
  const outcomes = await Promise.all([adding(site, visitor, NOW), adding(site, visitor, NOW)]);
  expect(outcomes.sort()).toEqual(["added", "sign_in_again"]);
});

test("an answer for another site, another account, another question or by nobody in person makes no passkey", async () => {
  const site = await testSite();
  const visitor = await byLink(site, KEEPER);
  const other = await byLink(site, "other@example.org", NOW + 1);
  const options = await beginPasskey(site, { ...visitor, party: PARTY }, NOW);
  const theirs = await beginPasskey(site, { ...other, party: PARTY }, NOW);
  const device = authenticator(PARTY);
  const made = (answer: ReturnType<typeof device.make>, now = NOW) =>
    addPasskey(site, { visitor, answer, party: PARTY, device: "" }, now);
  expect(await made(device.make(options, { origin: "https://hearhear.example.evil.test" }))).toBe("refused");
  expect(await made(device.make(options, { rpId: "evil.test" }))).toBe("refused");
  expect(await made(device.make(options, { isVerified: false }))).toBe("refused");
  expect(await made(device.make(options, { type: "webauthn.get" }))).toBe("refused");
  expect(await made(device.make(theirs))).toBe("refused");
  expect(await made(device.make({ challenge: "bm90LW91cnM" }))).toBe("refused");
  expect(await made(device.make(options, { x5c: Buffer.from("a certificate") }))).toBe("refused");
  expect(await made(device.make(options), NOW + 5 * MINUTE)).toBe("expired");
  expect(await names(site, visitor)).toEqual([]);
  expect(await made(device.make(options), NOW + 5 * MINUTE - 1)).toBe("added");
});

test("an answer makes one passkey, and a device that is known here none", async () => {
  const site = await testSite();
  const device = await withPasskey(site, await byLink(site, KEEPER));
  const visitor = await byPasskey(site, device);
  const options = await beginPasskey(site, { ...visitor, party: PARTY }, NOW);
  expect(options.excludeCredentials?.map(({ id }) => id)).toEqual([device.id]);
  const again = { visitor, answer: device.make(options), party: PARTY, device: "" };
  expect(await addPasskey(site, again, NOW)).toBe("already_known");
  const answer = authenticator(PARTY).make(options);
  expect(await addPasskey(site, { ...again, answer }, NOW)).toBe("refused");
});

test("nobody has more than ten passkeys", async () => {
  const site = await testSite();
  const visitor = await byPasskey(site, await withPasskey(site, await byLink(site, KEEPER)));
  for (let i = 1; i < 10; i += 1) expect(await adding(site, visitor, NOW)).toBe("added");
  expect(await adding(site, visitor, NOW)).toBe("too_many");
});

test("removing a passkey signs out every other place that one signed in, and nobody else's can be removed", async () => {
  const site = await testSite();
  const linked = await byLink(site, KEEPER);
  const phone = await withPasskey(site, linked);
  const thief = await byPasskey(site, phone);
  const visitor = await byPasskey(site, phone, NOW + MINUTE);
  const stranger = await byLink(site, "other@example.org", NOW + 1);
  const asked = { visitor: stranger, id: phone.id, token: stranger.token };
  expect(await removePasskey(site, asked, NOW + 2)).toBe("gone");
  expect(await namePasskey(site, { accountId: stranger.accountId, id: phone.id, name: "Mine" })).toBe(false);
  const own = { visitor, id: phone.id, token: visitor.token };
  expect(await removePasskey(site, own, NOW + MINUTE)).toBe("removed");
  expect(await removePasskey(site, own, NOW + MINUTE)).toBe("gone");
  expect(await findSignedIn(site.db.read, thief.token, NOW + MINUTE)).toBeUndefined();
  expect(await findSignedIn(site.db.read, visitor.token, NOW + MINUTE)).toBeDefined();
  expect(await findSignedIn(site.db.read, linked.token, NOW + MINUTE)).toBeDefined();
  expect(await auditLines(site)).toEqual(["add_passkey Safari on Mac", "remove_passkey "]);
});

test("the address is told of every passkey added, removed or reset, and a name typed for one is sealed", async () => {
  const site = await testSite();
  const device = await withPasskey(site, await byLink(site, KEEPER));
  const visitor = await byPasskey(site, device);
  const { passkeys } = site.db.tables;
  expect(await namePasskey(site, { ...visitor, id: device.id, name: "Grandmother’s telephone" })).toBe(true);
  expect(await names(site, visitor)).toEqual(["Grandmother’s telephone"]);
  const [row] = await site.db.read.select().from(passkeys).where(eq(passkeys.id, device.id));
  expect(row?.label).not.toContain("Grandmother");
  await removePasskey(site, { visitor, id: device.id, token: visitor.token }, NOW + 1);
  await resetPasskeys(site, { email: KEEPER, by: "" }, NOW + 2);
  await sendQueuedMail(site.context(NOW + 2));
  const mails = await listMailbox(site.db.read, site.keyring);
  const told = mails.filter(({ subject }) => subject.includes("passkey"));
  expect(told.map(({ to, subject }) => `${to}: ${subject}`).sort()).toEqual([
    `${KEEPER}: A passkey was added to your account`,
    `${KEEPER}: A passkey was removed from your account`,
    `${KEEPER}: Your passkeys were removed`,
  ]);
  expect(told.find(({ subject }) => subject.includes("added"))?.text).toContain("Safari on Mac");
});

test("resetting takes all passkeys and sessions of one address, so that a first passkey can be made again", async () => {
  const site = await testSite();
  await grantRole(site, { email: KEEPER, role: "moderator" }, NOW);
  const device = await withPasskey(site, await byLink(site, KEEPER));
  const lost = await byPasskey(site, device);
  const other = await byLink(site, "other@example.org", NOW + 1);
  expect(await resetPasskeys(site, { email: "nobody@example.org", by: "" }, NOW)).toBe("unknown");
  expect(await resetPasskeys(site, { email: "Keeper@example.org", by: "" }, NOW + 2)).toEqual({ removed: 1 });
  expect(await findSignedIn(site.db.read, lost.token, NOW + 2)).toBeUndefined();
  expect(await findSignedIn(site.db.read, other.token, NOW + 2)).toBeDefined();
  await expect(byPasskey(site, device, NOW + 3)).rejects.toThrow("refused");
  expect(await adding(site, await byLink(site, KEEPER, NOW + 4), NOW + 5)).toBe("added");
});

test("an account with a passkey is not forgotten, what was spent is; without one it goes with its last session", async () => {
  const site = await testSite();
  await withPasskey(site, await byLink(site, KEEPER));
  await byLink(site, "once@example.org", NOW + 1);
  await forgetSignIns(site, NOW + 2 * DAY);
  expect(await site.db.read.select().from(site.db.tables.accounts)).toHaveLength(2);
  expect(await site.db.read.select().from(site.db.tables.passkeyChallenges)).toEqual([]);
  await forgetSignIns(site, NOW + 20 * DAY);
  const accounts = await site.db.read.select().from(site.db.tables.accounts);
  expect(accounts).toHaveLength(1);
  const [passkey] = await site.db.read.select().from(site.db.tables.passkeys);
  expect(passkey?.accountId).toBe(accounts[0]?.id);
});

test("a passkey is for the host of the site, and for its pages alone", () => {
  expect(relyingParty("https://hearhear.example:8443")).toMatchObject({
    id: "hearhear.example",
    origin: "https://hearhear.example:8443",
  });
});
