import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getCell } from "#app/domain/place/cells.server.ts";
import { correctPostcode } from "#app/domain/signature/correct-postcode.server.ts";
import { eraseSignature } from "#app/domain/signature/erase-signature.server.ts";
import { ManageForm } from "#app/domain/signature/manage-form.ts";
import { manageSignature } from "#app/domain/signature/manage-signature.server.ts";
import { findSignature } from "#app/domain/signature/queries.server.ts";
import { stopUpdates } from "#app/domain/signature/stop-updates.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { confirm, NO_CHOICE, rowOf, total } from "./signing.ts";

const ANN = { name: "Ann Applegarth", email: "ann@example.org", postcode: "WR5 2NP" };

test("withdrawing takes the signature out of its cell once, with its name", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id, manageToken } = await confirmedSignature(site, petition, { ...ANN, showName: true });
  expect(await withdrawSignature(site, manageToken, NOW + HOUR)).toBe("withdrawn");
  expect(await withdrawSignature(site, manageToken, NOW + HOUR)).toBe("already_withdrawn");
  expect(await total(site, petition)).toBe(0);
  expect(await rowOf(site, id)).toMatchObject({ state: "withdrawn", withdrawnAt: NOW + HOUR });
  expect(await names(site)).toEqual([]);
  const events = await site.db.read.select().from(site.db.tables.countEvents);
  expect(events.map((event) => [event.delta, event.reason])).toEqual([
    [1, "confirmed"],
    [-1, "withdrawn"],
  ]);
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("a pending signature has nothing to withdraw", async () => {
  const site = await testSite();
  const { manageToken, confirmToken } = await signPetition(site, await openPetition(site));
  expect(await withdrawSignature(site, manageToken, NOW)).toBe("not_confirmed");
  expect(await withdrawSignature(site, confirmToken, NOW)).toBe("unknown_link");
  expect(await confirm(site, confirmToken)).toBe("confirmed");
});

test("while a campaign can be signed, erasing takes the signature off and leaves no trace of the row", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id, manageToken } = await confirmedSignature(site, petition, { ...ANN, showName: true });
  expect(await eraseSignature(site, { token: manageToken, keep: "count" }, NOW + HOUR)).toBe("erased");
  expect(await total(site, petition)).toBe(0);
  expect(await rowOf(site, id)).toBeUndefined();
  const { links, signatureSlots } = site.db.tables;
  for (const table of [links, signatureSlots]) expect(await site.db.read.select().from(table)).toEqual([]);
  expect(await names(site)).toEqual([]);
  expect(await eraseSignature(site, { token: manageToken, keep: "nothing" }, NOW + HOUR)).toBe(
    "unknown_link",
  );
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("after closing a person stays counted without their details, and cannot be counted twice", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id, manageToken } = await confirmedSignature(site, petition, {
    ...ANN,
    showName: true,
    handIn: true,
  });
  const before = await rowOf(site, id);
  await setState(site, petition, "closed");
  expect(await eraseSignature(site, { token: manageToken, keep: "count" }, NOW + HOUR)).toBe(
    "counted_without_details",
  );
  const blank = {
    name: "",
    email: "",
    postcode: "",
    country: "",
    addressHash: "",
    nameHash: "",
    postcodeHash: "",
  };
  expect(await rowOf(site, id)).toMatchObject({
    ...blank,
    ...{ typedHash: "", clientHash: "", clientNetHash: "", handIn: false, showName: false, updates: false },
    ...{ state: "confirmed", cellId: before?.cellId },
  });
  expect(await names(site)).toEqual([]);
  expect(await total(site, petition)).toBe(1);
  expect(await site.db.read.select().from(site.db.tables.links)).toEqual([]);

  await setState(site, petition, "open");
  const again = await signPetition(site, petition, ANN, NOW + 2 * HOUR);
  expect(await confirm(site, again.confirmToken, NOW + 2 * HOUR)).toBe("same_name");
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("after closing a person may also leave the count", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { manageToken, id } = await confirmedSignature(site, petition, ANN);
  await setState(site, petition, "closed");
  expect(await eraseSignature(site, { token: manageToken, keep: "nothing" }, NOW + HOUR)).toBe("erased");
  expect(await rowOf(site, id)).toBeUndefined();
  expect(await total(site, petition)).toBe(0);
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("a signature that was never confirmed is erased whatever is chosen", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { manageToken, id } = await signPetition(site, petition, ANN);
  await setState(site, petition, "closed");
  expect(await eraseSignature(site, { token: manageToken, keep: "count" }, NOW + HOUR)).toBe("erased");
  expect(await rowOf(site, id)).toBeUndefined();
});

test("a corrected postcode moves the count from cell to cell, with two events, and the slot with it", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id, manageToken } = await confirmedSignature(site, petition, ANN);
  const before = await rowOf(site, id);
  const correction = { token: manageToken, postcode: "DE11AA", choice: NO_CHOICE };
  expect(await correctPostcode(site, correction, NOW + HOUR)).toBe("corrected");
  expect(await correctPostcode(site, correction, NOW + HOUR)).toBe("corrected");
  const after = await rowOf(site, id);
  expect(after?.cellId).not.toBe(before?.cellId);
  expect(await findSignature(site.db.read, site.keyring, id)).toMatchObject({
    postcode: "DE11AA",
    country: "",
  });
  const { tallies, countEvents, signatureSlots } = site.db.tables;
  const counts = await site.db.read.select().from(tallies);
  expect(new Map(counts.map((tally) => [tally.cellId, tally.count]))).toEqual(
    new Map([
      [before?.cellId, 0],
      [after?.cellId, 1],
    ]),
  );
  const events = await site.db.read.select().from(countEvents);
  expect(events.filter((event) => event.reason === "moved")).toHaveLength(2);
  expect((await site.db.read.select().from(signatureSlots))[0]?.postcodeHash).toBe(after?.postcodeHash);
  expect(await total(site, petition)).toBe(1);
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("a postcode corrected before confirming is the one that counts", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id, manageToken, confirmToken } = await signPetition(site, petition, { ...ANN, country: "FR" });
  const correction = { token: manageToken, postcode: "DE11AA", choice: NO_CHOICE };
  expect(await correctPostcode(site, correction, NOW + HOUR)).toBe("corrected");
  expect(await confirm(site, confirmToken, NOW + HOUR)).toBe("confirmed");
  const row = await rowOf(site, id);
  expect(await getCell(site.db.read, row?.cellId ?? 0)).toMatchObject({ country: "GB-ENG" });
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("a withdrawn signature is not moved", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { manageToken } = await confirmedSignature(site, petition, ANN);
  await withdrawSignature(site, manageToken, NOW + HOUR);
  const correction = { token: manageToken, postcode: "DE11AA", choice: NO_CHOICE };
  expect(await correctPostcode(site, correction, NOW + HOUR)).toBe("not_possible");
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("news stops by its link, once", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id, manageToken, confirmToken } = await confirmedSignature(site, petition, {
    ...ANN,
    updates: true,
  });
  expect(await stopUpdates(site, confirmToken)).toBe("unknown_link");
  expect(await stopUpdates(site, manageToken)).toBe("stopped");
  expect(await stopUpdates(site, manageToken)).toBe("already_stopped");
  expect((await rowOf(site, id))?.updates).toBe(false);
});

test("each button of the page does its work, twice over without harm; only the manage link opens it", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { manageToken, confirmToken, notMeToken } = await signPetition(site, petition, ANN);
  const press = (token: string, form: Partial<Record<string, string>>) =>
    manageSignature(site, { token, form: ManageForm.parse(form) }, NOW + HOUR);
  for (const token of [confirmToken, notMeToken])
    for (const intent of ["withdraw", "erase", "preferences"])
      expect(await press(token, { intent })).toBe("unknown_link");
  for (const form of [
    { intent: "confirm" },
    { intent: "preferences", updates: "on" },
    { intent: "postcode", postcode: "de1 1aa" },
    { intent: "withdraw" },
  ]) {
    expect(await press(manageToken, form)).toBe("done");
    expect(await press(manageToken, form)).toBe("done");
  }
  expect(await press(manageToken, { intent: "postcode", postcode: "WR5 2NP" })).toBe("not_possible");
  expect(await press(manageToken, { intent: "erase" })).toBe("erased");
  expect(await press(manageToken, { intent: "erase" })).toBe("unknown_link");
  expect(ManageForm.safeParse({ intent: "nonsense" }).success).toBe(false);
  expect(ManageForm.safeParse({ intent: "postcode", postcode: "nonsense" }).success).toBe(false);
});

async function names(site: TestSite): Promise<string[]> {
  return (await site.db.read.select().from(site.db.tables.publicNames)).map((row) => row.name);
}

async function setState(site: TestSite, petition: { id: string }, state: "open" | "closed"): Promise<void> {
  await site.db.transaction("set state", async (tx) => {
    const { campaigns } = tx.tables;
    await tx.update(campaigns).set({ state }).where(eq(campaigns.id, petition.id));
  });
}
