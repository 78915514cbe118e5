import { v7 } from "uuid";
import { REPORTS_PER_CLIENT_PER_HOUR, REPORTS_PER_NETWORK_PER_HOUR } from "#app/policy.ts";
import { newPublicId } from "../privacy/public-id.ts";
import type { Site } from "../site.ts";
import type { PublicPage } from "./find-public-page.server.ts";
import type { ReportForm } from "./report.ts";
import { takeHourly } from "./report-limits.server.ts";
import { reportPlace } from "./reports.server.ts";

/**
 * Takes down what somebody says is wrong with a page. Nobody sees it but moderators; over a limit it is held apart
 * and the answer is the same.
 */
export async function recordReport(
  site: Pick<Site, "db" | "keyring">,
  { page, form, clientAddress }: { page: PublicPage; form: Omit<ReportForm, "page">; clientAddress: string },
  now: number,
): Promise<void> {
  await site.db.transaction("record report", async (tx) => {
    const limit = { perClient: REPORTS_PER_CLIENT_PER_HOUR, perNetwork: REPORTS_PER_NETWORK_PER_HOUR };
    const isFree = await takeHourly(tx, site.keyring, { kind: "report", clientAddress, ...limit }, now);
    const id = v7({ msecs: now });
    await tx.insert(tx.tables.reports).values({
      id,
      publicId: newPublicId(),
      page: page.page,
      campaignId: page.campaignId,
      reason: form.reason,
      words: site.keyring.seal(reportPlace(id, "words"), form.words),
      email: site.keyring.seal(reportPlace(id, "email"), form.email),
      state: isFree ? "waiting" : "held",
      createdAt: now,
      settledAt: null,
      settledBy: "",
    });
  });
}
