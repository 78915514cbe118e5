import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ModerateClaim } from "#app/components/moderate-claim.tsx";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { ReportFacts } from "#app/components/report-facts.tsx";
import { ReportList } from "#app/components/report-list.tsx";
import { SettleReportForm as SettleReport } from "#app/components/settle-report-form.tsx";
import { runsCampaign } from "#app/domain/moderation/moderator.server.ts";
import { reportReasonWords, SettleReportForm } from "#app/domain/moderation/report.ts";
import { findReport, reportSubject } from "#app/domain/moderation/reports.server.ts";
import { settleReport } from "#app/domain/moderation/settle-report.server.ts";
import { actOnClaim, readClaim } from "#app/http/claim-actions.server.ts";
import type { RequestContext } from "#app/http/context.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

const PROBLEMS = {
  already_settled: "Another moderator has settled this meanwhile, as shown below.",
  held: "Another moderator has this in hand. Nothing was decided.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { accountId, report } = await requireReport(context, request, params.publicId);
  const { id, campaignId: _campaignId, ...shown } = report;
  const claim = await readClaim(context, { subject: reportSubject(id), accountId });
  return { report: shown, claim, now: context.clock.now() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId, report } = await requireReport(context, request, params.publicId);
  const { publicId } = report;
  const values = await readForm(request);
  const claimed = await actOnClaim(context, { subject: reportSubject(report.id), accountId }, values);
  if (claimed === "done") return redirect(`/moderate/reports/${publicId}`, 303);
  if (claimed === "held") return data({ values, errors: {}, problem: PROBLEMS.held }, 409);
  const parsed = SettleReportForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), problem: "" }, 422);
  const now = context.clock.now();
  const seenAt = Math.min(now, Number(values.seenAt) || 0);
  const outcome = await settleReport(context, { publicId, form: parsed.data, accountId, seenAt }, now);
  switch (outcome) {
    case "settled":
      return redirect("/moderate/reports", 303);
    case "already_settled":
    case "held":
      return data({ values, errors: {}, problem: PROBLEMS[outcome] }, 409);
    case "own_campaign":
      throw new Response(null, { status: 403 });
    case "unknown":
      throw new Response(null, { status: 404 });
  }
}

export const meta: MetaFunction = () => pageTitle("A report");

export default function ModerateReport(): ReactElement {
  const { report, claim, now } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const values: Record<string, string> = sent?.values ?? {};
  const { reason, state, others } = report;
  const isOpen = state === "waiting" || state === "held";
  const hasAlike = others.some((other) => other.reason === reason);
  return (
    <ModeratePage
      title={reportReasonWords(reason)}
      up={{ href: "/moderate/reports", label: "Reports" }}
      errors={errors}
      problem={sent?.problem}
    >
      <ReportFacts report={report} />
      {isOpen ? (
        <>
          <ModerateClaim claim={claim} />
          <SettleReport {...{ hasAlike, values, errors }} seenAt={now} />
        </>
      ) : null}
      {others.length === 0 ? null : (
        <>
          <h2>Others about this page</h2>
          <ReportList reports={others} now={now} />
        </>
      )}
    </ModeratePage>
  );
}

/** A report of a page that is not of a campaign which the moderator runs: those do not read who complains. */
async function requireReport(context: RequestContext, request: Request, publicId = "") {
  const { accountId } = await requireRole(context, request, "moderator");
  const { db, keyring } = context;
  const report = await findReport(db.read, keyring, publicId);
  if (!report) throw new Response(null, { status: 404 });
  if (await runsCampaign(db.read, report.campaignId, accountId)) throw new Response(null, { status: 403 });
  return { accountId, report };
}
