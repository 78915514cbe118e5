import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { closeCampaigns } from "#app/domain/campaign/close-campaigns.server.ts";
import { endRetention } from "#app/domain/signature/end-retention.server.ts";
import { eraseSignature } from "#app/domain/signature/erase-signature.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { londonInstant } from "#app/domain/time/london.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { confirm, rowOf, rowsOf, total } from "./signing.ts";

const CLOSED_AT = londonInstant("2026-12-01", "00:00");
const LAST_DAY = londonInstant("2027-05-31", "23:59");
const NEXT_DAY = londonInstant("2027-06-01", "00:01");

test("six months after closing all details are blank, everybody stays counted, and the campaign is archived", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { closesOn: "2026-11-30" });
  const kept = await confirmedSignature(site, petition, { showName: true, handIn: true, updates: true });
  const withdrawn = await confirmedSignature(site, petition);
  const blank = await confirmedSignature(site, petition);
  await withdrawSignature(site, withdrawn.manageToken, NOW + HOUR);
  const other = await confirmedSignature(site, await openPetition(site));
  await closeCampaigns(site, CLOSED_AT);
  await eraseSignature(site, { token: blank.manageToken, keep: "count" }, CLOSED_AT + HOUR);
  const before = await rowOf(site, kept.id);

  expect(await endAll(site, LAST_DAY)).toBe(0);
  expect(await rowOf(site, kept.id)).toEqual(before);
  expect(await endAll(site, NEXT_DAY)).toBeGreaterThan(0);
  expect(await endAll(site, NEXT_DAY)).toBe(0);

  const hashes = [
    "typedHash",
    "addressHash",
    "nameHash",
    "postcodeHash",
    "clientHash",
    "clientNetHash",
  ] as const;
  for (const row of await rowsOf(site, petition)) {
    expect(
      [row.name, row.email, row.postcode, row.country, ...hashes.map((hash) => row[hash])].join(""),
    ).toBe("");
    expect([row.showName, row.updates]).toEqual([false, false]);
  }
  expect(await rowOf(site, kept.id)).toMatchObject({
    state: "confirmed",
    cellId: before?.cellId,
    handIn: true,
  });
  expect(await rowOf(site, withdrawn.id)).toMatchObject({ state: "withdrawn" });
  expect(await total(site, petition)).toBe(2);
  expect(await checkTallies(site.db.read)).toEqual([]);

  const { signatureSlots, publicNames, links, campaigns } = site.db.tables;
  const slots = await site.db.read.select().from(signatureSlots);
  expect(slots.map((slot) => slot.signatureId)).toEqual([other.id]);
  expect(await site.db.read.select().from(publicNames)).toEqual([]);
  expect(new Set((await site.db.read.select().from(links)).map((link) => link.rowId))).toEqual(
    new Set([other.id]),
  );
  const [campaign] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, petition.id));
  expect(campaign?.state).toBe("archived");
  expect(await confirm(site, kept.confirmToken, NEXT_DAY)).toBe("unknown_link");
  await expect(signPetition(site, petition, {}, NEXT_DAY)).rejects.toThrow("campaign_closed");
});

test("many signatures are blanked in parts", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { closesOn: "2026-11-30" });
  for (let i = 0; i < 3; i += 1) await confirmedSignature(site, petition);
  await site.db.transaction("copy", async (tx) => {
    const { signatures } = tx.tables;
    const [row] = await tx.select().from(signatures).limit(1);
    if (!row) throw new Error("there is no signature");
    const copies = Array.from({ length: 250 }, (_, i) => ({
      ...row,
      id: `copy-${i}`,
      state: "withdrawn" as const,
    }));
    await tx.insert(signatures).values(copies);
  });
  await closeCampaigns(site, CLOSED_AT);
  expect(await endRetention(site, NEXT_DAY)).toBeLessThan(250);
  await endAll(site, NEXT_DAY);
  expect((await rowsOf(site, petition)).filter((row) => row.email !== "")).toEqual([]);
  expect(await total(site, petition)).toBe(3);
});

async function endAll(site: TestSite, now: number): Promise<number> {
  let all = 0;
  for (let some = 1; some > 0; all += some) some = await endRetention(site, now);
  return all;
}
