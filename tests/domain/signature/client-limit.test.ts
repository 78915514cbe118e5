import { expect, test } from "vitest";
import { blankClientHashes, purgeExpired } from "#app/domain/signature/housekeeping.server.ts";
import { recordSignature } from "#app/domain/signature/record-signature.server.ts";
import { releaseHeld } from "#app/domain/signature/release-held.server.ts";
import { SignForm } from "#app/domain/signature/sign-form.ts";
import { DAY, HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { NOW, openPetition, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { confirm, mails, rowOf, rowsOf } from "./signing.ts";

const SCHOOL = "192.0.2.10";

test("the eleventh signature a minute from one client waits without mail, and is answered like the others", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await signAsSchool(site, petition, 12);
  expect(await statesOf(site, petition)).toEqual({ pending: 10, suspect: 2 });
  expect(await mails(site)).toHaveLength(10);
  await signPetition(site, petition, { clientAddress: "192.0.2.11" });
  await signAsSchool(site, petition, 1, NOW + MINUTE);
  expect(await statesOf(site, petition)).toEqual({ pending: 12, suspect: 2 });
});

test("a client signs a hundred times an hour", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  for (let minute = 0; minute < 11; minute += 1)
    await signAsSchool(site, petition, 10, NOW + minute * MINUTE);
  expect(await statesOf(site, petition)).toEqual({ pending: 100, suspect: 10 });
  await signAsSchool(site, petition, 1, NOW + HOUR);
  expect(await statesOf(site, petition)).toEqual({ pending: 101, suspect: 10 });
});

test("a link to a signature that waits does not count it", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await signAsSchool(site, petition, 10);
  const held = await signPetition(site, petition, { clientAddress: SCHOOL });
  expect(await confirm(site, held.confirmToken)).toBe("expired");
});

test("those who wait are let go as the limit allows, the oldest first, and get their mail", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await signAsSchool(site, petition, 10);
  const held: string[] = [];
  for (let i = 0; i < 13; i += 1)
    held.push((await signPetition(site, petition, { clientAddress: SCHOOL }, NOW + i)).id);
  expect(await releaseHeld(site, NOW + 30_000)).toBe(0);
  expect(await releaseHeld(site, NOW + MINUTE)).toBe(10);
  expect(await releaseHeld(site, NOW + MINUTE)).toBe(0);
  const states = await Promise.all(held.map(async (id) => (await rowOf(site, id))?.state));
  expect(states).toEqual([...Array(10).fill("pending"), ...Array(3).fill("suspect")]);
  expect(await releaseHeld(site, NOW + 2 * MINUTE)).toBe(3);
  expect(await mails(site)).toHaveLength(23);
});

test("one who sent thousands does not stand in the way of another who waits", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  for (let minute = 0; minute < 11; minute += 1)
    await signAsSchool(site, petition, 30, NOW + minute * MINUTE);
  const later = NOW + 11 * MINUTE;
  for (let i = 0; i < 12; i += 1) await signPetition(site, petition, { clientAddress: "192.0.2.99" }, later);
  const before = await statesOf(site, petition);
  expect(await releaseHeld(site, later + MINUTE)).toBe(2);
  expect((await statesOf(site, petition)).suspect).toBe((before.suspect ?? 0) - 2);
});

test("two workers who let go at the same moment let each go once", async () => {
  const site = await testSite({ poolSize: 12 });
  const petition = await openPetition(site);
  await signAsSchool(site, petition, 18);
  let released = 0;
  for (const minute of [1, 2]) {
    const now = NOW + minute * MINUTE;
    for (const count of await Promise.all([releaseHeld(site, now), releaseHeld(site, now)]))
      released += count;
  }
  expect(released).toBe(8);
  expect(await statesOf(site, petition)).toEqual({ pending: 18 });
  expect(await mails(site)).toHaveLength(18);
});

test("one who waits and has signed again meanwhile is not mailed twice, and leaves no links behind", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await signAsSchool(site, petition, 10);
  const ann = { name: "Ann Applegarth", email: "ann@example.org" };
  const held = await signPetition(site, petition, { ...ann, clientAddress: SCHOOL });
  await signPetition(site, petition, ann, NOW + 1);
  await releaseHeld(site, NOW + MINUTE);
  expect(await rowOf(site, held.id)).toBeUndefined();
  expect((await mails(site)).filter((mail) => mail.to === ann.email)).toHaveLength(1);
  const linked = await site.db.read.select().from(site.db.tables.links);
  expect(linked.filter((link) => link.rowId === held.id)).toEqual([]);
});

test("rows held for their address's limit are not let go by themselves; nobody's wait for ever", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  for (let i = 0; i < 11; i += 1)
    await signPetition(site, petition, { email: "ann@example.org", name: `Name ${i}` });
  expect(await releaseHeld(site, NOW + 2 * DAY)).toBe(0);
  expect((await statesOf(site, petition)).suspect).toBe(1);
  await purgeExpired(site, NOW + 30 * DAY);
  expect(await rowsOf(site, petition)).toEqual([]);
});

test("hashes of client addresses are kept thirty days, then blanked, and all other columns stay", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id, confirmToken } = await signPetition(site, petition, { clientAddress: SCHOOL });
  await confirm(site, confirmToken);
  expect(await blankClientHashes(site, NOW + 30 * DAY - 1)).toBe(0);
  const before = await rowOf(site, id);
  expect(before?.clientHash).not.toBe("");
  expect(await blankClientHashes(site, NOW + 30 * DAY)).toBe(1);
  expect(await rowOf(site, id)).toEqual({ ...before, clientHash: "", clientNetHash: "" });
});

/** A class: everybody their own name and address, all behind one client address. */
async function signAsSchool(
  site: TestSite,
  petition: { id: string },
  count: number,
  now: number = NOW,
): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const who = { name: `Pupil ${now} ${i}`, email: `pupil-${now}-${i}@example.org`, postcode: "WR5 2NP" };
    const signing = { campaignId: petition.id, form: SignForm.parse(who), clientAddress: SCHOOL };
    expect(await recordSignature(site, signing, now)).toBe("recorded");
  }
}

async function statesOf(site: TestSite, petition: { id: string }): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state } of await rowsOf(site, petition)) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
