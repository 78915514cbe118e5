import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { replaceText } from "#app/domain/campaign/replace-text.server.ts";
import { recordSignature } from "#app/domain/signature/record-signature.server.ts";
import { returnSupporters } from "#app/domain/signature/return-supporters.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { DAY, HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { organisedPetition, supporters } from "../campaign/organised-petition.ts";
import { confirm, mails, rowOf, rowsOf, total } from "./signing.ts";

const MOST = 20;

test("of thirty people who confirm at the same moment twenty support a petition that gathers, and no more", async () => {
  const site = await testSite({ poolSize: 8 });
  const { petition } = await organisedPetition(site);
  const tokens: string[] = [];
  for (let count = 0; count < 30; count += 1) tokens.push((await signPetition(site, petition)).confirmToken);
  const outcomes = await Promise.all(tokens.map((token) => confirm(site, token)));
  expect(outcomes.filter((outcome) => outcome === "confirmed")).toHaveLength(MOST);
  expect(outcomes.filter((outcome) => outcome === "campaign_full")).toHaveLength(10);
  expect(await total(site, petition)).toBe(MOST);
  expect(await site.db.read.select().from(site.db.tables.signatureSlots)).toHaveLength(MOST);
});

test("once twenty support it nobody signs any more, until one of them goes", async () => {
  const site = await testSite();
  const { petition } = await organisedPetition(site);
  const first = await confirmedSignature(site, petition);
  await supporters(site, petition, MOST - 1);
  const signing = { campaignId: petition.id, form: first.form, clientAddress: "192.0.2.1" };
  expect(await recordSignature(site, signing, NOW + HOUR)).toBe("campaign_full");
  await withdrawSignature(site, first.manageToken, NOW + HOUR);
  expect(await recordSignature(site, signing, NOW + HOUR)).toBe("recorded");
});

test("an open petition has no such limit", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await supporters(site, petition, MOST + 1);
  expect(await total(site, petition)).toBe(MOST + 1);
});

test("its organisers are told once that five support it, also when one leaves and comes back", async () => {
  const site = await testSite({ poolSize: 8 });
  const { petition } = await organisedPetition(site);
  await supporters(site, petition, 3);
  expect(await countNotices(site)).toBe(0);
  const tokens = [await signPetition(site, petition), await signPetition(site, petition)];
  await Promise.all(tokens.map(({ confirmToken }) => confirm(site, confirmToken)));
  expect(await countNotices(site)).toBe(1);
  await withdrawSignature(site, tokens[0]?.manageToken ?? "", NOW + HOUR);
  await confirmedSignature(site, petition, {}, NOW + HOUR);
  expect(await countNotices(site)).toBe(1);
});

test("nothing of a petition that gathers or is looked at is published, no name shown", async () => {
  const site = await testSite();
  for (const state of ["gathering", "in_review", "changes_requested", "hidden", "rejected"] as const) {
    const { petition } = await organisedPetition(site);
    for (let count = 0; count < 6; count += 1) await confirmedSignature(site, petition, { showName: true });
    await put(site, petition.id, state);
    await publishTallies(site, petition.id, NOW + HOUR);
    const { publications, publishedTallies, publicNames } = site.db.tables;
    expect(await site.db.read.select().from(publications)).toEqual([]);
    expect(await site.db.read.select().from(publishedTallies)).toEqual([]);
    const names = await site.db.read.select().from(publicNames);
    expect(names.every((name) => !name.isPublished)).toBe(true);
  }
});

test("a changed text asks every supporter again: uncounted, unnamed, slot free, mailed, and counted once when they say yes", async () => {
  const site = await testSite();
  const { petition } = await organisedPetition(site);
  const ann = await confirmedSignature(site, petition, { name: "Ann Example", showName: true });
  const ben = await confirmedSignature(site, petition, { name: "Ben Example" });
  await mails(site);
  await changeText(site, petition.id);
  const cat = await confirmedSignature(site, petition, { name: "Cat Example" }, NOW + HOUR);
  const later = NOW + 2 * DAY;
  await put(site, petition.id, "open");
  expect(await giveBack(site, petition.id, later)).toBe(2);
  expect(await giveBack(site, petition.id, later)).toBe(0);

  expect(await total(site, petition)).toBe(1);
  expect(await rowOf(site, cat.id)).toMatchObject({ state: "confirmed" });
  expect(await rowOf(site, ann.id)).toMatchObject({ state: "pending", expiresAt: later + 7 * DAY });
  const { signatureSlots, publicNames, countEvents } = site.db.tables;
  expect(await site.db.read.select().from(publicNames)).toEqual([]);
  const slots = await site.db.read.select().from(signatureSlots);
  expect(slots.map((slot) => slot.signatureId)).toEqual([cat.id]);
  const events = await site.db.read.select().from(countEvents);
  expect(events.filter((event) => event.reason === "text_changed").map((event) => event.delta)).toEqual([
    -1, -1,
  ]);
  const sent = await mails(site);
  const asked = sent.filter((mail) => mail.subject.startsWith("Its words have changed"));
  expect(asked.map((mail) => mail.to).toSorted()).toEqual([ann.form.email, ben.form.email].toSorted());
  expect(asked.some((mail) => mail.text.includes(`/confirm/${ann.confirmToken}`))).toBe(true);

  expect(await confirm(site, ann.confirmToken, later + MINUTE)).toBe("confirmed");
  expect(await confirm(site, ann.confirmToken, later + MINUTE)).toBe("already_confirmed");
  expect(await total(site, petition)).toBe(2);
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("somebody who typed the same again meanwhile is asked once", async () => {
  const site = await testSite();
  const { petition } = await organisedPetition(site);
  const ann = await confirmedSignature(site, petition, { name: "Ann Example", email: "ann@example.org" });
  const again = await signPetition(
    site,
    petition,
    { name: "Ann Example", email: "ann@example.org" },
    NOW + HOUR,
  );
  expect(again.id).not.toBe(ann.id);
  await changeText(site, petition.id);
  expect(await giveBack(site, petition.id, NOW + DAY)).toBe(1);
  const rows = await rowsOf(site, petition);
  expect(rows.map(({ id, state }) => [id, state])).toEqual([[ann.id, "pending"]]);
});

async function changeText(site: TestSite, campaignId: string): Promise<void> {
  const content = {
    en: { title: "Another title", why: "Because.", more: "" },
    asks: ["Answer sooner"],
    askClause: "to answer sooner",
    shortName: "",
  };
  await site.db.transaction("change text", async (tx) => {
    await replaceText(tx, campaignId, content, NOW + HOUR);
  });
}

function giveBack(site: TestSite, campaignId: string, now: number): Promise<number> {
  return site.db.transaction("return supporters", (tx) => returnSupporters(tx, site, campaignId, now));
}

async function countNotices(site: TestSite): Promise<number> {
  return (await site.db.read.select().from(site.db.tables.organiserNotices)).length;
}

async function put(site: TestSite, id: string, state: CampaignState): Promise<void> {
  await site.db.transaction("put", async (tx) => {
    const { campaigns } = tx.tables;
    await tx.update(campaigns).set({ state }).where(eq(campaigns.id, id));
  });
}
