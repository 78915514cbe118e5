import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { addPoll } from "#app/domain/forwarding/add-poll.server.ts";
import { changeRule, ruleToChange } from "#app/domain/forwarding/change-rule.server.ts";
import type { Why } from "#app/domain/forwarding/explain.ts";
import { explainTelling } from "#app/domain/forwarding/explain-telling.server.ts";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { PollForm } from "#app/domain/forwarding/poll-form.ts";
import { RuleForm } from "#app/domain/forwarding/rule-form.ts";
import { SITE } from "#app/domain/forwarding/rules.server.ts";
import type { Site } from "#app/domain/site.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { addDays } from "#app/domain/time/london.ts";
import type { TestSite } from "#tests/site.ts";
import {
  ARBORETUM,
  councillor,
  forwardingSite,
  itemsOf,
  petitionWith,
  publish,
  runSlot,
  TUESDAY,
  tenOn,
} from "./scene.ts";

/** The day before the round. */
const MONDAY = tenOn(addDays(TUESDAY, -1));

async function whyOf(
  site: Site,
  campaignId: string,
  publicId: string,
  now = MONDAY,
): Promise<Why | undefined> {
  for (let page = 1; ; page += 1) {
    const { rows } = await explainTelling(site.db.read, { campaignId, forwarding: "rehearsal", page }, now);
    const found = rows.find((row) => row.publicId === publicId);
    if (found || rows.length === 0) return found?.why;
  }
}

async function setRule(site: Site, campaignId: string, changes: Record<string, string>): Promise<void> {
  const { version } = await ruleToChange(site.db.read, campaignId);
  const everything = { tellsMps: "on", tellsRecipients: "on", sendsClosing: "on" };
  const form = RuleForm.parse({ ...everything, councillors: "all", pace: "usual", ...changes, version });
  await changeRule(site, { campaignId, accountId: "somebody", form }, MONDAY);
}

async function setCampaign(
  site: Site,
  id: string,
  set: { state: "open" | "paused" | "closed"; closedAt?: number | null },
): Promise<void> {
  const { campaigns } = site.db.tables;
  await site.db.transaction("set state", (tx) => tx.update(campaigns).set(set).where(eq(campaigns.id, id)));
}

async function askForPause(site: Site, termId: string, campaignId: string): Promise<void> {
  await site.db.transaction("pause", async (tx) => {
    const { pauses, terms } = tx.tables;
    const [term] = await tx.select().from(terms).where(eq(terms.id, termId));
    await tx.insert(pauses).values({
      ...{ id: v7(), addressHash: term?.addressHash ?? "", campaignId, reason: "link", termId },
      ...{ createdAt: MONDAY, endedAt: null, mode: "rehearsal" as const },
    });
  });
}

test("who is told in the next round waits for it, and is told in it", async () => {
  const site = await forwardingSite();
  const one = await councillor(site, {});
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  const { slotOn, counts } = await explainTelling(
    site.db.read,
    { campaignId: petition.id, forwarding: "rehearsal" },
    MONDAY,
  );
  expect(slotOn).toBe(TUESDAY);
  expect(counts.find(({ why }) => why === "waits")?.count).toBe(1);
  expect(await whyOf(site, petition.id, one.publicId)).toBe("waits");
  await runSlot(site, TUESDAY);
  const after = tenOn(addDays(TUESDAY, 1));
  expect(await whyOf(site, petition.id, one.publicId, after)).toBe("no_step");
  await publish(site, petition.id, [["ward", ARBORETUM, 60]]);
  expect(await whyOf(site, petition.id, one.publicId, after)).toBe("waits");
});

test("each reason at a representative's end is named", async () => {
  const site = await forwardingSite();
  const nameless = await councillor(site, { email: "" });
  const bounced = await councillor(site, { addressState: "bounced" });
  const stopped = await councillor(site, { addressState: "opted_out" });
  const paused = await councillor(site, {});
  const elsewhere = await councillor(site, {});
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  await askForPause(site, paused.termId, petition.id);
  await askForPause(site, elsewhere.termId, "another campaign");
  const why = (who: { publicId: string }) => whyOf(site, petition.id, who.publicId);
  expect(await why(nameless)).toBe("no_address");
  expect(await why(bounced)).toBe("bounced");
  expect(await why(stopped)).toBe("opted_out");
  expect(await why(paused)).toBe("paused_by_them");
  expect(await why(elsewhere)).toBe("waits");
  await runSlot(site, TUESDAY);
  expect((await itemsOf(site, petition.id)).map((item) => item.representativeId)).toEqual([
    elsewhere.representativeId,
  ]);
});

test("a place of the council concerned below five is named without its number", async () => {
  const site = await forwardingSite();
  const few = await councillor(site, {});
  const petition = await petitionWith(site, [], { bodyGss: "E07000237" });
  expect(await whyOf(site, petition.id, few.publicId)).toBe("below_five");
});

test("a message late in the week stands in the way of the next round", async () => {
  const site = await forwardingSite();
  const one = await councillor(site, {});
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  const wednesday = tenOn(addDays(TUESDAY, 1));
  await runSlot(site, TUESDAY, wednesday);
  await publish(site, petition.id, [["ward", ARBORETUM, 60]]);
  expect(await whyOf(site, petition.id, one.publicId, wednesday + HOUR)).toBe("had_message");
});

test("whose choice leaves somebody out is said: the organiser's or the site's", async () => {
  const site = await forwardingSite();
  const one = await councillor(site, {});
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  await setRule(site, petition.id, { councillors: "concerned" });
  expect(await whyOf(site, petition.id, one.publicId)).toBe("rule_campaign");
  await setRule(site, SITE, { councillors: "none" });
  expect(await whyOf(site, petition.id, one.publicId)).toBe("rule_site");
  await runSlot(site, TUESDAY);
  expect(await itemsOf(site, petition.id)).toEqual([]);
  await setRule(site, SITE, {});
  await setRule(site, petition.id, { isPaused: "on" });
  expect(await whyOf(site, petition.id, one.publicId)).toBe("rule_campaign");
  await runSlot(site, addDays(TUESDAY, 7));
  expect(await itemsOf(site, petition.id)).toEqual([]);
  await setRule(site, petition.id, {});
  await runSlot(site, addDays(TUESDAY, 14));
  expect(await itemsOf(site, petition.id)).toHaveLength(1);
});

test("councillors of the council concerned are told where the others are left out", async () => {
  const site = await forwardingSite();
  await councillor(site, {});
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]], { bodyGss: "E07000237" });
  await setRule(site, petition.id, { councillors: "concerned" });
  await runSlot(site, TUESDAY);
  expect(await itemsOf(site, petition.id)).toHaveLength(1);
});

test("before a poll a place is quiet, and hears after it", async () => {
  const site = await forwardingSite();
  const one = await councillor(site, {});
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  const form = PollForm.parse({
    ...{
      kind: "by_election",
      name: "By-election in Arboretum",
      place: "E07000237",
      source: "worcester.gov.uk",
    },
    ...{ quietFrom: TUESDAY, pollOn: addDays(TUESDAY, 9) },
  });
  expect(await addPoll(site, { accountId: "admin", form }, MONDAY)).toBe("added");
  expect(await whyOf(site, petition.id, one.publicId)).toBe("quiet");
  await runSlot(site, TUESDAY);
  await runSlot(site, addDays(TUESDAY, 7));
  expect(await itemsOf(site, petition.id)).toEqual([]);
  await runSlot(site, addDays(TUESDAY, 14));
  expect(await itemsOf(site, petition.id)).toHaveLength(1);
});

test("the last message waits until links mailed before closing have run out; closed again, there is another", async () => {
  const site = await forwardingSite();
  const one = await councillor(site, {});
  const late = await councillor(site, { gssCode: "E05015850" });
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  await runSlot(site, TUESDAY);
  const second = addDays(TUESDAY, 7);
  await publish(site, petition.id, [
    ["ward", ARBORETUM, 60],
    ["ward", "E05015850", 9],
  ]);
  await setCampaign(site, petition.id, { state: "closed", closedAt: tenOn(second) - 23 * HOUR });
  expect(await whyOf(site, petition.id, one.publicId, tenOn(second) - HOUR)).toBe("grace");
  expect(await whyOf(site, petition.id, late.publicId, tenOn(second) - HOUR)).toBe("never_told");
  await runSlot(site, second);
  expect(await itemsOf(site, petition.id)).toHaveLength(1);
  const third = addDays(TUESDAY, 14);
  await runSlot(site, third);
  expect(await whyOf(site, petition.id, one.publicId, tenOn(third) + HOUR)).toBe("told_of_end");
  await setCampaign(site, petition.id, { state: "open", closedAt: null });
  await runSlot(site, addDays(TUESDAY, 21));
  await setCampaign(site, petition.id, { state: "closed", closedAt: tenOn(addDays(TUESDAY, 22)) });
  for (const weeks of [4, 5]) await runSlot(site, addDays(TUESDAY, 7 * weeks));
  const told = (await itemsOf(site, petition.id)).filter((item) => item.gssCode === ARBORETUM);
  expect(told.map(({ slotOn, isClosing }) => [slotOn, isClosing])).toEqual([
    [TUESDAY, false],
    [third, true],
    [addDays(TUESDAY, 28), true],
  ]);
});

test("without closing messages nobody hears of the end", async () => {
  const site = await forwardingSite();
  await councillor(site, {});
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  await runSlot(site, TUESDAY);
  await setRule(site, petition.id, { sendsClosing: "" });
  await setCampaign(site, petition.id, { state: "closed", closedAt: tenOn(addDays(TUESDAY, 2)) });
  await runSlot(site, addDays(TUESDAY, 7));
  expect(await itemsOf(site, petition.id)).toHaveLength(1);
});

test("what waits for a round is what the planner plans, in places of every kind", async () => {
  const site = await forwardingSite();
  const people = await everyKind(site);
  const petition = await petitionWith(site, [
    ["constituency", "E14001597", 300],
    ["ward", ARBORETUM, 38],
    ["upper", "E10000034", 900],
  ]);
  const explained = await explainTelling(
    site.db.read,
    { campaignId: petition.id, forwarding: "rehearsal", why: "waits" },
    MONDAY,
  );
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, tenOn(TUESDAY));
  expect(explained.count).toBeGreaterThan(people.length);
  expect((await itemsOf(site, petition.id)).length).toBe(explained.count);
});

async function everyKind(site: TestSite) {
  const { areas } = site.db.tables;
  const divisions = await site.db.read
    .select()
    .from(areas)
    .where(eq(areas.parentGss, "E10000034"))
    .orderBy(areas.gssCode);
  const codes = divisions.filter(({ level }) => level === "division").slice(0, 3);
  const people = [await councillor(site, {})];
  for (const { gssCode } of codes) people.push(await councillor(site, { gssCode }));
  return people;
}
