import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import type { Tx } from "#db/database.ts";
import type { TestSite } from "../../site.ts";
import {
  ARBORETUM,
  COUNTY,
  councillor,
  deliveriesOf,
  dispatchAll,
  forwardingSite,
  itemsOf,
  mailsOf,
  office,
  petitionWith,
  rehearsing,
  TUESDAY,
  tenOn,
} from "./scene.ts";

/* What was planned is looked at again in the moment of sending: by then a seat or a recipient may be one no longer. */

const TEN = tenOn(TUESDAY);

async function plan(site: TestSite): Promise<void> {
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, TEN);
}

/** Changes something between planning and sending, sends, and says what became of each message. */
async function fatesAfter(site: TestSite, change: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  await plan(site);
  await site.db.transaction("change meanwhile", change);
  await dispatchAll(rehearsing(site, TEN));
  return (await deliveriesOf(site)).map(({ state, reason }) => `${state} ${reason}`.trim());
}

/** A letter to one named person, whom a moderator has looked at. */
async function addressedLetter(site: TestSite): Promise<{ id: string; termId: string }> {
  const { representativeId, termId } = await councillor(site, {});
  const { id } = await petitionWith(site, []);
  const row = { campaignId: id, representativeId, position: 1, isCopy: false, checkedBy: "x", checkedAt: 1 };
  await site.db.transaction("name a recipient", (tx) => tx.insert(tx.tables.recipients).values(row));
  return { id, termId };
}

test("a recipient who stays one is told", async () => {
  const site = await forwardingSite();
  await addressedLetter(site);
  expect(await fatesAfter(site, async () => {})).toEqual(["sent"]);
});

test("a recipient who gets a copy is told, and not asked to answer", async () => {
  const site = await forwardingSite();
  const { id } = await addressedLetter(site);
  const { recipients } = site.db.tables;
  await fatesAfter(site, (tx) =>
    tx.update(recipients).set({ isCopy: true }).where(eq(recipients.campaignId, id)),
  );
  const [mail] = await mailsOf(site);
  expect(mail?.text.replaceAll("\n", " ")).toContain("You get a copy of this. You are not asked to answer");
});

test("a recipient who is taken off between planning and sending is not told", async () => {
  const site = await forwardingSite();
  const { id } = await addressedLetter(site);
  const fates = await fatesAfter(site, (tx) =>
    tx.delete(tx.tables.recipients).where(eq(tx.tables.recipients.campaignId, id)),
  );
  expect(fates).toEqual(["skipped nothing_to_tell"]);
  expect(await mailsOf(site)).toEqual([]);
  expect(await itemsOf(site, id)).toEqual([]);
});

test("a recipient of whom a moderator is no longer sure is not told", async () => {
  const site = await forwardingSite();
  const { id } = await addressedLetter(site);
  const fates = await fatesAfter(site, (tx) =>
    tx
      .update(tx.tables.recipients)
      .set({ checkedBy: "", checkedAt: null })
      .where(eq(tx.tables.recipients.campaignId, id)),
  );
  expect(fates).toEqual(["skipped nothing_to_tell"]);
});

test("the office of the council is not told once the petition names others instead", async () => {
  const site = await forwardingSite();
  await office(site);
  const member = await councillor(site, { email: "" });
  const { id } = await petitionWith(site, []);
  const named = { campaignId: id, representativeId: member.representativeId, position: 1, isCopy: false };
  const fates = await fatesAfter(site, (tx) =>
    tx.insert(tx.tables.recipients).values({ ...named, checkedBy: "x", checkedAt: 1 }),
  );
  expect(fates).toEqual(["skipped nothing_to_tell"]);
});

test("a councillor who now speaks for another ward is not told of the one before", async () => {
  const site = await forwardingSite();
  const email = "moved@councillors.example";
  const { termId } = await councillor(site, { email });
  const { id } = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  const fates = await fatesAfter(site, async (tx) => {
    const { terms } = tx.tables;
    await tx.update(terms).set({ gssCode: COUNTY }).where(eq(terms.id, termId));
  });
  expect(fates).toEqual(["skipped nothing_to_tell"]);
  expect(await itemsOf(site, id)).toEqual([]);
});

test("whoever shares an address with somebody whose seat has ended is told all the same, for their own place", async () => {
  const site = await forwardingSite();
  const email = "both@councillors.example";
  const first = await councillor(site, { email, name: "Ann Example" });
  const second = await councillor(site, { email, name: "Bert Example" });
  const { id } = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  await plan(site);
  const [planned] = await deliveriesOf(site);
  const addressee = planned?.termId === first.termId ? first : second;
  const other = addressee === first ? second : first;
  const fates = await fatesAfter(site, (tx) =>
    tx.update(tx.tables.terms).set({ endsOn: "2026-11-30" }).where(eq(tx.tables.terms.id, other.termId)),
  );
  expect(fates).toEqual(["sent"]);
  expect((await itemsOf(site, id)).map((item) => item.representativeId)).toEqual([
    addressee.representativeId,
  ]);
  const [mail] = await mailsOf(site);
  expect(mail?.text).not.toContain(other === first ? "Ann" : "Bert");
});
