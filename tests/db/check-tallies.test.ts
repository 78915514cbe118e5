import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { checkTallies, countEverything } from "#db/check-tallies.server.ts";
import type { Tx } from "#db/database.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "../factories.ts";
import { testSite } from "../site.ts";

async function signedSite() {
  const site = await testSite();
  const petition = await openPetition(site);
  await signPetition(site, petition);
  for (const postcode of ["WR5 2NP", "WR5 2NP", "B1 1BB"])
    await confirmedSignature(site, petition, { postcode });
  const left = await confirmedSignature(site, petition, { postcode: "CF10 1EP" });
  await withdrawSignature(site, left.manageToken, NOW);
  return { site, petition };
}

/** The signature that counts in Birmingham, whose cell is the first in the list of differences. */
const IN_BIRMINGHAM = sql`cell_id = (select id from cells where council = 'E08000025' and id in (select cell_id from signatures))`;

test("after signing, confirming and withdrawing all three counts agree", async () => {
  const { site } = await signedSite();
  expect(await checkTallies(site.db.read)).toEqual([]);
  expect(await countEverything(site.db.read)).toEqual({ campaigns: 1, signatures: 3 });
});

const breakages: [string, (tx: Tx) => Promise<unknown>, object[]][] = [
  [
    "a signature too few",
    (tx) =>
      tx
        .update(tx.tables.signatures)
        .set({ state: "invalidated" })
        .where(and(IN_BIRMINGHAM, eq(tx.tables.signatures.state, "confirmed"))),
    [{ signatures: 0, tallies: 1, events: 1 }],
  ],
  [
    "a tally too high",
    (tx) => tx.update(tx.tables.tallies).set({ count: sql`count + 2` }).where(IN_BIRMINGHAM),
    [{ signatures: 1, tallies: 3, events: 1 }],
  ],
  [
    "an event lost",
    (tx) => tx.delete(tx.tables.countEvents).where(IN_BIRMINGHAM),
    [{ signatures: 1, tallies: 1, events: 0 }],
  ],
];

for (const [what, breakIt, expected] of breakages)
  test(`${what} is reported with its campaign and cell`, async () => {
    const { site, petition } = await signedSite();
    await site.db.transaction("break", breakIt);
    const found = await checkTallies(site.db.read);
    expect(found).toMatchObject(expected);
    expect(found).toHaveLength(1);
    expect(found[0]?.campaignId).toBe(petition.id);
  });

test("two shards of a tally count as one", async () => {
  const { site, petition } = await signedSite();
  await confirmedSignature({ ...site, shard: 3 }, petition, { postcode: "B1 1BB" });
  expect(await checkTallies(site.db.read)).toEqual([]);
});
