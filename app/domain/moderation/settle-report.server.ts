import { and, eq, inArray, lte } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import type { Site } from "../site.ts";
import { appendAudit } from "./append-audit.server.ts";
import { dropClaim } from "./claims.server.ts";
import { isHeldByOther } from "./held-by-other.server.ts";
import { runsCampaign } from "./moderator.server.ts";
import { OPEN_REPORT_STATES, type SettleReportForm } from "./report.ts";
import { reportSubject } from "./reports.server.ts";

/** Reports that one decision settles at most. */
const ALIKE = 200;

/**
 * Settles a report for good, and, where the form says so, those about the same page for the same reason that came
 * until `seenAt`, when the moderator opened the page. Whoever left an address is told. `held` where another
 * moderator has it in hand, `already_settled` where one was first, `own_campaign` for whoever runs the campaign.
 */
export async function settleReport(
  site: Site,
  {
    publicId,
    form,
    accountId,
    seenAt,
  }: { publicId: string; form: SettleReportForm; accountId: string; seenAt: number },
  now: number,
): Promise<"settled" | "already_settled" | "held" | "own_campaign" | "unknown"> {
  return site.db.transaction("settle report", async (tx) => {
    const { reports } = tx.tables;
    const [report] = await tx.select().from(reports).where(eq(reports.publicId, publicId));
    if (!report) return "unknown";
    if (await runsCampaign(tx, report.campaignId, accountId)) return "own_campaign";
    const claim = { subject: reportSubject(report.id), accountId };
    if (await isHeldByOther(tx, claim, now)) return "held";
    const ids = [report.id, ...(form.alike ? await listAlike(tx, report, seenAt) : [])];
    const outcome = form.decision === "upheld" ? form.upheldOutcome : form.dismissedOutcome;
    const settled = await tx
      .update(reports)
      .set({ state: form.decision, outcome, settledAt: now, settledBy: accountId })
      .where(and(inArray(reports.id, ids), inArray(reports.state, [...OPEN_REPORT_STATES])))
      .returning({ id: reports.id, email: reports.email, reason: reports.reason });
    await dropClaim(tx, claim);
    if (!settled.some(({ id }) => id === report.id)) return "already_settled";
    for (const { id, email, reason } of settled) {
      const action = form.decision === "upheld" ? "uphold_report" : "dismiss_report";
      await appendAudit(tx, { accountId, action, subject: id, detail: `${reason}, ${outcome}` }, now);
      if (email !== "" && outcome !== "abuse")
        await queueMail(tx, site, { template: "report-settled", rowId: id }, now);
    }
    return "settled";
  });
}

async function listAlike(
  tx: Tx,
  { page, reason }: Tables["reports"]["$inferSelect"],
  seenAt: number,
): Promise<string[]> {
  const { reports } = tx.tables;
  const rows = await tx
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(
        eq(reports.page, page),
        eq(reports.reason, reason),
        inArray(reports.state, [...OPEN_REPORT_STATES]),
        lte(reports.createdAt, seenAt),
      ),
    )
    .orderBy(reports.id)
    .limit(ALIKE);
  return rows.map(({ id }) => id);
}
