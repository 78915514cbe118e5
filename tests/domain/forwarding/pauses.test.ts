import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { endPause } from "#app/domain/forwarding/end-pause.server.ts";
import { pauseMessages } from "#app/domain/forwarding/pause-messages.server.ts";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { listTold } from "#app/domain/forwarding/queries.server.ts";
import { makeLinks } from "#app/domain/privacy/links.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { addDays } from "#app/domain/time/london.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import type { TestSite } from "../../site.ts";
import {
  ARBORETUM,
  councillor,
  deliveriesOf,
  forwardingSite,
  mailsOf,
  petitionWith,
  publish,
  rehearsing,
  runSlot,
  TUESDAY,
  tenOn,
} from "./scene.ts";

const TEN = tenOn(TUESDAY);
const NEXT = addDays(TUESDAY, 7);

/** A councillor who was told of two campaigns on Tuesday, and the tokens of that message. */
async function told() {
  const site = await forwardingSite();
  const who = await councillor(site, { email: "pat@councillors.example" });
  const first = await petitionWith(site, [["ward", ARBORETUM, 38]], { title: "First" });
  const second = await petitionWith(site, [["ward", ARBORETUM, 30]], { title: "Second" });
  await runSlot(site, TUESDAY);
  const [delivery] = await deliveriesOf(site);
  if (!delivery) throw new Error("nothing was sent");
  await site.db.transaction("link", (tx) => makeLinks(tx, site.keyring, delivery.id, ["pause"]));
  const token = site.keyring.token("pause", delivery.id, 1);
  return { site, who, first, second, delivery, token };
}

async function ask(site: TestSite, token: string, what: string, now = TEN, words = "") {
  return pauseMessages(site, { token, form: { what, words } }, now);
}

async function numberOf(site: TestSite, campaignId: string): Promise<number> {
  const { campaigns } = site.db.tables;
  const [row] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, campaignId));
  return row?.number ?? 0;
}

/** Both campaigns pass a step, and the next round runs; what arrived in it. */
async function nextRound(site: TestSite, ids: readonly string[], slotOn = NEXT): Promise<string[]> {
  for (const id of ids) await publish(site, id, [["ward", ARBORETUM, 120]]);
  const before = (await mailsOf(site)).length;
  await runSlot(site, slotOn);
  return (await mailsOf(site)).slice(before).map(({ text }) => text);
}

async function undoToken(site: TestSite): Promise<string> {
  const [pause] = await site.db.read.select().from(site.db.tables.pauses);
  return site.keyring.token("unpause", pause?.id ?? "", 1);
}

test("a rest from one campaign stops that one alone, from all stops every message", async () => {
  const { site, first, second, token } = await told();
  expect(await ask(site, token, `campaign-${await numberOf(site, first.id)}`)).toBe("paused");
  const [mail] = await nextRound(site, [first.id, second.id]);
  expect(mail).toContain("Second");
  expect(mail).not.toContain("First");
  expect(await ask(site, token, "all", tenOn(NEXT))).toBe("paused");
  for (const id of [first.id, second.id]) await publish(site, id, [["ward", ARBORETUM, 600]]);
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: addDays(NEXT, 7) }, tenOn(addDays(NEXT, 7)));
  expect(await deliveriesOf(site)).toHaveLength(2);
});

test("a rest that is asked for after planning stops the message that waits", async () => {
  const { site, first, second, token } = await told();
  for (const id of [first.id, second.id]) await publish(site, id, [["ward", ARBORETUM, 120]]);
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: NEXT }, tenOn(NEXT) - DAY);
  expect(await ask(site, token, "all", tenOn(NEXT) - DAY)).toBe("paused");
  const before = (await mailsOf(site)).length;
  await runSlot(site, NEXT);
  expect(await mailsOf(site)).toHaveLength(before);
  expect((await deliveriesOf(site)).map(({ state }) => state)).toEqual(["sent", "skipped"]);
});

test("a campaign that is not in the message cannot be paused by its link", async () => {
  const { site, token } = await told();
  const other = await petitionWith(site, []);
  expect(await ask(site, token, `campaign-${await numberOf(site, other.id)}`)).toBe("unknown_campaign");
  expect(await ask(site, "no-such-token-at-all", "all")).toBe("unknown_link");
  expect(await site.db.read.select().from(site.db.tables.pauses)).toEqual([]);
});

test("a second press changes nothing, mails nothing and says so; who rests can still stop for good", async () => {
  const { site, first, token } = await told();
  expect(await ask(site, token, "all")).toBe("paused");
  expect(await ask(site, token, "all")).toBe("already_paused");
  expect(await ask(site, token, `campaign-${await numberOf(site, first.id)}`)).toBe("already_paused");
  expect(await ask(site, token, "stop", TEN, "Out of my remit")).toBe("paused");
  expect(await ask(site, token, "stop")).toBe("already_paused");
  const kept = await site.db.read.select().from(site.db.tables.pauses);
  expect(kept.map(({ reason }) => reason).sort()).toEqual(["link", "stopped"]);
  const stopped = kept.find(({ reason }) => reason === "stopped");
  expect(stopped?.words).not.toContain("remit");
  const place = { table: "pauses", column: "words", rowId: stopped?.id ?? "" };
  expect(site.keyring.open(place, stopped?.words ?? "")).toBe("Out of my remit");
});

test("the address on record is told, in rehearsal at an address that leads nowhere, and the link in it undoes", async () => {
  const { site, who, first, second, token } = await told();
  await ask(site, token, "all");
  await sendQueuedMail(rehearsing(site, TEN));
  const mail = (await mailsOf(site)).find(({ text }) => text.includes("/unpause/"));
  expect(mail?.to).toBe(`rep-${who.publicId}@rehearsal.invalid`);
  const undo = await undoToken(site);
  expect(mail?.text).toContain(`/unpause/${undo}`);
  expect(await endPause(site, undo, TEN)).toBe("resumed");
  expect(await endPause(site, undo, TEN)).toBe("already_resumed");
  expect(await nextRound(site, [first.id, second.id])).toHaveLength(1);
});

test("a site that sends nothing mails no word of a pause either", async () => {
  const { site, token } = await told();
  await ask(site, token, "all");
  const before = (await mailsOf(site)).length;
  await sendQueuedMail(site.context(TEN));
  expect(await mailsOf(site)).toHaveLength(before);
});

test("no more than five mails about pauses go to an address in a day", async () => {
  const { site, token } = await told();
  for (let turn = 0; turn < 7; turn += 1) {
    expect(await ask(site, token, "all")).toBe("paused");
    for (const pause of await site.db.read.select().from(site.db.tables.pauses))
      await endPause(site, site.keyring.token("unpause", pause.id, 1), TEN);
  }
  const mails = await site.db.read.select().from(site.db.tables.outbox);
  expect(mails.filter(({ template }) => template === "messages-paused")).toHaveLength(5);
});

test("a complaint is undone by no link, whatever was paused before", async () => {
  const { site, token, delivery } = await told();
  await ask(site, token, "all");
  await site.db.transaction("complain", async (tx) => {
    const { addressHash, termId } = delivery;
    const complaint = { id: "c", addressHash, termId, campaignId: "", reason: "complaint", createdAt: TEN };
    await tx.insert(tx.tables.pauses).values({ ...complaint, endedAt: null });
  });
  expect(await endPause(site, await undoToken(site), TEN)).toBe("closed_for_good");
  const open = await site.db.read.select().from(site.db.tables.pauses);
  expect(open.every(({ endedAt }) => endedAt === null)).toBe(true);
});

test("links end after sixty days and with the term of office", async () => {
  const { site, token, who } = await told();
  await ask(site, token, "all");
  const undo = await undoToken(site);
  expect(await ask(site, token, "stop", TEN + 60 * DAY)).toBe("paused");
  expect(await ask(site, token, "stop", TEN + 61 * DAY)).toBe("ended");
  expect(await endPause(site, undo, TEN + 61 * DAY)).toBe("ended");
  await site.db.transaction("resign", async (tx) => {
    const { terms } = tx.tables;
    await tx.update(terms).set({ endsOn: TUESDAY }).where(eq(terms.id, who.termId));
  });
  expect(await endPause(site, undo, TEN + 12 * 3600_000)).toBe("resumed");
  expect(await endPause(site, undo, TEN + DAY)).toBe("ended");
});

test("the ledger says that somebody has asked for a rest, from the campaign they meant", async () => {
  const { site, first, second, token } = await told();
  await ask(site, token, `campaign-${await numberOf(site, first.id)}`);
  const stateOf = async (campaignId: string) =>
    (await listTold(site.db.read, { campaignId, forwarding: "rehearsal" }, TEN)).rows.map(
      (row) => row.isInvented && row.state,
    );
  expect(await stateOf(first.id)).toContain("paused");
  expect(await stateOf(second.id)).not.toContain("paused");
});

test("what was asked in a rehearsal does not hold live", async () => {
  const { site, first, token } = await told();
  await ask(site, token, "all");
  const { rows } = await listTold(site.db.read, { campaignId: first.id, forwarding: "live" }, TEN);
  expect(rows.map(({ state }) => state)).not.toContain("paused");
});
