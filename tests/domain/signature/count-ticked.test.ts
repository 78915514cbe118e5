import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { countAllTicked, countTicked } from "#app/domain/signature/count-ticked.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "../../factories.ts";
import { petitionWithReaders } from "../../load/news-scene.ts";
import { testSite } from "../../site.ts";

test("those who ticked something are counted as they are now, confirmed ones alone", async () => {
  const site = await testSite();
  const { read } = site.db;
  const { id } = await openPetition(site);
  await confirmedSignature(site, { id }, { updates: true });
  await confirmedSignature(site, { id }, { handIn: true, connection: "live" });
  await confirmedSignature(site, { id });
  await signPetition(site, { id }, { updates: true, handIn: true });
  const left = await confirmedSignature(site, { id }, { updates: true, handIn: true });
  await withdrawSignature(site, left.manageToken, NOW);
  expect(await countTicked(read, id, "wanting")).toBe(1);
  expect(await countTicked(read, id, "handIn")).toBe(1);
  expect(await countAllTicked(read, id, "connected")).toBe(1);
});

test("of thousands it is their number at the last publication", async () => {
  const site = await testSite();
  const { read, tables } = site.db;
  const { id } = await petitionWithReaders(site, 5_200);
  await publishTallies(site, id, NOW);
  expect(await countTicked(read, id, "wanting")).toBe(5_200);
  await confirmedSignature(site, { id }, { updates: true });
  expect(await countTicked(read, id, "wanting")).toBe(5_200);
  await publishTallies(site, id, NOW);
  expect(await countTicked(read, id, "wanting")).toBe(5_201);
  await site.db.transaction("nobody wants news", (tx) =>
    tx.update(tables.signatures).set({ updates: false }).where(eq(tables.signatures.campaignId, id)),
  );
  expect(await countTicked(read, id, "wanting")).toBe(0);
});
