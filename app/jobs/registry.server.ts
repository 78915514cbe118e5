import { keepAreaCorrections } from "../domain/area/keep-area-corrections.server.ts";
import { publishTallies } from "../domain/area/publish-campaign.server.ts";
import { closeCampaigns } from "../domain/campaign/close-campaigns.server.ts";
import { countTrends } from "../domain/campaign/count-trends.server.ts";
import { planDeliveries } from "../domain/forwarding/plan-deliveries.server.ts";
import { runComplaintClock } from "../domain/moderation/run-complaint-clock.server.ts";
import { tellOfPresentVersion } from "../domain/open-letter/tell-of-version.server.ts";
import { comparePaper } from "../domain/paper/compare-paper.server.ts";
import { comparePapers } from "../domain/paper/compare-papers.server.ts";
import { remindPending } from "../domain/signature/housekeeping.server.ts";
import { releaseHeld } from "../domain/signature/release-held.server.ts";
import { mailLinks } from "../domain/signature/request-links.server.ts";
import { finishResuming } from "../domain/signature/resume-signing.server.ts";
import { workBatch } from "../domain/signature/work-batch.server.ts";
import { sumStories } from "../domain/story/sum-stories.server.ts";
import { fetchReceived } from "./fetch-received.server.ts";
import { RETENTION_RULES } from "./retention-rules.server.ts";
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
      for (const { run } of RETENTION_RULES) await untilNone(() => run(context, now));
      await keepAreaCorrections(context);
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
    case "tell-of-version":
      await tellOfPresentVersion(context, rowId, now);
      return;
    case "fetch-received":
      await fetchReceived(context, rowId);
      return;
    case "compare-paper":
      await comparePaper(context, rowId, now);
      return;
    case "compare-papers":
      await comparePapers(context, now);
      return;
    case "sum-stories":
      await sumStories(context, now);
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
