import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LEVELS, type PublishedTally } from "#app/domain/area/publish-tallies.ts";
import { writePublished } from "#app/domain/area/write-published.server.ts";
import { openPetition } from "../../factories.ts";
import { testSite } from "../../site.ts";

/** What may be published, each place once. */
const publications = fc.uniqueArray(
  fc.record({
    level: fc.constantFrom(...LEVELS),
    code: fc.constantFrom("E1", "E2", "E3", "E4", "unplaced"),
    count: fc.integer({ min: 5, max: 8 }),
  }),
  { selector: ({ level, code }) => `${level} ${code}` },
);

test("whatever was published before, afterwards it is what is published now, and nothing of another campaign", async () => {
  const site = await testSite();
  const { id } = await openPetition(site);
  const other = await openPetition(site, { slug: "another-one" });
  const { publishedTallies } = site.db.tables;
  const { level, code, count } = publishedTallies;
  const write = (campaignId: string, rows: PublishedTally[]) =>
    site.db.transaction("publish", (tx) => writePublished(tx, campaignId, rows));
  const read = (campaignId: string) =>
    site.db.read
      .select({ level, code, count })
      .from(publishedTallies)
      .where(eq(publishedTallies.campaignId, campaignId));
  const others: PublishedTally[] = [{ level: "ward", code: "E1", count: 7 }];
  await write(other.id, others);
  await fc.assert(
    fc.asyncProperty(publications, async (rows) => {
      await write(id, rows);
      expect(inOrder(await read(id))).toEqual(inOrder(rows));
      expect(await read(other.id)).toEqual(others);
    }),
    { numRuns: 40 },
  );
});

function inOrder(rows: readonly { level: string; code: string; count: number }[]): string[] {
  return rows.map(({ level, code, count }) => `${level} ${code} ${count}`).sort();
}
