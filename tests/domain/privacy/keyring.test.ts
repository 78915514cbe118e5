import { expect, test } from "vitest";
import { checkSecrets } from "#app/domain/privacy/check-secrets.server.ts";
import { makeKeyring, tokenHash } from "#app/domain/privacy/keyring.server.ts";
import { findLinkedRow, linkTokens } from "#app/domain/privacy/links.server.ts";
import { findSignature } from "#app/domain/signature/queries.server.ts";

import { NOW, openPetition, signPetition } from "#tests/factories.ts";
import { TEST_SECRETS, testKeyring } from "#tests/set-up/keyring.ts";
import { testSite } from "#tests/site.ts";
import { confirm, rowOf } from "../signature/signing.ts";

const PLACE = { table: "signatures", column: "name", rowId: "row-1" };

test("what is sealed opens again in its place, and never looks the same twice", () => {
  const keyring = testKeyring();
  for (const text of ["Ann", "Siân 李 🙂", "x".repeat(5000), "\0"]) {
    const sealed = keyring.seal(PLACE, text);
    expect(keyring.open(PLACE, sealed)).toBe(text);
    expect(keyring.seal(PLACE, text)).not.toBe(sealed);
    expect(sealed.split(".")).toHaveLength(3);
  }
  expect(keyring.open(PLACE, keyring.seal(PLACE, ""))).toBe("");
});

test("a ciphertext moved to another row, column or table does not open", () => {
  const keyring = testKeyring();
  const sealed = keyring.seal(PLACE, "Ann");
  for (const change of [{ rowId: "row-2" }, { column: "email" }, { table: "outbox" }])
    expect(() => keyring.open({ ...PLACE, ...change }, sealed)).toThrow();
});

test("a ciphertext that was altered or cut does not open", () => {
  const keyring = testKeyring();
  const [id = "", nonce = "", data = ""] = keyring.seal(PLACE, "Ann Applegarth").split(".");
  const flipped = data.startsWith("A") ? `B${data.slice(1)}` : `A${data.slice(1)}`;
  const bytes = Buffer.from(data, "base64url");
  for (const forged of [
    `${id}.${nonce}.${flipped}`,
    `${id}.${nonce.slice(1)}A.${data}`,
    `${id}.${nonce}.${data.slice(0, -4)}`,
    `${id}.${nonce}.${bytes.subarray(0, 4).toString("base64url")}`,
    `${id}.${nonce}.`,
    `${id}.${nonce}`,
    `other.${nonce}.${data}`,
    "Ann Applegarth",
  ])
    expect(() => keyring.open(PLACE, forged)).toThrow();
});

test("a new secret at the head of the list seals from then on; what the old one sealed still opens", () => {
  const before = makeKeyring(["old secret"], "hash");
  const sealed = before.seal(PLACE, "Ann");
  const after = makeKeyring(["new secret", "old secret"], "hash");
  expect(after.open(PLACE, sealed)).toBe("Ann");
  expect(after.keyId).not.toBe(before.keyId);
  expect(after.hash("address", "x")).toBe(before.hash("address", "x"));
  expect(() => makeKeyring(["new secret"], "hash").open(PLACE, sealed)).toThrow(/no longer in APP_SECRET/);
});

test("a token has 128 bits, is the same every time, and is another for every purpose, row, generation and secret", () => {
  const keyring = testKeyring();
  const token = keyring.token("confirm", "row-1", 1);
  expect(token).toMatch(/^[\w-]{22}$/);
  expect(Buffer.from(token, "base64url")).toHaveLength(16);
  expect(testKeyring().token("confirm", "row-1", 1)).toBe(token);
  const others = [
    ...["not_me", "signature", "unsubscribe", "pause"].map((purpose) => keyring.token(purpose, "row-1", 1)),
    keyring.token("confirm", "row-2", 1),
    keyring.token("confirm", "row-1", 2),
    makeKeyring(["other"], TEST_SECRETS.hash).token("confirm", "row-1", 1),
  ];
  expect(new Set([token, ...others]).size).toBe(others.length + 1);
});

test("no token is stored, and one opens its own purpose only", async () => {
  const site = await testSite();
  const { id, confirmToken, notMeToken, manageToken } = await signPetition(site, await openPetition(site));
  const { read } = site.db;
  const rows = await read.select().from(site.db.tables.links);
  for (const token of [confirmToken, notMeToken, manageToken]) {
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.map((row) => row.tokenHash)).toContain(tokenHash(token));
  }
  expect(await findLinkedRow(read, confirmToken, ["confirm"])).toBe(id);
  for (const [token, ...purposes] of [
    [confirmToken, "not_me", "signature", "unsubscribe"],
    [notMeToken, "confirm", "signature", "unsubscribe"],
    [manageToken, "confirm", "not_me", "unsubscribe"],
  ] as const)
    expect(await findLinkedRow(read, token, purposes)).toBeUndefined();
});

test("after a change of secrets old links and old details work, and mails carry the same link as before", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id, confirmToken, manageToken } = await signPetition(site, petition, { name: "Ann Applegarth" });
  const rotated = { ...site, keyring: makeKeyring(["a new secret", TEST_SECRETS.app], TEST_SECRETS.hash) };
  expect(await linkTokens(site.db.read, rotated.keyring, id)).toMatchObject({
    confirm: confirmToken,
    signature: manageToken,
  });
  expect((await findSignature(site.db.read, rotated.keyring, id))?.name).toBe("Ann Applegarth");
  expect(await confirm(rotated, confirmToken)).toBe("confirmed");
  const email = "bob@example.org";
  const form = { name: "Bob Birch", email, postcode: "WR5 2NP" };
  const late = await signPetition(rotated, petition, form, NOW + 1);
  expect((await rowOf(site, late.id))?.name.startsWith(`${rotated.keyring.keyId}.`)).toBe(true);
});

test("a database starts with its own secrets, and with a new one before the old, never without what it needs", async () => {
  const { db } = await testSite();
  const keys = (app: string[], hash: string = TEST_SECRETS.hash) => makeKeyring(app, hash);
  await checkSecrets(db, keys([TEST_SECRETS.app]));
  await expect(checkSecrets(db, keys([TEST_SECRETS.app], "another"))).rejects.toThrow(
    /^HASH_SECRET .*set it back/,
  );
  await expect(checkSecrets(db, keys(["another"]))).rejects.toThrow(/^APP_SECRET .*put it in the list/);
  await checkSecrets(db, keys(["second", TEST_SECRETS.app]));
  await expect(checkSecrets(db, keys([TEST_SECRETS.app]))).rejects.toThrow(/^APP_SECRET/);
  await checkSecrets(db, keys(["second", TEST_SECRETS.app]));
  const { facts } = db.tables;
  const stored = JSON.stringify(await db.read.select().from(facts));
  for (const secret of [TEST_SECRETS.app, TEST_SECRETS.hash, "second"]) expect(stored).not.toContain(secret);
});

test("a secret that links in mails were made with may not be left out, however long it is no longer the newest", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await signPetition(site, petition);
  const { db } = site;
  const keys = (...app: string[]) => makeKeyring(app, TEST_SECRETS.hash);
  await checkSecrets(db, keys(TEST_SECRETS.app));
  await checkSecrets(db, keys("second", TEST_SECRETS.app));
  await expect(checkSecrets(db, keys("second"))).rejects.toThrow(/^APP_SECRET .*in the list/);
  await checkSecrets(db, keys("third", "second", TEST_SECRETS.app));
  await expect(checkSecrets(db, keys("third", "second"))).rejects.toThrow(/^APP_SECRET/);
});
