import { forgetSignIns } from "../domain/account/forget-sign-ins.server.ts";
import { keepAreaCorrections } from "../domain/area/keep-area-corrections.server.ts";
import { publishTallies } from "../domain/area/publish-campaign.server.ts";
import { closeCampaigns } from "../domain/campaign/close-campaigns.server.ts";
import { countTrends } from "../domain/campaign/count-trends.server.ts";
import { forgetDrafts } from "../domain/campaign/forget-drafts.server.ts";
import { forgetInvitations } from "../domain/campaign/forget-invitations.server.ts";
import { purgePictures } from "../domain/campaign/purge-pictures.server.ts";
import { planDeliveries } from "../domain/forwarding/plan-deliveries.server.ts";
import { forgetComplaints } from "../domain/moderation/forget-complaints.server.ts";
import { forgetCorrections } from "../domain/moderation/forget-corrections.server.ts";
import { forgetReports } from "../domain/moderation/forget-reports.server.ts";
import { runComplaintClock } from "../domain/moderation/run-complaint-clock.server.ts";
import { endRetention } from "../domain/signature/end-retention.server.ts";
import {
  blankClientHashes,
  forgetPast,
  purgeExpired,
  remindPending,
} from "../domain/signature/housekeeping.server.ts";
import { releaseHeld } from "../domain/signature/release-held.server.ts";
import { mailLinks } from "../domain/signature/request-links.server.ts";
import { finishResuming } from "../domain/signature/resume-signing.server.ts";
import { workBatch } from "../domain/signature/work-batch.server.ts";
import { forgetDoneJobs } from "./forget-done-jobs.server.ts";
import type { JobKind } from "./schedule.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Does one piece of work; whatever it is, doing it twice does no harm. */
export async function runJob(context: WorkerContext, kind: JobKind, rowId: string): Promise<void> {
  const now = context.clock.now();
  switch (kind) {
    case "publish-tallies":
      await publishTallies(context, rowId, now);
      return;
    case "release-held":
      await untilNone(() => releaseHeld(context, now));
      return;
    case "close-campaigns":
      await finishResuming(context);
      await untilNone(() => closeCampaigns(context, now));
      return;
    case "remind-pending":
      await untilNone(() => remindPending(context, now));
      return;
    case "count-trends":
      await countTrends(context, now);
      return;
    case "keep-house":
      await untilNone(() => purgeExpired(context, now));
      await untilNone(() => blankClientHashes(context, now));
      await untilNone(() => endRetention(context, now));
      await untilNone(() => forgetPast(context, now));
      await forgetSignIns(context, now);
      await untilNone(() => forgetCorrections(context, now));
      await untilNone(() => forgetReports(context, now));
      await untilNone(() => forgetComplaints(context, now));
      await untilNone(() => forgetInvitations(context, now));
      await untilNone(() => forgetDrafts(context, now));
      await untilNone(() => purgePictures(context, now));
      await keepAreaCorrections(context);
      await forgetDoneJobs(context);
      await context.db.tidy();
      return;
    case "run-complaint-clock":
      await runComplaintClock(context, now);
      return;
    case "mail-links":
      await mailLinks(context, rowId, now);
      return;
    case "work-batch":
      await untilNone(() => workBatch(context, rowId, now));
      return;
    case "plan-deliveries":
      await planDeliveries(context, { forwarding: context.settings.forwarding, slotOn: rowId }, now);
      return;
  }
}

/** Long work goes in chunks; it is over when a chunk finds nothing. */
async function untilNone(chunk: () => Promise<number>): Promise<void> {
  while ((await chunk()) > 0);
}
