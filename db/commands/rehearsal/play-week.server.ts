import { and, eq, inArray } from "drizzle-orm";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { closeCampaigns } from "#app/domain/campaign/close-campaigns.server.ts";
import { LEFT_STATES } from "#app/domain/forwarding/forwarding.ts";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { slotInstant } from "#app/domain/forwarding/slots.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { dispatchDeliveries } from "#app/jobs/dispatch-deliveries.server.ts";
import { bulkSign, type Signing } from "../../seed/bulk-sign.server.ts";
import type { Arrived, MailServer } from "./mail-server.ts";
import type { Stage } from "./stage.server.ts";

/** What one round did. */
export interface Round {
  slotOn: string;
  /** Messages that have left, as the program says. */
  sent: number;
  arrived: Arrived[];
}

/** Plays one week: people sign, numbers are published, the round is planned and sent as the program would. */
export async function playWeek(
  { site, settings, campaign }: Stage,
  mail: MailServer,
  { slotOn, signings }: { slotOn: string; signings: readonly Signing[] },
): Promise<Round> {
  const now = slotInstant(slotOn);
  await bulkSign(site, campaign, signings);
  await closeCampaigns(site, now - HOUR);
  await publishTallies(site, campaign.id, now - HOUR);
  await planDeliveries(site, { forwarding: "rehearsal", slotOn }, now);
  const context = {
    ...{ ...site, settings, transport: mail.transport },
    clock: { offset: 0, now: () => now },
    log: { info() {}, warn() {}, error() {} },
  };
  const arrived: Arrived[] = [];
  while ((await dispatchDeliveries(context)) > 0) arrived.push(...mail.take());
  arrived.push(...mail.take());
  const { deliveries } = site.db.tables;
  const left = await site.db.read
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.slotOn, slotOn), inArray(deliveries.state, [...LEFT_STATES])));
  return { slotOn, sent: left.length, arrived };
}
