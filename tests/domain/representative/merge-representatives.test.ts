import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addTerm } from "#app/domain/representative/add-term.server.ts";
import { TermForm } from "#app/domain/representative/admin-forms.ts";
import { findManaged, findMergedInto } from "#app/domain/representative/admin-queries.server.ts";
import { mergeRepresentatives } from "#app/domain/representative/merge-representatives.server.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { ADMIN, addedPerson, auditLines, managed, onlyTerm, WARD } from "./people.ts";

const OTHER_WARD = "E05015850";

async function rowOf(site: TestSite, publicId: string) {
  const { representatives, terms } = site.db.tables;
  const [row] = await site.db.read
    .select({ id: representatives.id, termId: terms.id, addressHash: terms.addressHash })
    .from(representatives)
    .innerJoin(terms, eq(terms.representativeId, representatives.id))
    .where(eq(representatives.publicId, publicId));
  if (!row) throw new Error("nobody has this public id");
  return row;
}

/** A message that somebody has had of a campaign. */
async function told(site: TestSite, publicId: string, campaignId: string, slotOn: string, gssCode = WARD) {
  const { id, termId, addressHash } = await rowOf(site, publicId);
  const deliveryId = `${publicId} ${slotOn}`;
  await site.db.transaction("tell", async (tx) => {
    const { deliveries, deliveryItems } = tx.tables;
    const mode: DeliveryMode = "rehearsal";
    await tx.insert(deliveries).values({
      ...{ id: deliveryId, addressHash, slotOn, termId, mode, state: "sent", reason: "", attemptCount: 1 },
      ...{ dueAt: NOW, request: "", providerId: "", plannedAt: NOW, sendingAt: NOW, settledAt: NOW },
    });
    await tx.insert(deliveryItems).values({
      ...{ campaignId, representativeId: id, slotOn, deliveryId, gssCode, tally: 7, previousTally: null },
      ...{ previousOn: "", step: 5, isClosing: false },
    });
  });
}

test("merging moves terms and everything that was told, and the old page leads to the one that stays", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const kept = await addedPerson(site, WARD, { name: "Linnet Marsh" });
  const gone = await addedPerson(site, OTHER_WARD, { name: "L. Marsh", address: "l.marsh@worcester.gov.uk" });
  await told(site, gone.publicId, petition.id, "2026-11-17", OTHER_WARD);
  const merge = { publicId: kept.publicId, otherId: gone.publicId, accountId: ADMIN };
  const pressedTwice = await Promise.all([
    mergeRepresentatives(site, merge, NOW),
    mergeRepresentatives(site, merge, NOW),
  ]);
  expect(pressedTwice.sort()).toEqual(["merged", "unknown"]);
  const after = await managed(site, kept.publicId);
  expect(after.name).toBe("Linnet Marsh");
  expect(after.terms.map((term) => term.area.gssCode).sort()).toEqual([OTHER_WARD, WARD]);
  expect(after.terms.map((term) => term.address)).toContain("l.marsh@worcester.gov.uk");
  expect(await findManaged(site.db.read, site.keyring, gone.publicId, NOW)).toBeUndefined();
  expect(await findMergedInto(site.db.read, gone.publicId)).toBe(kept.publicId);
  const items = await site.db.read.select().from(site.db.tables.deliveryItems);
  expect(items.map((item) => item.representativeId)).toEqual([(await rowOf(site, kept.publicId)).id]);
  expect((await auditLines(site)).at(-1)).toBe(`merge_representatives ${gone.publicId}: 1 terms, 1 messages`);
});

test("two terms in one seat become one, which learns the address and keeps the messages", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const kept = await addedPerson(site, WARD, { startsOn: "" });
  const gone = await addedPerson(site, WARD, { address: "gone@worcester.gov.uk", party: "Independent" });
  await told(site, kept.publicId, petition.id, "2026-11-17");
  await told(site, gone.publicId, petition.id, "2026-11-17");
  await told(site, gone.publicId, petition.id, "2026-11-24");
  const merge = { publicId: kept.publicId, otherId: gone.publicId, accountId: ADMIN };
  expect(await mergeRepresentatives(site, merge, NOW)).toBe("merged");
  const term = onlyTerm(await managed(site, kept.publicId));
  expect(term).toMatchObject({
    address: "gone@worcester.gov.uk",
    party: "Independent",
    startsOn: "2024-05-02",
  });
  const { deliveries, deliveryItems } = site.db.tables;
  expect(await site.db.read.select().from(deliveryItems)).toHaveLength(2);
  const { termId } = await rowOf(site, kept.publicId);
  const sent = await site.db.read.select().from(deliveries);
  expect(new Set(sent.map((delivery) => delivery.termId))).toEqual(new Set([termId]));
});

test("who was merged twice is still found, and the key that a source knows stays on the row", async () => {
  const site = await testSite();
  const [first, second, third] = [
    await addedPerson(site, WARD),
    await addedPerson(site, WARD),
    await addedPerson(site, WARD),
  ];
  const { representatives } = site.db.tables;
  await site.db.transaction("import", async (tx) => {
    await tx
      .update(representatives)
      .set({ sourceKey: "somewhere:1" })
      .where(eq(representatives.publicId, second.publicId));
  });
  const merge = (publicId: string, otherId: string) =>
    mergeRepresentatives(site, { publicId, otherId, accountId: ADMIN }, NOW);
  expect(await merge(first.publicId, second.publicId)).toBe("merged");
  expect((await managed(site, first.publicId)).sourceKey).toBe("somewhere:1");
  expect(await merge(third.publicId, first.publicId)).toBe("merged");
  expect((await managed(site, third.publicId)).sourceKey).toBe("somewhere:1");
  expect(await findMergedInto(site.db.read, second.publicId)).toBe(third.publicId);
});

test("two people who cannot be one are not merged", async () => {
  const site = await testSite();
  const councillor = await addedPerson(site, WARD);
  const { representatives } = site.db.tables;
  const mps = await site.db.read
    .select({ publicId: representatives.publicId })
    .from(representatives)
    .where(eq(representatives.kind, "mp"))
    .limit(2);
  const [one = councillor, two = councillor] = mps;
  const merge = (publicId: string, otherId: string) =>
    mergeRepresentatives(site, { publicId, otherId, accountId: ADMIN }, NOW);
  expect(await merge(one.publicId, two.publicId)).toBe("two_parliament_seats");
  expect(await merge(one.publicId, councillor.publicId)).toBe("different_kind");
  expect(await merge(councillor.publicId, councillor.publicId)).toBe("same");
  expect(await merge(councillor.publicId, "0000000000")).toBe("unknown");
  await site.db.transaction("invent", async (tx) => {
    await tx
      .update(representatives)
      .set({ isInvented: true })
      .where(eq(representatives.publicId, councillor.publicId));
  });
  const real = await addedPerson(site, WARD);
  expect(await merge(real.publicId, councillor.publicId)).toBe("invented");
  expect((await auditLines(site)).filter((line) => line.startsWith("merge"))).toEqual([]);
});

test("merging, adding a term and ending at one moment leave one person and no term without one", async () => {
  const site = await testSite();
  const kept = await addedPerson(site, WARD);
  const gone = await addedPerson(site, OTHER_WARD);
  const form = TermForm.parse({ area: "x", source: "the council", checkedOn: "2026-11-20" });
  await Promise.all([
    mergeRepresentatives(site, { publicId: kept.publicId, otherId: gone.publicId, accountId: ADMIN }, NOW),
    addTerm(site, { publicId: gone.publicId, form, gssCode: "E05015849", accountId: ADMIN }, NOW),
    mergeRepresentatives(site, { publicId: gone.publicId, otherId: kept.publicId, accountId: ADMIN }, NOW),
  ]);
  const left = await Promise.all(
    [kept, gone].map(({ publicId }) => findManaged(site.db.read, site.keyring, publicId, NOW)),
  );
  expect(left.filter((one) => one !== undefined)).toHaveLength(1);
});
