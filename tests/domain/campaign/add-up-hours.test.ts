import { expect, test } from "vitest";
import { addUpHours } from "#app/domain/campaign/add-up-hours.server.ts";
import { countHistory } from "#app/domain/campaign/count-history.server.ts";
import { countTrends } from "#app/domain/campaign/count-trends.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW, openPetition } from "../../factories.ts";
import { type TestSite, testSite } from "../../site.ts";

const BEFORE = NOW - 3 * HOUR;

async function signedSite() {
  const site = await testSite();
  const [petition, other] = [await openPetition(site), await openPetition(site)];
  await confirmedSignature(site, petition, {}, BEFORE);
  const left = await confirmedSignature(site, petition, {}, BEFORE);
  await confirmedSignature(site, other, {}, BEFORE);
  await confirmedSignature(site, petition, {}, NOW);
  return { site, petition, other, left };
}

async function hoursKept(site: TestSite, campaignId: string): Promise<number[]> {
  const rows = await site.db.read.select().from(site.db.tables.countedHours);
  return rows.filter((row) => row.campaignId === campaignId).map(({ change }) => change);
}

test("a history is the same before its events are added up, after, and when more have come", async () => {
  const { site, petition, left } = await signedSite();
  const { read } = site.db;
  const history = await countHistory(read, petition.id);
  expect(history.map(({ change }) => change)).toEqual([2, 1]);
  await addUpHours(site, petition.id, NOW);
  await addUpHours(site, petition.id, NOW + 10 * MINUTE);
  expect(await hoursKept(site, petition.id)).toEqual([2, 1]);
  expect(await countHistory(read, petition.id)).toEqual(history);

  await withdrawSignature(site, left.manageToken, BEFORE);
  await confirmedSignature(site, petition, {}, NOW);
  const later = await countHistory(read, petition.id);
  expect(later.map(({ change }) => change)).toEqual([1, 2]);
  await addUpHours(site, petition.id, NOW + 20 * MINUTE);
  await addUpHours(site, petition.id, NOW + 30 * MINUTE);
  expect(await hoursKept(site, petition.id)).toEqual([1, 2]);
  expect(await countHistory(read, petition.id)).toEqual(later);
});

test("what was only just seen is not added up: another may still be on its way", async () => {
  const { site, petition } = await signedSite();
  await addUpHours(site, petition.id, NOW);
  await addUpHours(site, petition.id, NOW + 4 * MINUTE);
  expect(await hoursKept(site, petition.id)).toEqual([]);
});

test("events that two add up at the same time are added up once, and those of other campaigns not at all", async () => {
  const { site, petition, other } = await signedSite();
  await addUpHours(site, petition.id, NOW);
  await Promise.all([1, 2, 3].map(() => addUpHours(site, petition.id, NOW + 10 * MINUTE)));
  expect(await hoursKept(site, petition.id)).toEqual([2, 1]);
  expect(await hoursKept(site, other.id)).toEqual([]);
});

test("a week's trend is the same whether its events have been added up or not", async () => {
  const { site, petition } = await signedSite();
  const trend = async (): Promise<(number | undefined)[]> => {
    await countTrends(site, NOW + HOUR);
    const rows = await site.db.read.select().from(site.db.tables.trends);
    return [petition.id].map((id) => rows.find((row) => row.campaignId === id)?.weekCount);
  };
  expect(await trend()).toEqual([3]);
  await addUpHours(site, petition.id, NOW);
  await addUpHours(site, petition.id, NOW + 10 * MINUTE);
  expect(await trend()).toEqual([3]);
  await confirmedSignature(site, petition, {}, NOW);
  expect(await trend()).toEqual([4]);
});
