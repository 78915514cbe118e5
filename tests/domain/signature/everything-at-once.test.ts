import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { closeCampaigns } from "#app/domain/campaign/close-campaigns.server.ts";
import { BatchSelection } from "#app/domain/signature/batch-selection.ts";
import { invalidateBatch } from "#app/domain/signature/invalidate-batch.server.ts";
import { ManageForm } from "#app/domain/signature/manage-form.ts";
import { manageSignature } from "#app/domain/signature/manage-signature.server.ts";
import { openPerson } from "#app/domain/signature/person.server.ts";
import { recordSignature } from "#app/domain/signature/record-signature.server.ts";
import { refuseSignature } from "#app/domain/signature/refuse-signature.server.ts";
import { restoreBatch } from "#app/domain/signature/restore-batch.server.ts";
import { SignForm } from "#app/domain/signature/sign-form.ts";
import { HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { londonInstant } from "#app/domain/time/london.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { NOW, openPetition, tokensOf } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { person } from "../moderation/reviewing.ts";
import { rowsOf } from "./signing.ts";

/** Three people, two of them at one address. */
const PEOPLE = [
  { name: "Ann Applegarth", email: "home@example.org", postcode: "WR5 2NP" },
  { name: "Bram Applegarth", email: "home@example.org", postcode: "WR5 2NP" },
  { name: "Cosima Vale", email: "cosima@example.org", postcode: "BT1 5GS" },
] as const;
const CLOSED_AT = londonInstant("2026-11-26", "00:00");
const NETWORK = "192.0.2.7";

const anybody = fc.nat({ max: PEOPLE.length - 1 });
const Act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant("sign" as const), who: anybody, showName: fc.boolean() }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      act: fc.constant("press" as const),
      who: anybody,
      form: fc.oneof(
        { weight: 6, arbitrary: fc.constant<Record<string, string>>({ intent: "confirm" }) },
        {
          weight: 2,
          arbitrary: fc.constant<Record<string, string>>({
            intent: "preferences",
            showName: "on",
            handIn: "on",
            connection: "work",
          }),
        },
        fc.constant<Record<string, string>>({ intent: "preferences" }),
        {
          weight: 2,
          arbitrary: fc.constantFrom<Record<string, string>[]>(
            { intent: "postcode", postcode: "DE1 1AA" },
            { intent: "postcode", postcode: "BT1 5GS", constituency: "N05000001" },
            { intent: "postcode", postcode: "WR5 2NP" },
          ),
        },
        fc.constantFrom<Record<string, string>[]>(
          { intent: "name", name: "Ann Applegarth" },
          { intent: "name", name: "Bram Vale" },
        ),
        { weight: 2, arbitrary: fc.constant<Record<string, string>>({ intent: "withdraw" }) },
        fc.constant<Record<string, string>>({ intent: "erase", keep: "nothing" }),
        fc.constant<Record<string, string>>({ intent: "erase", keep: "count" }),
      ),
    }),
  },
  fc.record({ act: fc.constant("not me" as const), who: anybody }),
  { weight: 2, arbitrary: fc.record({ act: fc.constant("take out" as const), who: anybody }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("put back" as const), who: anybody }) },
  fc.record({ act: fc.constant("publish" as const), who: anybody }),
);

test("whatever people and moderators do, in whatever order, before, at and after closing: all counts agree", async () => {
  const site = await testSite();
  const moderatorId = await person(site, "moderator");
  const closing = fc.record({
    acts: fc.array(Act, { minLength: 8, maxLength: 24 }),
    closesAfter: fc.nat({ max: 24 }),
  });
  await fc.assert(
    fc.asyncProperty(closing, async ({ acts, closesAfter }) => {
      const petition = await openPetition(site, { closesOn: "2026-11-25" });
      let now = NOW;
      for (const [index, one] of acts.entries()) {
        now += 11 * MINUTE;
        if (index === closesAfter) {
          await closeCampaigns(site, CLOSED_AT);
          now = CLOSED_AT + HOUR;
        }
        await perform(site, { petition, moderatorId }, one, now);
      }
      await agree(site, petition);
      // The next run's petition is another; this one must not be closed again by it.
      await removeFromLists(site, petition);
    }),
    { numRuns: 100, endOnFailure: true },
  );
}, 240_000);

async function perform(
  site: TestSite,
  { petition, moderatorId }: { petition: { id: string }; moderatorId: string },
  one: typeof Act extends fc.Arbitrary<infer One> ? One : never,
  now: number,
): Promise<void> {
  const campaignId = petition.id;
  const rows = await rowsOf(site, petition);
  const own = rows.filter((_, index) => index % PEOPLE.length === one.who).at(-1) ?? rows.at(-1);
  switch (one.act) {
    case "sign": {
      const showName = one.showName ? "on" : undefined;
      const form = SignForm.parse({ ...PEOPLE[one.who], showName });
      await recordSignature(site, { campaignId, form, clientAddress: NETWORK }, now);
      return;
    }
    case "press":
      if (own) {
        const { manageToken: token } = tokensOf(site, own.id);
        await manageSignature(site, { token, form: ManageForm.parse(one.form) }, now);
      }
      return;
    case "not me":
      if (own) await refuseSignature(site, tokensOf(site, own.id).notMeToken, now);
      return;
    case "take out": {
      const network = rows.find((row) => row.clientNetHash !== "")?.clientNetHash.slice(0, 16);
      const selection = BatchSelection.parse({ network });
      if (network) await invalidateBatch(site, { campaignId, selection, moderatorId, reason: "other" }, now);
      return;
    }
    case "put back": {
      const { batches } = site.db.tables;
      const [batch] = await site.db.read.select().from(batches).where(eq(batches.campaignId, campaignId));
      if (batch) await restoreBatch(site, { publicId: batch.publicId, moderatorId }, now);
      return;
    }
    case "publish":
      await publishTallies(site, campaignId, now);
  }
}

/** Counts, events, slots and public names say the same as the signatures. */
async function agree(site: TestSite, petition: { id: string }): Promise<void> {
  expect(await checkTallies(site.db.read)).toEqual([]);
  const rows = await rowsOf(site, petition);
  const { signatureSlots, publicNames, batchSignatures, links } = site.db.tables;
  const slots = await site.db.read
    .select()
    .from(signatureSlots)
    .where(eq(signatureSlots.campaignId, petition.id));
  const slotOf = new Map(slots.map((slot) => [slot.signatureId, slot]));
  for (const row of rows) {
    const holds = row.state === "confirmed" || row.state === "invalidated";
    expect(slotOf.has(row.id), `the slot of one that is ${row.state}`).toBe(holds);
    if (!holds || row.email === "") continue;
    const { addressHash, nameHash, postcodeHash } = row;
    expect(slotOf.get(row.id)).toMatchObject({ addressHash, nameHash, postcodeHash });
  }
  const names = await site.db.read.select().from(publicNames).where(eq(publicNames.campaignId, petition.id));
  const shown = rows.filter(({ state, showName }) => state === "confirmed" && showName);
  expect(names.map(({ signatureId, name }) => [signatureId, name]).toSorted()).toEqual(
    shown.map((row) => [row.id, openPerson(site.keyring, row).name]).toSorted(),
  );
  const held = await site.db.read.select().from(batchSignatures);
  const takenOut = rows.filter(({ state }) => state === "invalidated").map(({ id }) => id);
  expect(held.map(({ signatureId }) => signatureId)).toEqual(expect.arrayContaining(takenOut));
  // Whoever has no details left has no link left either, and the other way round.
  for (const row of rows) {
    const own = await site.db.read.select().from(links).where(eq(links.rowId, row.id));
    expect(own.length > 0, `links of one that is ${row.state}`).toBe(row.email !== "");
  }
}

async function removeFromLists(site: TestSite, petition: { id: string }): Promise<void> {
  const { campaigns } = site.db.tables;
  await site.db.transaction("put away", async (tx) => {
    await tx.update(campaigns).set({ state: "archived" }).where(eq(campaigns.id, petition.id));
  });
}
