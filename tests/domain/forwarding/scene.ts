import { asc, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import type { Site } from "#app/domain/site.ts";
import { londonInstant } from "#app/domain/time/london.ts";
import { dispatchDeliveries } from "#app/jobs/dispatch-deliveries.server.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import type { WorkerContext } from "#app/jobs/worker-context.ts";
import type { Tables } from "#db/schema.ts";
import type { TallyLevel } from "#db/tables/tally.ts";
import { NOW, openPetition } from "../../factories.ts";
import { type TestSite, testSettings, testSite } from "../../site.ts";

/** Worcester: its constituency, whose member is real, and wards that lie wholly in it. */
export const WORCESTER = "E14001597";
export const ARBORETUM = "E05015849";
/** Worcestershire, which runs education there. */
export const COUNTY = "E10000034";

/** A Tuesday, and the instant at which its slot begins. */
export const TUESDAY = "2026-12-01";

export type Delivery = Tables["deliveries"]["$inferSelect"];

/** Ten o'clock in London on a day. */
export function tenOn(day: string): number {
  return londonInstant(day, "10:00");
}

/** A site in rehearsal that has been there for a month. */
export async function forwardingSite(): Promise<TestSite> {
  const site = await testSite();
  await planDeliveries(site, { forwarding: "off", slotOn: "2026-11-03" }, tenOn("2026-11-03"));
  return site;
}

/** What a worker of this site has in a mode, at a moment. */
export function rehearsing(site: TestSite, now: number, changes: Partial<WorkerContext> = {}): WorkerContext {
  return site.context(now, { settings: testSettings({ FORWARDING: "rehearsal" }), ...changes });
}

/** An open petition with these published counts. */
export async function petitionWith(
  site: Site,
  counts: readonly [TallyLevel, string, number][],
  changes: Parameters<typeof openPetition>[1] = {},
): Promise<{ id: string; slug: string }> {
  const campaign = await openPetition(site, changes);
  await publish(site, campaign.id, counts);
  return campaign;
}

/** Publishes counts as the job does, but for the counting. */
export async function publish(
  site: Site,
  campaignId: string,
  counts: readonly [TallyLevel, string, number][],
): Promise<void> {
  await site.db.transaction("publish", async (tx) => {
    const { publications, publishedTallies } = tx.tables;
    const publication = { publishedAt: NOW, total: 1000, handInCount: null, connectedCount: null };
    await tx
      .insert(publications)
      .values({ campaignId, ...publication })
      .onConflictDoUpdate({
        target: publications.campaignId,
        set: { writtenCount: sql`${publications.writtenCount} + 1` },
      });
    await tx.delete(publishedTallies).where(eq(publishedTallies.campaignId, campaignId));
    for (const [level, code, count] of counts) {
      await tx.insert(publishedTallies).values({ campaignId, level, code, count });
    }
  });
}

/** Somebody invented who stands for an area from the spring of 2024 on. */
export async function councillor(
  site: Site,
  changes: Partial<Tables["terms"]["$inferInsert"]> & { email?: string; name?: string; isInvented?: boolean },
): Promise<{ representativeId: string; termId: string; publicId: string }> {
  const { email = `${v7()}@councillors.example`, name = "Pat Example", isInvented = true, ...term } = changes;
  const representativeId = v7();
  const termId = v7();
  const publicId = termId.slice(-10);
  await site.db.transaction("add councillor", async (tx) => {
    await tx.insert(tx.tables.representatives).values({
      id: representativeId,
      publicId,
      kind: "councillor",
      sourceKey: `test:${termId}`,
      name,
      nameKey: name.toLowerCase(),
      fullTitle: `Councillor ${name}`,
      isInvented,
      language: "en",
    });
    await tx.insert(tx.tables.terms).values({
      id: termId,
      representativeId,
      gssCode: ARBORETUM,
      party: "",
      startsOn: "2024-05-02",
      endsOn: "",
      address: email && site.keyring.seal({ table: "terms", column: "address", rowId: termId }, email),
      addressHash: email && site.keyring.hash("address", email),
      addressState: email ? "good" : "unknown",
      source: "council.example",
      checkedOn: "2026-10-01",
      ...term,
    });
  });
  return { representativeId, termId, publicId };
}

/** An office of the county. Returns whose terms it is in: its representative's id. */
export async function office(site: Site): Promise<string> {
  const name = "Director of children’s services";
  const { representativeId } = await councillor(site, { gssCode: COUNTY, name });
  const { representatives } = site.db.tables;
  await site.db.transaction("make an office", (tx) =>
    tx.update(representatives).set({ kind: "office" }).where(eq(representatives.id, representativeId)),
  );
  return representativeId;
}

/** Plans a slot and sends what it holds, at ten o'clock of its day unless told otherwise. */
export async function runSlot(site: TestSite, slotOn: string, now = tenOn(slotOn)): Promise<void> {
  await planDeliveries(site, { forwarding: "rehearsal", slotOn }, now);
  await dispatchAll(rehearsing(site, now));
}

/** Dispatches until nothing is due. */
export async function dispatchAll(context: WorkerContext): Promise<void> {
  while ((await dispatchDeliveries(context)) > 0);
}

/** All deliveries, by slot and age. */
export async function deliveriesOf(site: Site): Promise<Delivery[]> {
  const { deliveries } = site.db.tables;
  return site.db.read.select().from(deliveries).orderBy(asc(deliveries.slotOn), asc(deliveries.id));
}

/** The requests that deliveries have travelled in, oldest first. */
export async function batchesOf(site: Site) {
  const { deliveryBatches } = site.db.tables;
  return site.db.read.select().from(deliveryBatches).orderBy(asc(deliveryBatches.id));
}

/** What deliveries hold of a campaign, by slot. */
export async function itemsOf(site: Site, campaignId: string) {
  const { deliveries, deliveryItems } = site.db.tables;
  const rows = await site.db.read
    .select({ item: deliveryItems, state: deliveries.state })
    .from(deliveryItems)
    .innerJoin(deliveries, eq(deliveries.id, deliveryItems.deliveryId))
    .where(eq(deliveryItems.campaignId, campaignId))
    .orderBy(asc(deliveryItems.slotOn), asc(deliveryItems.representativeId));
  return rows.map(({ item, state }) => ({ ...item, state }));
}

/** The mails that stayed in the mailbox, oldest first. */
export async function mailsOf(site: Site) {
  return (await listMailbox(site.db.read, site.keyring)).reverse();
}
