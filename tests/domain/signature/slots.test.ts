import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { DAY, HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { confirmedSignature, NOW, openPetition, type Signer, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { confirm, rowOf, rowsOf, total } from "./signing.ts";

const HOME = { email: "family@example.org", postcode: "WR5 2NP" };

test("two people of one household share an address, a third is not counted", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const ann = await signPetition(site, petition, { ...HOME, name: "Ann Applegarth" });
  const bob = await signPetition(site, petition, { ...HOME, name: "Bob Applegarth" });
  const cat = await signPetition(site, petition, { ...HOME, name: "Cat Applegarth" });
  expect(await confirm(site, ann.confirmToken)).toBe("confirmed");
  expect(await confirm(site, bob.confirmToken)).toBe("confirmed");
  expect(await confirm(site, cat.confirmToken)).toBe("two_holders");
  expect(await total(site, petition)).toBe(2);
  expect((await rowOf(site, cat.id))?.state).toBe("pending");
});

test("the second of a household signs with the same postcode, however it is typed, or not at all", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await confirmedSignature(site, petition, { ...HOME, name: "Ann Applegarth" });
  const elsewhere = await signPetition(site, petition, {
    ...HOME,
    name: "Bob Applegarth",
    postcode: "WR1 1AA",
  });
  expect(await confirm(site, elsewhere.confirmToken)).toBe("other_postcode");
  const abroad = await signPetition(site, petition, { ...HOME, name: "Bob Applegarth", country: "FR" });
  expect(await confirm(site, abroad.confirmToken)).toBe("other_postcode");
  const here = await signPetition(site, petition, { ...HOME, name: "Bob Applegarth", postcode: "wr52np" });
  expect(await confirm(site, here.confirmToken)).toBe("confirmed");
  expect(await total(site, petition)).toBe(2);
});

test.each([
  ["case and spaces", "ANN  APPLEGARTH", "family@example.org"],
  ["punctuation", "Ann-Apple'garth.", "family@example.org"],
  ["a plus-tag", "Ann Applegarth", "family+petitions@example.org"],
  ["a capital in the address", "Ann Applegarth", "Family@Example.ORG"],
])("the same name at the same address is one person: %s", async (_what, name, email) => {
  const site = await testSite();
  const petition = await openPetition(site);
  await confirmedSignature(site, petition, { ...HOME, name: "Ann Applegarth" });
  const again = await signPetition(site, petition, { ...HOME, name, email });
  expect(await confirm(site, again.confirmToken)).toBe("same_name");
  expect(await total(site, petition)).toBe(1);
});

test("dots and googlemail.com do not make a second Gmail address; dots elsewhere do", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await confirmedSignature(site, petition, { name: "Ann Applegarth", email: "ann.a@gmail.com" });
  const dotted = await signPetition(site, petition, {
    name: "Ann Applegarth",
    email: "a.nna+x@googlemail.com",
  });
  expect(await confirm(site, dotted.confirmToken)).toBe("same_name");
  await confirmedSignature(site, petition, { name: "Ann Applegarth", email: "ann.a@example.org" });
  await confirmedSignature(site, petition, { name: "Ann Applegarth", email: "anna@example.org" });
  expect(await total(site, petition)).toBe(3);
});

test("an address holds its slots on one campaign, not on another", async () => {
  const site = await testSite();
  const [first, second] = [await openPetition(site), await openPetition(site)];
  await confirmedSignature(site, first, { ...HOME, name: "Ann Applegarth" });
  await confirmedSignature(site, second, { ...HOME, name: "Ann Applegarth", postcode: "DE1 1AA" });
  expect([await total(site, first), await total(site, second)]).toEqual([1, 1]);
});

test("withdrawing frees the slot: for the same person, and for another postcode", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const first = await confirmedSignature(site, petition, { ...HOME, name: "Ann Applegarth" });
  expect(await withdrawSignature(site, first.manageToken, NOW + 2 * MINUTE)).toBe("withdrawn");
  const again = await signPetition(site, petition, { ...HOME, name: "Ann Applegarth", postcode: "WR1 1AA" });
  expect(await confirm(site, again.confirmToken)).toBe("confirmed");
  expect(await total(site, petition)).toBe(1);
});

test("an invalidated signature keeps its slot", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const first = await confirmedSignature(site, petition, { ...HOME, name: "Ann Applegarth" });
  await site.db.transaction("invalidate", async (tx) => {
    const { signatures } = tx.tables;
    await tx.update(signatures).set({ state: "invalidated" }).where(eq(signatures.id, first.id));
  });
  expect(await withdrawSignature(site, first.manageToken, NOW + 2 * MINUTE)).toBe("not_confirmed");
  const again = await signPetition(site, petition, { ...HOME, name: "Ann Applegarth" }, NOW + HOUR);
  expect(await confirm(site, again.confirmToken, NOW + HOUR)).toBe("same_name");
});

test("of forty people with one address who all confirm at once, exactly two are counted", async () => {
  const site = await testSite({ poolSize: 20 });
  const petition = await openPetition(site);
  const tokens: string[] = [];
  for (let i = 0; i < 40; i += 1)
    tokens.push(await tokenOfDay(site, petition, { ...HOME, name: `Person ${i}` }, Math.floor(i / 10)));
  const outcomes = await Promise.all(tokens.map((token) => confirm(site, token, NOW + 4 * DAY)));
  expect(outcomes.filter((outcome) => outcome === "confirmed")).toHaveLength(2);
  expect(outcomes.filter((outcome) => outcome === "two_holders")).toHaveLength(38);
  expect(await total(site, petition)).toBe(2);
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("of forty at one address in four places who all confirm at once, two of one place are counted", async () => {
  const site = await testSite({ poolSize: 20 });
  const petition = await openPetition(site);
  const tokens: string[] = [];
  for (let i = 0; i < 40; i += 1) {
    const who = { ...HOME, name: `Person ${i}`, country: ["FR", "DE", "ES", "IT"][i % 4] };
    tokens.push(await tokenOfDay(site, petition, who, Math.floor(i / 10)));
  }
  await Promise.all(tokens.map((token) => confirm(site, token, NOW + 4 * DAY)));
  const holders = await site.db.read.select().from(site.db.tables.signatureSlots);
  expect(new Set(holders.map((holder) => holder.postcodeHash)).size).toBe(1);
  expect(await total(site, petition)).toBe(2);
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("a link pressed forty times at once counts once, and every press is told that it is counted", async () => {
  const site = await testSite({ poolSize: 20 });
  const petition = await openPetition(site);
  const { confirmToken } = await signPetition(site, petition, { showName: true });
  const outcomes = await Promise.all(Array.from({ length: 40 }, () => confirm(site, confirmToken)));
  expect(outcomes.filter((outcome) => outcome === "confirmed")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === "already_confirmed")).toHaveLength(39);
  expect(await total(site, petition)).toBe(1);
  expect((await rowsOf(site, petition)).map((row) => row.state)).toEqual(["confirmed"]);
});

/** An address gets ten mails a day: who comes after them must come on another day. */
async function tokenOfDay(
  site: TestSite,
  petition: { id: string },
  signer: Signer,
  day: number,
): Promise<string> {
  return (await signPetition(site, petition, signer, NOW + day * DAY)).confirmToken;
}
