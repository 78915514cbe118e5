import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getCell } from "#app/domain/place/cells.server.ts";
import { listPlaceQuestions } from "#app/domain/place/place-choices.server.ts";
import { makeKeyring } from "#app/domain/privacy/keyring.server.ts";
import { confirmSignature } from "#app/domain/signature/confirm-signature.server.ts";
import { findSignature } from "#app/domain/signature/queries.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { startOfHour } from "#app/domain/time/london.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { NOW, openPetition, type Signer, signPetition } from "#tests/factories.ts";
import { TEST_SECRETS } from "#tests/set-up/keyring.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { confirm, NO_CHOICE, rowOf, total } from "./signing.ts";

test("confirming takes the slot, moves the tally, writes the event and copies the name, all at once", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id, confirmToken } = await signPetition(site, petition, { name: "Ann Applegarth", showName: true });
  expect(await confirm(site, confirmToken)).toBe("confirmed");
  const { signatureSlots, tallies, countEvents, publicNames } = site.db.tables;
  const row = await rowOf(site, id);
  expect(row).toMatchObject({
    state: "confirmed",
    confirmedAt: NOW + MINUTE,
    expiresAt: null,
    remindAt: null,
  });
  const cellId = row?.cellId;
  expect(await site.db.read.select().from(signatureSlots)).toMatchObject([{ slot: 1, signatureId: id }]);
  expect(await site.db.read.select().from(tallies)).toMatchObject([{ cellId, shard: 0, count: 1 }]);
  const hour = startOfHour(NOW + MINUTE);
  expect(await site.db.read.select().from(countEvents)).toMatchObject([
    { campaignId: petition.id, cellId, delta: 1, reason: "confirmed", hour },
  ]);
  expect(await site.db.read.select().from(publicNames)).toMatchObject([
    { signatureId: id, name: "Ann Applegarth", sortKey: "ann applegarth", isPublished: false, isHeld: false },
  ]);
});

test("a fault in the middle of confirming leaves nothing behind, and the link still works", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id, confirmToken } = await signPetition(site, petition, { showName: true });
  const cannotOpen = { ...site, keyring: makeKeyring(["another secret"], TEST_SECRETS.hash) };
  await expect(confirm(cannotOpen, confirmToken)).rejects.toThrow(/add it to the list/);
  const { signatureSlots, tallies, countEvents } = site.db.tables;
  for (const table of [signatureSlots, tallies, countEvents])
    expect(await site.db.read.select().from(table)).toEqual([]);
  expect((await rowOf(site, id))?.state).toBe("pending");
  expect(await confirm(site, confirmToken)).toBe("confirmed");
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("a second press is told the same and counts nothing, also from the page of the signature", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { confirmToken, manageToken } = await signPetition(site, petition);
  expect(await confirm(site, manageToken)).toBe("confirmed");
  expect(await confirm(site, confirmToken, NOW + HOUR)).toBe("already_confirmed");
  expect(await confirm(site, manageToken, NOW + HOUR)).toBe("already_confirmed");
  expect(await total(site, petition)).toBe(1);
});

test("only a confirm or manage link confirms: no other token, none made up", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id, notMeToken } = await signPetition(site, petition);
  const unsubscribe = site.keyring.token("unsubscribe", id, 1);
  for (const token of [
    notMeToken,
    unsubscribe,
    site.keyring.token("confirm", id, 2),
    id,
    "",
    "x".repeat(5000),
  ])
    expect(await confirm(site, token)).toBe("unknown_link");
  expect(await total(site, petition)).toBe(0);
});

test("the page that confirms does not bring back what was withdrawn", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { confirmToken, manageToken } = await signPetition(site, petition);
  await confirm(site, confirmToken);
  await withdrawSignature(site, manageToken, NOW + HOUR);
  expect(await confirm(site, confirmToken, NOW + HOUR)).toBe("expired");
  expect(await total(site, petition)).toBe(0);
});

test("somebody in Northern Ireland is asked for council and constituency from its own lists, and counted there", async () => {
  const site = await testSite();
  const { signed, questions } = await asked(site, { postcode: "BT1 1AA" });
  expect(questions.map((question) => question.field)).toEqual(["council", "constituency"]);
  const values = questions.flatMap((question) => question.options.map((option) => option.value));
  expect(values.length).toBe(11 + 18);
  expect(values.every((value) => value.startsWith("N"))).toBe(true);
  const [council, constituency] = questions.map((question) => question.options[0]?.value ?? "");
  const choice = { ...NO_CHOICE, council: council ?? "", constituency: constituency ?? "" };
  expect(await confirmSignature(site, { token: signed.confirmToken, choice }, NOW + MINUTE)).toBe(
    "confirmed",
  );
  expect(await cellOf(site, signed.id)).toMatchObject({ country: "GB-NIR", council, constituency });
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("where a council has new wards, its wards are offered, and the one chosen is counted", async () => {
  const site = await testSite();
  const { signed, questions } = await asked(site, { postcode: "AL4 8HE" });
  expect(questions.map((question) => question.field)).toEqual(["ward"]);
  const before = await cellOf(site, signed.id);
  const ward = questions[0]?.options[0]?.value ?? "";
  const { areas } = site.db.tables;
  const [area] = await site.db.read.select().from(areas).where(eq(areas.gssCode, ward));
  expect(area).toMatchObject({ level: "ward", parentGss: before.council, endsOn: "" });
  const choice = { ...NO_CHOICE, ward, council: "E06000001" };
  await confirmSignature(site, { token: signed.confirmToken, choice }, NOW + MINUTE);
  expect(await cellOf(site, signed.id)).toEqual({ ...before, ward });
});

test("a choice is never required", async () => {
  const site = await testSite();
  for (const postcode of ["BT1 1AA", "ZZ9 9ZZ", "BFPO 57"]) {
    const { signed, questions } = await asked(site, { postcode });
    expect(questions.length).toBeGreaterThan(0);
    expect(await confirm(site, signed.confirmToken)).toBe("confirmed");
  }
});

test("who is placed, or abroad, or has chosen when signing, is asked nothing", async () => {
  const site = await testSite();
  expect((await asked(site, { postcode: "WR5 2NP" })).questions).toEqual([]);
  expect((await asked(site, { country: "FR" })).questions).toEqual([]);
  expect((await asked(site, { postcode: "JE2 3AB" })).questions).toEqual([]);
  const chosen = { postcode: "BT1 1AA", council: "N09000003", constituency: "N05000001" };
  const { questions, signed } = await asked(site, chosen);
  const cell = await cellOf(site, signed.id);
  expect(questions.map((question) => question.field)).toEqual(
    (["council", "constituency"] as const).filter((field) => cell[field] === ""),
  );
});

test("a choice never overrules what the postcode says, and nonsense is no choice", async () => {
  const site = await testSite();
  for (const [postcode, choice] of [
    ["WR5 2NP", { constituency: "E14001063", council: "E06000001", ward: "E05000026" }],
    ["BT1 1AA", { constituency: "E14001063", council: "E06000001", ward: "E05000026" }],
    ["ZZ9 9ZZ", { constituency: "E05000026", council: "E14001063", ward: "E06000001" }],
    ["ZZ9 9ZZ", { constituency: "E14999999", council: "S99999999", ward: "W00000000" }],
  ] as const) {
    const { signed } = await asked(site, { postcode });
    const before = await cellOf(site, signed.id);
    expect(await confirmSignature(site, { token: signed.confirmToken, choice }, NOW + MINUTE)).toBe(
      "confirmed",
    );
    expect(await cellOf(site, signed.id)).toEqual(before);
  }
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("what was chosen when signing is not changed by another choice when confirming", async () => {
  const site = await testSite();
  const { signed } = await asked(site, { postcode: "ZZ9 9ZZ", constituency: "E14001597" });
  const choice = { ...NO_CHOICE, constituency: "E14001063" };
  await confirmSignature(site, { token: signed.confirmToken, choice }, NOW + MINUTE);
  expect(await cellOf(site, signed.id)).toMatchObject({ constituency: "E14001597" });
});

async function asked(site: TestSite, signer: Signer) {
  const petition = await openPetition(site);
  const signed = await signPetition(site, petition, signer);
  const own = await findSignature(site.db.read, site.keyring, signed.id);
  if (!own) throw new Error("the signature is gone");
  return { signed, questions: await listPlaceQuestions(site.db.read, site.places, own) };
}

async function cellOf(site: TestSite, id: string) {
  const row = await rowOf(site, id);
  return getCell(site.db.read, row?.cellId ?? 0);
}
