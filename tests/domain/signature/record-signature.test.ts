import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { closeCampaigns } from "#app/domain/campaign/close-campaigns.server.ts";
import { getCell } from "#app/domain/place/cells.server.ts";
import { findSignature } from "#app/domain/signature/queries.server.ts";
import { recordSignature } from "#app/domain/signature/record-signature.server.ts";
import { SignForm } from "#app/domain/signature/sign-form.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { DAY, HOUR, MINUTE } from "#app/domain/time/durations.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { NOW, openPetition, signPetition } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { confirm, mails, rowOf, rowsOf, total } from "./signing.ts";

const ANN = { name: "Ann Applegarth", email: "ann@example.org", postcode: "WR5 2NP" };

test("a signature that is not confirmed counts nothing and holds nothing", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id } = await signPetition(site, petition, { ...ANN, showName: true });
  const { signatureSlots, tallies, countEvents, publicNames } = site.db.tables;
  for (const table of [signatureSlots, tallies, countEvents, publicNames])
    expect(await site.db.read.select().from(table)).toEqual([]);
  expect(await total(site, petition)).toBe(0);
  expect(await rowOf(site, id)).toMatchObject({ state: "pending", mailCount: 1, expiresAt: NOW + 7 * DAY });
});

test("a signature keeps what was typed, sealed, with the consent it was given under", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id } = await signPetition(site, petition, {
    ...ANN,
    updates: true,
    handIn: true,
    connection: "work",
  });
  expect(await findSignature(site.db.read, site.keyring, id)).toMatchObject({
    ...{ name: ANN.name, email: ANN.email, postcode: "WR52NP" },
    ...{
      showName: false,
      updates: true,
      handIn: true,
      connection: "work",
      consentedAt: NOW,
      noticeVersion: 1,
    },
  });
  const row = await rowOf(site, id);
  for (const sealed of [row?.name, row?.email, row?.postcode])
    expect(sealed).toMatch(/^[\w-]+\.[\w-]{16}\.[\w-]+$/);
  expect(row?.edition).toBe(site.places.edition);
});

test("fifty identical submissions at once are one row and one mail", async () => {
  const site = await testSite({ poolSize: 20 });
  const petition = await openPetition(site);
  const form = SignForm.parse(ANN);
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      recordSignature(site, { campaignId: petition.id, form, clientAddress: `192.0.2.${i}` }, NOW),
    ),
  );
  expect(new Set(outcomes)).toEqual(new Set(["recorded"]));
  expect(await rowsOf(site, petition)).toHaveLength(1);
  expect(await mails(site)).toHaveLength(1);
});

test("the same typed on another campaign is another signature", async () => {
  const site = await testSite();
  const [first, second] = [await openPetition(site), await openPetition(site)];
  const one = await signPetition(site, first, ANN);
  const two = await signPetition(site, second, ANN);
  expect(await confirm(site, one.confirmToken)).toBe("confirmed");
  expect(await confirm(site, two.confirmToken)).toBe("confirmed");
});

test("nobody can take my address: what strangers type with it before me changes nothing for me", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  for (const name of ["Mallory One", "Mallory Two", "Ann Applegarth"])
    await signPetition(site, petition, { ...ANN, name, postcode: "DE1 1AA" });
  const mine = await signPetition(site, petition, ANN, NOW + MINUTE);
  expect((await mails(site)).at(-1)?.subject).toMatch(/^Confirm your signature/);
  expect(await confirm(site, mine.confirmToken, NOW + HOUR)).toBe("confirmed");
  expect(await rowOf(site, mine.id)).toMatchObject({ state: "confirmed" });
});

test("another's ticks on my very details do not show my name, hand it on, or send me news", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const ticks = { showName: true, updates: true, handIn: true };
  const theirs = await signPetition(site, petition, { ...ANN, ...ticks, connection: "live" });
  const mine = await signPetition(site, petition, { ...ANN, handIn: true, connection: "work" }, NOW + HOUR);
  expect(mine.id).toBe(theirs.id);
  const left = { showName: false, updates: false, handIn: true, connection: "" };
  expect(await rowOf(site, mine.id)).toMatchObject({ ...left, consentedAt: NOW + HOUR });
  await signPetition(site, petition, { ...ANN, ...ticks }, NOW + 2 * HOUR);
  expect(await rowOf(site, mine.id)).toMatchObject(left);
  await confirm(site, mine.confirmToken, NOW + 3 * HOUR);
  expect(await site.db.read.select().from(site.db.tables.publicNames)).toEqual([]);
});

test("places chosen differently for one unknown postcode are left open, for the page behind the mail to ask", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const where = { ...ANN, postcode: "ZZ9 9ZZ" };
  const { id } = await signPetition(site, petition, { ...where, constituency: "E14001597" });
  await signPetition(site, petition, { ...where, constituency: "E14001597" }, NOW + MINUTE);
  const chosen = await rowOf(site, id);
  expect((await getCell(site.db.read, chosen?.cellId ?? 0)).constituency).toBe("E14001597");
  await signPetition(site, petition, { ...where, constituency: "E14001063" }, NOW + 2 * MINUTE);
  const open = await rowOf(site, id);
  expect(await getCell(site.db.read, open?.cellId ?? 0)).toMatchObject({ country: "GB", constituency: "" });
});

test("an unknown postcode signs like any other", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { confirmToken } = await signPetition(site, petition, { ...ANN, postcode: "ZZ9 9ZZ" });
  expect(await confirm(site, confirmToken)).toBe("confirmed");
  expect(await total(site, petition)).toBe(1);
});

test.each([
  ["draft", "campaign_closed"],
  ["in_review", "campaign_in_review"],
  ["changes_requested", "campaign_in_review"],
  ["paused", "campaign_closed"],
  ["closed", "campaign_closed"],
  ["archived", "campaign_closed"],
  ["hidden", "campaign_closed"],
  ["removed", "campaign_closed"],
  ["rejected", "campaign_closed"],
] as const)(
  "a campaign that is %s takes no signature, and none that waits is counted",
  async (state: CampaignState, outcome) => {
    const site = await testSite();
    const petition = await openPetition(site);
    const before = await signPetition(site, petition, ANN);
    await site.db.transaction("change state", async (tx) => {
      const { campaigns } = tx.tables;
      await tx.update(campaigns).set({ state }).where(eq(campaigns.id, petition.id));
    });
    const signing = { campaignId: petition.id, form: before.form, clientAddress: "192.0.2.1" };
    expect(await recordSignature(site, signing, NOW + MINUTE)).toBe("campaign_closed");
    expect(await confirm(site, before.confirmToken)).toBe(outcome);
    expect(await total(site, petition)).toBe(0);
  },
);

test("a campaign takes signatures until its last day in London is over, also where the clocks have changed", async () => {
  const site = await testSite();
  for (const [closesOn, lastMoment] of [
    ["2027-01-31", "2027-01-31T23:59:59.999Z"],
    ["2027-06-30", "2027-06-30T22:59:59.999Z"],
    ["2027-03-28", "2027-03-28T22:59:59.999Z"],
    ["2027-10-31", "2027-10-31T23:59:59.999Z"],
  ] as const) {
    const last = Date.parse(lastMoment);
    const petition = await openPetition(site, { closesOn });
    const form = SignForm.parse(ANN);
    const signing = { campaignId: petition.id, form, clientAddress: "192.0.2.1" };
    expect(await recordSignature(site, signing, last + 1)).toBe("campaign_closed");
    const { confirmToken } = await signPetition(
      site,
      petition,
      { ...ANN, email: `${closesOn}@example.org` },
      last,
    );
    expect(await confirm(site, confirmToken, last + 1 + DAY)).toBe("campaign_closed");
    await closeCampaigns(site, last);
    expect(await confirm(site, confirmToken, last)).toBe("confirmed");
  }
});

test("somebody who withdrew signs again, and is counted once", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const first = await signPetition(site, petition, ANN);
  await confirm(site, first.confirmToken);
  await withdrawSignature(site, first.manageToken, NOW + HOUR);
  const again = await signPetition(site, petition, ANN, NOW + 2 * HOUR);
  expect(again.id).not.toBe(first.id);
  expect(await confirm(site, again.confirmToken, NOW + 2 * HOUR)).toBe("confirmed");
  expect(await confirm(site, first.confirmToken, NOW + 2 * HOUR)).toBe("expired");
  expect(await total(site, petition)).toBe(1);
});
