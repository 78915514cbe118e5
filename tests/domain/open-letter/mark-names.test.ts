import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { countListedNames, countPrintedNames } from "#app/domain/open-letter/printed-names.server.ts";
import { publishNames } from "#app/domain/open-letter/publish-names.server.ts";
import { listSignatories } from "#app/domain/open-letter/signatories.server.ts";
import { insertRows } from "#db/insert-rows.ts";
import { NOW, openLetter } from "../../factories.ts";
import { type TestSite, testSite } from "../../site.ts";

/** Longer than what is counted while somebody waits. */
const MANY = 5_250;

async function longList(): Promise<{ site: TestSite; campaignId: string }> {
  const site = await testSite();
  const { id: campaignId } = await openLetter(site);
  const rows = Array.from({ length: MANY }, (_, index) => {
    const name = `Person ${String(index).padStart(5, "0")}`;
    return {
      ...{ signatureId: `signature ${MANY - index}`, campaignId, name, sortKey: name.toLowerCase() },
      ...{ isPublished: false, isHeld: index === 4_100 },
    };
  });
  await site.db.transaction("many names", async (tx) => {
    await insertRows(tx, tx.tables.publicNames, rows);
  });
  await publishTallies(site, campaignId, NOW);
  return { site, campaignId };
}

test("every page of a list of thousands follows the one before it, from first to last", async () => {
  const { site, campaignId } = await longList();
  const { read } = site.db;
  const names: string[] = [];
  for (let page = 1; page <= Math.ceil(MANY / 100); page += 1)
    for (const { name } of await listSignatories(read, { campaignId, page })) names.push(name);
  expect(names).toHaveLength(MANY - 1);
  expect(names).toEqual(names.toSorted());
  expect(new Set(names).size).toBe(MANY - 1);
  expect(names).not.toContain("Person 04100");
  expect(await read.select().from(site.db.tables.nameMarks)).toHaveLength(2);
});

test("a long list has the length of its last publication, less those who wait for a moderator", async () => {
  const { site, campaignId } = await longList();
  const { read, tables } = site.db;
  expect(await countListedNames(read, campaignId)).toEqual({ listed: MANY, held: 1 });
  expect(await countPrintedNames(read, campaignId)).toBe(MANY - 1);
  await site.db.transaction("somebody hides their name", (tx) =>
    tx
      .delete(tables.publicNames)
      .where(and(eq(tables.publicNames.campaignId, campaignId), eq(tables.publicNames.name, "Person 02500"))),
  );
  const [first] = await listSignatories(read, { campaignId, page: 26 });
  expect(first?.name).toBe("Person 02501");
  await publishTallies(site, campaignId, NOW);
  expect(await countPrintedNames(read, campaignId)).toBe(MANY - 2);
});

test("names that wait are shown once, and none of a letter that was hidden meanwhile", async () => {
  const { site, campaignId } = await longList();
  expect(await publishNames(site, campaignId)).toBe(0);
  const { campaigns, publicNames } = site.db.tables;
  const wait = (state: "hidden" | "open") =>
    site.db.transaction("wait again", async (tx) => {
      await tx.update(campaigns).set({ state }).where(eq(campaigns.id, campaignId));
      await tx.update(publicNames).set({ isPublished: false }).where(eq(publicNames.campaignId, campaignId));
    });
  await wait("hidden");
  expect(await publishNames(site, campaignId)).toBe(0);
  await wait("open");
  expect(await publishNames(site, campaignId)).toBe(MANY);
});
