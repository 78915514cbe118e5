import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import type { Site } from "../site.ts";
import { listCandidates } from "./candidates.server.ts";
import { type DueDelivery, dueDeliveries } from "./due.ts";
import type { Forwarding } from "./forwarding.ts";
import { insertPlans } from "./insert-plans.server.ts";
import { judgeSeats } from "./judge-seats.server.ts";
import { type Planning, readPlanning } from "./planning.server.ts";
import { prepareDeliveries } from "./prepare-deliveries.server.ts";
import type { DeliveryReport } from "./report.ts";
import { nextSlotOn } from "./slots.ts";

/** A message of the next round as it stands now, without the address that it goes to. */
export type PreviewedReport = Omit<DeliveryReport, "to"> & {
  to: Pick<DeliveryReport["to"], "publicId" | "isInvented">;
};

/** The next round as far as one campaign goes. */
export interface RoundPreview {
  slotOn: string;
  /** How many addresses hear of it. */
  count: number;
  /** The first of them, those with most signatures first, exactly as they would be told. */
  reports: PreviewedReport[];
}

/**
 * Works out the messages of the next round that speak of a campaign, from what is published now: `limit` of them in
 * full. With forwarding off it shows what a rehearsal would send.
 */
export async function previewRound(
  site: Pick<Site, "db">,
  { campaignId, forwarding, limit }: { campaignId: string; forwarding: Forwarding; limit: number },
  now: number,
): Promise<RoundPreview> {
  const { read } = site.db;
  const slotOn = nextSlotOn(now);
  const mode = forwarding === "live" ? "live" : "rehearsal";
  const planning = await readPlanning(read, { slotOn, mode }, now);
  const addresses = await listDueAddresses(read, campaignId, planning);
  const shown = addresses.slice(0, limit);
  if (shown.length === 0) return { slotOn, count: 0, reports: [] };
  // What else these addresses hear of goes into the same message.
  const due = dueDeliveries(await listCandidates(read, shown, planning), planning.slotAt)
    .filter(({ items }) => items.some((item) => item.campaignId === campaignId))
    .sort((a, b) => shown.indexOf(a.addressHash) - shown.indexOf(b.addressHash));
  const reports: PreviewedReport[] = [];
  for (const one of due) {
    const report = await prepareUnsent(site, one, planning);
    if (report) reports.push(report);
  }
  return { slotOn, count: addresses.length, reports };
}

/** The addresses that hear of a campaign, the largest count first. */
async function listDueAddresses(read: Reader, campaignId: string, planning: Planning): Promise<string[]> {
  const due = (await judgeSeats(read, campaignId, planning)).filter(({ why }) => why === "waits");
  due.sort(
    ({ candidate: a }, { candidate: b }) => b.tally - a.tally || (a.addressHash < b.addressHash ? -1 : 1),
  );
  return [...new Set(due.map(({ candidate }) => candidate.addressHash))];
}

/** Carries a report out of a unit that leaves nothing behind. */
class Unsent extends Error {
  constructor(readonly report: PreviewedReport | undefined) {
    super("this unit was to be rolled back");
  }
}

/**
 * Plans a message and prepares it as in the moment of sending, in a unit that is rolled back: so it says exactly
 * what will be said.
 */
async function prepareUnsent(
  { db }: Pick<Site, "db">,
  due: DueDelivery,
  { slotOn, slotAt, mode }: { slotOn: string; slotAt: number; mode: DeliveryMode },
): Promise<PreviewedReport | undefined> {
  try {
    return await db.transaction<undefined>("preview message", async (tx) => {
      const { deliveries } = tx.tables;
      await insertPlans(tx, [due], { slotOn, mode }, slotAt);
      const [delivery] = await tx
        .select()
        .from(deliveries)
        .where(and(eq(deliveries.addressHash, due.addressHash), eq(deliveries.slotOn, slotOn)));
      const report = delivery && (await prepareDeliveries(tx, [delivery], mode, slotAt)).get(delivery.id);
      if (!report || "skip" in report) throw new Unsent(undefined);
      const { publicId, isInvented } = report.to;
      throw new Unsent({ ...report, to: { publicId, isInvented } });
    });
  } catch (error) {
    if (error instanceof Unsent) return error.report;
    throw error;
  }
}
