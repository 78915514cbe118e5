import { expect, test } from "vitest";
import { refuseSignature } from "#app/domain/signature/refuse-signature.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { mails, rowOf, total } from "./signing.ts";

const ANN = { name: "Ann Applegarth", email: "ann@example.org", postcode: "WR5 2NP" };

test('"this was not me" takes it off, deletes it, and keeps that address quiet about that campaign for thirty days', async () => {
  const site = await testSite();
  const [petition, other] = [await openPetition(site), await openPetition(site)];
  const { notMeToken, id } = await confirmedSignature(site, petition, { ...ANN, showName: true });
  expect(await refuseSignature(site, notMeToken, NOW + HOUR)).toBe("deleted");
  expect(await refuseSignature(site, notMeToken, NOW + HOUR)).toBe("unknown_link");
  expect(await rowOf(site, id)).toBeUndefined();
  expect(await total(site, petition)).toBe(0);
  expect(await names(site)).toEqual([]);
  await signPetition(site, petition, { ...ANN, email: "ANN+again@example.org" }, NOW + 2 * HOUR);
  await signPetition(site, petition, ANN, NOW + HOUR + 30 * DAY - 1);
  expect(await mails(site, NOW + HOUR + 30 * DAY - 1)).toEqual([]);
  await signPetition(site, other, ANN, NOW + 3 * HOUR);
  expect(await mails(site, NOW + HOUR + 30 * DAY - 1)).toHaveLength(1);
  const heard = await signPetition(site, petition, ANN, NOW + HOUR + 30 * DAY);
  const last = (await mails(site, NOW + HOUR + 30 * DAY)).at(-1);
  expect(last?.text).toContain(`/confirm/${heard.confirmToken}`);
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test('"this was not me" also stops what was queued already for that address about that campaign', async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const first = await signPetition(site, petition, ANN);
  await signPetition(site, petition, { ...ANN, name: "Ann Again" });
  await refuseSignature(site, first.notMeToken, NOW);
  expect(await mails(site, NOW + HOUR)).toEqual([]);
});

async function names(site: TestSite): Promise<string[]> {
  return (await site.db.read.select().from(site.db.tables.publicNames)).map((row) => row.name);
}
