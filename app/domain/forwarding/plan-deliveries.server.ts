import { and, asc, eq, inArray, lt, sql } from "drizzle-orm";
import { DAYS_BETWEEN_DELIVERIES } from "#app/policy-forwarding.ts";
import type { Reader } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import type { Site } from "../site.ts";
import { addDays, daysBetween, londonDay } from "../time/london.ts";
import { nextAddresses } from "./addresses.server.ts";
import { listCandidates } from "./candidates.server.ts";
import { type DueDelivery, dueDeliveries } from "./due.ts";
import { type Forwarding, TELLING_STATES, TOLD_LEVELS } from "./forwarding.ts";
import { insertPlans } from "./insert-plans.server.ts";
import { type Planning, readPlanning } from "./planning.server.ts";

/** Counts read at once, each of one campaign for one seat: pages have their turn between. */
const COUNTS_AT_ONCE = 6000;
/** Messages written at once: with five campaigns each, 1,200 rows. */
const DELIVERIES_PER_UNIT = 200;
const ROWS_PER_UNIT = 500;

/** The fact that remembers the first slot this site may plan. */
const FIRST_SLOT = "first delivery slot";

/** What became of a slot; `past` is one that began before this site did, or that a later one has replaced. */
export type PlanOutcome =
  | { outcome: "planned"; deliveryCount: number }
  | { outcome: "off" }
  | { outcome: "past" };

/**
 * Plans the messages of one weekly slot from what is published: at most one an address, and none to an address
 * that had one in this slot or the six London days before it. Plans of earlier slots that have not left are
 * superseded. Run again, or by two workers at once, it plans each message once.
 *
 * A slot that began before the site was first there is not made up for: nothing goes out of its time.
 */
export async function planDeliveries(
  site: Site,
  { forwarding, slotOn }: { forwarding: Forwarding; slotOn: string },
  now: number,
): Promise<PlanOutcome> {
  const firstSlotOn = await rememberFirstSlot(site, slotOn, now);
  if (forwarding === "off") return { outcome: "off" };
  const age = daysBetween(slotOn, londonDay(now));
  if (slotOn < firstSlotOn || age >= DAYS_BETWEEN_DELIVERIES) return { outcome: "past" };

  await supersedeEarlier(site, slotOn, now);
  const planning = await readPlanning(site.db.read, { slotOn, mode: forwarding }, now);
  const seatCount = Math.max(1, Math.floor(COUNTS_AT_ONCE / (await countsPerSeat(site.db.read))));
  let deliveryCount = 0;
  let writing = Promise.resolve(0);
  for (let after: string | undefined = ""; after !== undefined; ) {
    // While one part is written, the next is read.
    const reading: Promise<DuePart> = readDue(site, planning, { after, seatCount });
    const [written, { due, upTo }] = await Promise.all([writing, reading]);
    deliveryCount += written;
    writing = writePlans(site, due, { slotOn, mode: forwarding }, now);
    after = upTo;
  }
  deliveryCount += await writing;
  if (deliveryCount > 0) site.wake();
  return { outcome: "planned", deliveryCount };
}

interface DuePart {
  due: DueDelivery[];
  upTo?: string;
}

/** What is due to the addresses after one, as many as so many seats have; without `upTo` they are the last. */
async function readDue(
  site: Site,
  planning: Planning,
  part: { after: string; seatCount: number },
): Promise<DuePart> {
  const addresses = await nextAddresses(site.db.read, part);
  const candidates = await listCandidates(site.db.read, addresses, planning);
  return { due: dueDeliveries(candidates, planning.slotAt), upTo: addresses.upTo };
}

/** Of how many campaigns the usual seat could be told. */
async function countsPerSeat(read: Reader): Promise<number> {
  const { publishedTallies, campaigns } = read.tables;
  const [published] = await read
    .select({
      counts: sql`count(*)`.mapWith(Number),
      areas: sql`count(distinct ${publishedTallies.code})`.mapWith(Number),
    })
    .from(publishedTallies)
    .innerJoin(campaigns, eq(campaigns.id, publishedTallies.campaignId))
    .where(
      and(inArray(publishedTallies.level, [...TOLD_LEVELS]), inArray(campaigns.state, [...TELLING_STATES])),
    );
  return published && published.areas > 0 ? published.counts / published.areas : 1;
}

/** The first slot that this site plans: today's if it is there in time for it, else the next one. */
async function rememberFirstSlot(site: Site, slotOn: string, now: number): Promise<string> {
  const { facts } = site.db.tables;
  const find = () => site.db.read.select().from(facts).where(eq(facts.name, FIRST_SLOT));
  const [known] = await find();
  if (known) return known.value;
  const value = londonDay(now) === slotOn ? slotOn : addDays(slotOn, DAYS_BETWEEN_DELIVERIES);
  await site.db.transaction("remember first slot", async (tx) => {
    await tx.insert(tx.tables.facts).values({ name: FIRST_SLOT, value }).onConflictDoNothing();
  });
  const [kept] = await find();
  return kept?.value ?? value;
}

async function supersedeEarlier(site: Site, slotOn: string, now: number): Promise<void> {
  const { deliveries } = site.db.tables;
  const isEarlierPlan = and(eq(deliveries.state, "planned"), lt(deliveries.slotOn, slotOn));
  for (;;) {
    const superseded = await site.db.transaction("supersede deliveries", async (tx) => {
      const earlier = await tx
        .select({ id: deliveries.id })
        .from(deliveries)
        .where(isEarlierPlan)
        .orderBy(asc(deliveries.id))
        .limit(ROWS_PER_UNIT);
      if (earlier.length === 0) return 0;
      await tx
        .update(deliveries)
        .set({ state: "superseded", reason: "", settledAt: now })
        .where(
          and(
            inArray(
              deliveries.id,
              earlier.map(({ id }) => id),
            ),
            isEarlierPlan,
          ),
        );
      return earlier.length;
    });
    if (superseded < ROWS_PER_UNIT) return;
  }
}

async function writePlans(
  site: Site,
  due: readonly DueDelivery[],
  slot: { slotOn: string; mode: DeliveryMode },
  now: number,
): Promise<number> {
  const units: Promise<number>[] = [];
  // All at once, so that they can share a commit.
  for (let start = 0; start < due.length; start += DELIVERIES_PER_UNIT) {
    const unit = due.slice(start, start + DELIVERIES_PER_UNIT);
    units.push(site.db.transaction("plan deliveries", (tx) => insertPlans(tx, unit, slot, now)));
  }
  return (await Promise.all(units)).reduce((sum, count) => sum + count, 0);
}
