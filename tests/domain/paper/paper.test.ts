import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addPaper } from "#app/domain/paper/add-paper.server.ts";
import { comparePaper } from "#app/domain/paper/compare-paper.server.ts";
import { comparePapers } from "#app/domain/paper/compare-papers.server.ts";
import { forgetPaper } from "#app/domain/paper/forget-paper.server.ts";
import { findPaperCount } from "#app/domain/paper/paper-count.server.ts";
import type { PaperRow } from "#app/domain/paper/paper-row.ts";
import { listPaperBatches } from "#app/domain/paper/queries.server.ts";
import { removePaper } from "#app/domain/paper/remove-paper.server.ts";
import { newPublicId } from "#app/domain/privacy/public-id.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { PAPER_BATCHES_PER_DAY } from "#app/policy.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";

const WREN = { name: "Wren Tansley", postcode: "WR52NP" };
const BRYN = { name: "Bryn Ashdown", postcode: "WR11AA" };

async function add(
  site: TestSite,
  campaignId: string,
  rows: readonly PaperRow[],
  publicId = newPublicId(),
): Promise<{ outcome: string; publicId: string }> {
  const batch = { campaignId, accountId: "organiser", publicId, words: "Market stall", rows };
  return { outcome: await addPaper(site, batch, NOW), publicId };
}

async function countOf(site: TestSite, campaignId: string): Promise<number> {
  return (await findPaperCount(site.db.read, campaignId))?.count ?? 0;
}

test("who stands on paper twice counts once, however they wrote it and in whichever batch", async () => {
  const site = await testSite();
  const { id } = await openPetition(site);
  const other = await openPetition(site);
  await add(site, id, [WREN, BRYN, { ...WREN, name: "WREN  TANSLEY" }]);
  expect(await countOf(site, id)).toBe(2);
  await add(site, id, [BRYN, { ...WREN, postcode: "WR11AA" }]);
  expect(await countOf(site, id)).toBe(3);
  await add(site, other.id, [WREN]);
  expect(await countOf(site, other.id)).toBe(1);
  const batches = await listPaperBatches(site.db.read, id);
  expect(batches.map(({ counted, repeated, online }) => [counted, repeated, online])).toEqual(
    expect.arrayContaining([
      [2, 1, 0],
      [1, 1, 0],
    ]),
  );
});

test("a form sent twice is taken once", async () => {
  const site = await testSite();
  const { id } = await openPetition(site);
  const { publicId } = await add(site, id, [WREN]);
  expect((await add(site, id, [WREN, BRYN], publicId)).outcome).toBe("already_added");
  expect(await countOf(site, id)).toBe(1);
});

test("names and postcodes on paper stand nowhere in clear, and no tally or signature comes of them", async () => {
  const site = await testSite();
  const { id } = await openPetition(site);
  await add(site, id, [WREN]);
  const { paperSignatures, tallies, signatures, countEvents, auditLog } = site.db.tables;
  const rows = await site.db.read.select().from(paperSignatures);
  const audit = await site.db.read.select().from(auditLog);
  expect(JSON.stringify([rows, audit])).not.toMatch(/Wren|Tansley|WR5/);
  expect(audit.map(({ action }) => action)).toContain("paper.added");
  for (const table of [tallies, signatures, countEvents])
    expect(await site.db.read.select().from(table)).toEqual([]);
});

test("who has confirmed a signature here is not counted on paper, and is again once they take it off", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const signed = await confirmedSignature(site, petition, { name: "Wren Tansley", postcode: "WR5 2NP" });
  await signPetition(site, petition, { name: "Bryn Ashdown", postcode: "WR1 1AA" });
  await add(site, petition.id, [WREN, BRYN]);
  expect(await comparePaper(site, petition.id, NOW)).toBe(1);
  expect(await countOf(site, petition.id)).toBe(1);
  expect(await comparePaper(site, petition.id, NOW)).toBe(1);
  expect(await countOf(site, petition.id)).toBe(1);
  await withdrawSignature(site, signed.manageToken, NOW);
  expect(await comparePapers(site, NOW + DAY)).toBe(1);
  expect(await countOf(site, petition.id)).toBe(2);
});

test("a batch that is removed leaves no name behind, and who stands in another counts from there", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id } = petition;
  await confirmedSignature(site, petition, { name: "Bryn Ashdown", postcode: "WR1 1AA" });
  const first = await add(site, id, [WREN, BRYN, { name: "Orla Penhale", postcode: "WR11AA" }]);
  await add(site, id, [WREN, BRYN]);
  await add(site, id, [WREN]);
  await comparePaper(site, id, NOW);
  expect(await countOf(site, id)).toBe(2);
  const removal = { campaignId: id, publicId: first.publicId, accountId: "organiser" };
  expect(await removePaper(site, removal, NOW)).toBe(true);
  expect(await removePaper(site, removal, NOW)).toBe(false);
  expect(await countOf(site, id)).toBe(1);
  const { paperSignatures } = site.db.tables;
  const states = (await site.db.read.select().from(paperSignatures)).map(({ state }) => state);
  expect(states.toSorted()).toEqual(["counted", "online", "repeated"]);
  expect((await listPaperBatches(site.db.read, id)).map(({ publicId }) => publicId)).not.toContain(
    first.publicId,
  );
});

test("another campaign's batch is not removed", async () => {
  const site = await testSite();
  const [mine, theirs] = [await openPetition(site), await openPetition(site)];
  const { publicId } = await add(site, theirs.id, [WREN]);
  expect(await removePaper(site, { campaignId: mine.id, publicId, accountId: "me" }, NOW)).toBe(false);
  expect(await countOf(site, theirs.id)).toBe(1);
});

test("paper is taken while a campaign is signed and after it has closed, not before it is public nor once it is taken down", async () => {
  const site = await testSite();
  for (const state of ["open", "paused", "closed"] as const)
    expect((await add(site, (await openPetition(site, { state })).id, [WREN])).outcome, state).toBe("added");
  for (const state of ["gathering", "in_review", "rejected", "hidden", "archived"] as const)
    expect((await add(site, (await openPetition(site, { state })).id, [WREN])).outcome, state).toBe(
      "not_now",
    );
});

test("a day has enough batches of one campaign at some time, removed ones included", async () => {
  const site = await testSite();
  const { id } = await openPetition(site);
  for (let batch = 0; batch < PAPER_BATCHES_PER_DAY; batch += 1) await add(site, id, [WREN]);
  expect((await add(site, id, [WREN])).outcome).toBe("too_many");
  const batch = { campaignId: id, accountId: "organiser", publicId: newPublicId(), words: "", rows: [WREN] };
  expect(await addPaper(site, batch, NOW + DAY)).toBe("added");
});

test("a thousand names are taken, sealed and counted in one unit", async () => {
  const site = await testSite();
  const { id } = await openPetition(site);
  const rows = Array.from({ length: 1_000 }, (_, index) => ({ ...WREN, name: `Wren Number ${index}` }));
  await add(site, id, rows);
  await add(site, id, rows);
  expect(await countOf(site, id)).toBe(1_000);
});

test("six months after closing the names on paper are blank and stay counted", async () => {
  const site = await testSite();
  const { id } = await openPetition(site, {
    state: "closed",
    closedAt: NOW - 200 * DAY,
    closesOn: "2026-05-09",
  });
  const running = await openPetition(site);
  await add(site, id, [WREN, BRYN]);
  await add(site, running.id, [WREN]);
  expect(await forgetPaper(site, NOW)).toBe(2);
  expect(await forgetPaper(site, NOW)).toBe(0);
  const { paperSignatures } = site.db.tables;
  const rows = await site.db.read.select().from(paperSignatures).where(eq(paperSignatures.campaignId, id));
  expect(
    rows.map(({ name, postcode, nameHash, postcodeHash }) => name + postcode + nameHash + postcodeHash),
  ).toEqual(["", ""]);
  await comparePaper(site, id, NOW);
  expect(await countOf(site, id)).toBe(2);
  expect(await countOf(site, running.id)).toBe(1);
});
