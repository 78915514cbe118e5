import { expect, test } from "vitest";
import { addPasskey } from "#app/domain/account/add-passkey.server.ts";
import { beginPasskey } from "#app/domain/account/begin-passkey.server.ts";
import { beginPasskeySignIn } from "#app/domain/account/begin-passkey-sign-in.server.ts";
import type { UsedPasskeyForm } from "#app/domain/account/passkey.ts";
import { findSignedIn } from "#app/domain/account/queries.server.ts";
import { removePasskey } from "#app/domain/account/remove-passkey.server.ts";
import { signInByPasskey } from "#app/domain/account/sign-in-by-passkey.server.ts";
import { MINUTE } from "#app/domain/time/durations.ts";
import { NOW } from "../../factories.ts";
import { type TestSite, testSite } from "../../site.ts";
import { authenticator } from "./authenticator.ts";
import { byLink, byPasskey, PARTY, withPasskey } from "./passkey-scene.ts";

async function scene() {
  const site = await testSite();
  const visitor = await byLink(site, "keeper@example.org");
  const device = await withPasskey(site, visitor);
  return { site, visitor, device, options: () => beginPasskeySignIn(site, { party: PARTY }, NOW) };
}

async function tried(site: TestSite, answer: UsedPasskeyForm["passkey"], now = NOW): Promise<string> {
  const outcome = await signInByPasskey(site, { answer, party: PARTY, device: "" }, now);
  return typeof outcome === "string" ? outcome : "signed_in";
}

test("a passkey signs its owner in, in place of the session that the browser had", async () => {
  const { site, visitor, device, options } = await scene();
  const used = {
    answer: device.use(await options()),
    party: PARTY,
    device: "Safari",
    replaces: visitor.token,
  };
  const session = await signInByPasskey(site, used, NOW + MINUTE);
  if (typeof session === "string") throw new Error(session);
  expect(await findSignedIn(site.db.read, session.token, NOW + MINUTE)).toEqual({
    accountId: visitor.accountId,
    roles: [],
    method: "passkey",
    signedInAt: NOW + MINUTE,
  });
  expect(await findSignedIn(site.db.read, visitor.token, NOW + MINUTE)).toBeUndefined();
});

test("an answer signs in once, however often it is sent at the same moment", async () => {
  const { site, device, options } = await scene();
  const answer = device.use(await options());
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => tried(site, answer)));
  expect(outcomes.filter((outcome) => outcome === "signed_in")).toHaveLength(1);
  expect(await tried(site, answer, NOW + MINUTE)).toBe("refused");
});

test("what was signed for another site, another question, too late or by nobody in person signs nobody in", async () => {
  const { site, visitor, device, options } = await scene();
  const asked = await options();
  const making = await beginPasskey(site, { ...visitor, party: PARTY }, NOW);
  expect(await tried(site, device.use(asked, { origin: "http://hearhear.example" }))).toBe("refused");
  expect(await tried(site, device.use(asked, { origin: "https://evil.test" }))).toBe("refused");
  expect(await tried(site, device.use(asked, { rpId: "evil.test" }))).toBe("refused");
  expect(await tried(site, device.use(asked, { isVerified: false }))).toBe("refused");
  expect(await tried(site, device.use(asked, { type: "webauthn.create" }))).toBe("refused");
  expect(await tried(site, device.use({ challenge: "bm90LW91cnM" }))).toBe("refused");
  expect(await tried(site, device.use({ challenge: making.challenge }))).toBe("refused");
  expect(await tried(site, device.use(asked), NOW + 5 * MINUTE)).toBe("expired");
  expect(await tried(site, device.use(asked), NOW + 5 * MINUTE - 1)).toBe("signed_in");
});

test("a challenge whose time somebody has put off is none of ours", async () => {
  const { site, device, options } = await scene();
  const said = Buffer.from((await options()).challenge, "base64url").toString();
  const later = said.replace(/^\d+/, String(NOW + 60 * MINUTE));
  const challenge = Buffer.from(later).toString("base64url");
  expect(await tried(site, device.use({ challenge }), NOW)).toBe("refused");
});

test("a passkey that nobody has here, or that is removed, signs nobody in", async () => {
  const { site, device, options } = await scene();
  expect(await tried(site, authenticator(PARTY).use(await options()))).toBe("refused");
  const visitor = await byPasskey(site, device);
  await removePasskey(site, { visitor, id: device.id, token: visitor.token }, NOW);
  expect(await tried(site, device.use(await options()))).toBe("refused");
});

test("a passkey does not open the account that somebody else's device names", async () => {
  const { site, visitor, device, options } = await scene();
  const stranger = await byLink(site, "stranger@example.org", NOW + 1);
  const theirs = await withPasskey(site, stranger, NOW + 1);
  const forged = { ...theirs.use(await options()), id: device.id, rawId: device.id };
  expect(await tried(site, forged)).toBe("refused");
  const { user } = await beginPasskey(site, { ...visitor, party: PARTY }, NOW);
  expect(await tried(site, theirs.use(await options(), { userHandle: user.id }))).toBe("refused");
  expect(await tried(site, device.use(await options(), { userHandle: user.id }))).toBe("signed_in");
  expect(user.id).not.toContain(Buffer.from(visitor.accountId).toString("base64url"));
});

test("a device whose counter does not go up may be a copy, and is refused", async () => {
  const site = await testSite();
  const visitor = await byLink(site, "keeper@example.org");
  const device = authenticator(PARTY);
  const made = device.make(await beginPasskey(site, { ...visitor, party: PARTY }, NOW), { counter: 4 });
  expect(await addPasskey(site, { visitor, answer: made, party: PARTY, device: "" }, NOW)).toBe("added");
  const counted = async (counter: number) =>
    tried(site, device.use(await beginPasskeySignIn(site, { party: PARTY }, NOW), { counter }));
  expect(await counted(4)).toBe("refused");
  expect(await counted(0)).toBe("refused");
  const both = await Promise.all([counted(5), counted(5)]);
  expect(both.sort()).toEqual(["refused", "signed_in"]);
  expect(await counted(6)).toBe("signed_in");
});
