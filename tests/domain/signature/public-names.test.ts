import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { changePreferences } from "#app/domain/signature/change-preferences.server.ts";
import { listPublicNames } from "#app/domain/signature/queries.server.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { confirm } from "./signing.ts";

const ANN = { name: "Ann Applegarth", email: "ann@example.org", postcode: "WR5 2NP" };
const QUIET = { showName: false, updates: false, handIn: false };

test("a name is shown from the next publication on, and hidden at once", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { manageToken } = await confirmedSignature(site, petition, ANN);
  const shown = { token: manageToken, preferences: { ...QUIET, showName: true } };
  expect(await changePreferences(site, shown, NOW + HOUR)).toBe("changed");
  expect(await changePreferences(site, shown, NOW + HOUR)).toBe("changed");
  expect(await listPublicNames(site.db.read, petition.id, 10)).toEqual([]);
  await publishTallies(site, petition.id, NOW + 2 * HOUR);
  expect(await listPublicNames(site.db.read, petition.id, 10)).toEqual(["Ann Applegarth"]);
  await changePreferences(site, { token: manageToken, preferences: QUIET }, NOW + 3 * HOUR);
  expect(await names(site)).toEqual([]);
});

test("a name chosen to be shown while pending is shown when it is confirmed, and not before", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { manageToken, confirmToken } = await signPetition(site, petition, ANN);
  await changePreferences(site, { token: manageToken, preferences: { ...QUIET, showName: true } }, NOW);
  expect(await names(site)).toEqual([]);
  await confirm(site, confirmToken);
  expect(await names(site)).toEqual(["Ann Applegarth"]);
});

test("a campaign that shows no names copies none", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { showsNames: false });
  const { manageToken } = await confirmedSignature(site, petition, { ...ANN, showName: true });
  await changePreferences(
    site,
    { token: manageToken, preferences: { ...QUIET, showName: true } },
    NOW + HOUR,
  );
  expect(await names(site)).toEqual([]);
});

test("a name equal to a sitting member's waits for a moderator, however it is written", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { representatives } = site.db.tables;
  const [member] = await site.db.read.select().from(representatives).limit(1);
  const name = ` ${member?.name.toUpperCase().replace(" ", "-")}`;
  await confirmedSignature(site, petition, { name, showName: true });
  await publishTallies(site, petition.id, NOW + HOUR);
  const kept = await site.db.read.select().from(site.db.tables.publicNames);
  expect(kept).toMatchObject([{ isHeld: true }]);
  expect(await listPublicNames(site.db.read, petition.id, 10)).toEqual([]);
});

test("a name in letters of two alphabets waits for a moderator, one in its own alphabet does not", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { representatives, publicNames } = site.db.tables;
  const [member] = await site.db.read.select().from(representatives).limit(1);
  const alike = (member?.name ?? "").replace(/[ao]/, (letter) => ({ a: "а", o: "о" })[letter] ?? letter);
  expect(alike).not.toBe(member?.name);
  for (const name of [alike, "Олена Шевченко", "Zoë Ångström", "Ελένη Παππά"])
    await confirmedSignature(site, petition, { name, showName: true });
  const held = await site.db.read.select().from(publicNames).where(eq(publicNames.isHeld, true));
  expect(held.map(({ name }) => name)).toEqual([alike]);
});

test("public names come in the order of the alphabet, the same on either engine", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  for (const name of ["zoe Z", "Élodie E", "O'Brien O", "Ann Z", "ann A", "李 L", "Ödön O"])
    await confirmedSignature(site, petition, { name, showName: true });
  await publishTallies(site, petition.id, NOW + HOUR);
  expect(await listPublicNames(site.db.read, petition.id, 10)).toEqual([
    ...["ann A", "Ann Z", "Élodie E", "O'Brien O", "Ödön O", "zoe Z", "李 L"],
  ]);
  expect(await listPublicNames(site.db.read, petition.id, 2)).toHaveLength(2);
});

async function names(site: TestSite): Promise<string[]> {
  return (await site.db.read.select().from(site.db.tables.publicNames)).map((row) => row.name);
}
