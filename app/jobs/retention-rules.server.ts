import {
  CLIENT_HASH_DAYS,
  COMPLAINT_MONTHS,
  CONFIRM_LINK_DAYS,
  CORRECTION_DAYS,
  DRAFT_DAYS,
  INVITATION_DAYS,
  MAIL_EVENT_DAYS,
  NOT_ME_DAYS,
  ORGANISER_NOTICE_DAYS,
  OUTBOX_DAYS,
  REPORT_DAYS,
  RETENTION_MONTHS_AFTER_CLOSING,
  SESSION_DAYS,
  SUSPECT_DAYS,
  UNUSED_PICTURE_HOURS,
} from "#app/policy.ts";
import { BATCH_DAYS, REPLY_DAYS } from "#app/policy-forwarding.ts";
import { GROUP_MESSAGE_CONFIRM_DAYS, GROUP_MESSAGE_DAYS } from "#app/policy-groups.ts";
import { UPDATE_RECEIPT_DAYS } from "#app/policy-news.ts";
import { NAMED_ADDRESS_DAYS } from "#app/policy-recipients.ts";
import {
  STATEMENT_CONFIRM_DAYS,
  STATEMENT_KEPT_DAYS,
  STORY_DRAFT_DAYS,
  STORY_UNPUBLISHED_DAYS,
  STORY_WITHDRAWN_DAYS,
} from "#app/policy-stories.ts";
import { forgetSignIns } from "../domain/account/forget-sign-ins.server.ts";
import { forgetDrafts } from "../domain/campaign/forget-drafts.server.ts";
import { purgePictures } from "../domain/campaign/purge-pictures.server.ts";
import { forgetInvitations } from "../domain/crew/forget-invitations.server.ts";
import { forgetMailEvents } from "../domain/forwarding/forget-mail-events.server.ts";
import { forgetReplies } from "../domain/forwarding/replies.server.ts";
import {
  forgetGroupMessages,
  forgetGroupNotices,
  purgeGroupPictures,
} from "../domain/group/forget-groups.server.ts";
import { forgetComplaints } from "../domain/moderation/forget-complaints.server.ts";
import { forgetCorrections } from "../domain/moderation/forget-corrections.server.ts";
import { forgetReports } from "../domain/moderation/forget-reports.server.ts";
import { forgetPaper } from "../domain/paper/forget-paper.server.ts";
import { forgetNamed } from "../domain/recipient/forget-named.server.ts";
import { forgetResponses } from "../domain/response/forget-responses.server.ts";
import { blankStalled, endRetention } from "../domain/signature/end-retention.server.ts";
import { blankClientHashes, forgetPast, purgeExpired } from "../domain/signature/housekeeping.server.ts";
import type { Site } from "../domain/site.ts";
import {
  blankSettledStatements,
  forgetUnconfirmedStatements,
} from "../domain/story/forget-statements.server.ts";
import {
  blankUnpublished,
  forgetStoryDrafts,
  forgetWithdrawn,
} from "../domain/story/forget-stories.server.ts";
import { DAY } from "../domain/time/durations.ts";
import { forgetDraftUpdates, forgetReceipts } from "../domain/update/forget-receipts.server.ts";
import { forgetDoneJobs } from "./forget-done-jobs.server.ts";
import {
  forgetCaptured,
  forgetOldBatches,
  forgetOldNotices,
  forgetSettledMail,
} from "./forget-settled-mail.server.ts";
import { KEEP_DONE } from "./schedule.ts";

/** Something that is not kept for ever. */
export interface RetentionRule {
  /** What goes, in the plural. */
  what: string;
  /** How long it is kept, from policy.ts. */
  kept: string;
  /** Rows that one part takes at most. */
  part: number;
  /** Deletes or blanks the next part of what is over. Returns how many rows; 0 when there are none. */
  run(site: Pick<Site, "db" | "keyring">, now: number): Promise<number>;
}

const MONTHS = `${RETENTION_MONTHS_AFTER_CLOSING} months`;

/** Everything that is deleted or blanked by itself, in the order in which it is done. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    what: "signatures that were never confirmed, deleted",
    kept: `${CONFIRM_LINK_DAYS} days after the last mail; held ones ${SUSPECT_DAYS} days`,
    part: 500,
    run: purgeExpired,
  },
  {
    what: "signatures’ hashes of client addresses, blanked",
    kept: `${CLIENT_HASH_DAYS} days`,
    part: 500,
    run: blankClientHashes,
  },
  {
    what: "names and postcodes on paper of campaigns that closed or stopped, blanked",
    kept: `${MONTHS} after closing, or after anything last became of the campaign`,
    part: 200,
    run: forgetPaper,
  },
  {
    what: "signatures’ details and slots of closed campaigns, blanked",
    kept: `${MONTHS} after closing`,
    part: 200,
    run: endRetention,
  },
  {
    what: "signatures’ details of campaigns that stopped before they closed, blanked",
    kept: `${MONTHS} after anything last became of the campaign`,
    part: 200,
    run: blankStalled,
  },
  {
    what: "“not me” and past limits, deleted",
    kept: `${NOT_ME_DAYS} days; limits until their hour or day is over`,
    part: 500,
    run: forgetPast,
  },
  {
    what: "sessions and sign-in links, deleted, with accounts that nothing needs",
    kept: `sessions ${SESSION_DAYS} days; links a day after they end`,
    part: 500,
    run: forgetSignIns,
  },
  {
    what: "corrections’ texts, blanked",
    kept: `${CORRECTION_DAYS} days after they were settled`,
    part: 500,
    run: forgetCorrections,
  },
  {
    what: "reports’ texts, blanked",
    kept: `${REPORT_DAYS} days after they were settled`,
    part: 500,
    run: forgetReports,
  },
  {
    what: "complaints’ texts, blanked",
    kept: `${COMPLAINT_MONTHS} months after they were settled`,
    part: 200,
    run: forgetComplaints,
  },
  {
    what: "invitations to organise, deleted",
    kept: `${INVITATION_DAYS} days, or until they are accepted`,
    part: 400,
    run: forgetInvitations,
  },
  {
    what: "messages to groups, deleted",
    kept: `${GROUP_MESSAGE_CONFIRM_DAYS} days unconfirmed; ${GROUP_MESSAGE_DAYS} days once they were passed on`,
    part: 200,
    run: forgetGroupMessages,
  },
  {
    what: "pictures of groups that nothing uses, deleted",
    kept: `${UNUSED_PICTURE_HOURS} hours`,
    part: 50,
    run: purgeGroupPictures,
  },
  {
    what: "notices to members of groups, deleted",
    kept: `${ORGANISER_NOTICE_DAYS} days`,
    part: 200,
    run: forgetGroupNotices,
  },
  {
    what: "answers that were not confirmed or not shown, deleted or blanked",
    kept: "days of each kind in policy.ts",
    part: 200,
    run: forgetResponses,
  },
  {
    what: "replies that were passed on, deleted",
    kept: `${REPLY_DAYS} days`,
    part: 500,
    run: forgetReplies,
  },
  {
    what: "reports of mail servers, deleted",
    kept: `${MAIL_EVENT_DAYS} days`,
    part: 500,
    run: forgetMailEvents,
  },
  {
    what: "addresses of named recipients whom nobody looked at, blanked",
    kept: `${NAMED_ADDRESS_DAYS} days after they were named, and until the campaign is over`,
    part: 200,
    run: forgetNamed,
  },
  {
    what: "drafts of petitions and open letters, deleted",
    kept: `${DRAFT_DAYS} days after the last change`,
    part: 50,
    run: forgetDrafts,
  },
  {
    what: "drafts of stories, deleted",
    kept: `${STORY_DRAFT_DAYS} days after the last change`,
    part: 50,
    run: forgetStoryDrafts,
  },
  {
    what: "stories that were not published, blanked",
    kept: `${STORY_UNPUBLISHED_DAYS} days after the decision`,
    part: 50,
    run: blankUnpublished,
  },
  {
    what: "links of withdrawn stories, deleted",
    kept: `${STORY_WITHDRAWN_DAYS} days`,
    part: 50,
    run: forgetWithdrawn,
  },
  {
    what: "replies to stories that were never confirmed, deleted",
    kept: `${STATEMENT_CONFIRM_DAYS} days`,
    part: 200,
    run: forgetUnconfirmedStatements,
  },
  {
    what: "replies to stories that are not shown, blanked",
    kept: `${STATEMENT_KEPT_DAYS} days after they were settled`,
    part: 200,
    run: blankSettledStatements,
  },
  {
    what: "drafts of updates, deleted",
    kept: `${DRAFT_DAYS} days after the last change`,
    part: 500,
    run: forgetDraftUpdates,
  },
  {
    what: "receipts of updates, deleted; how many got one stays",
    kept: `${UPDATE_RECEIPT_DAYS} days after the last mail`,
    part: 500,
    run: forgetReceipts,
  },
  {
    what: "pictures that nothing uses, deleted",
    kept: `${UNUSED_PICTURE_HOURS} hours`,
    part: 50,
    run: purgePictures,
  },
  {
    what: "notes that a mail went out, deleted",
    kept: `${OUTBOX_DAYS} days`,
    part: 500,
    run: forgetSettledMail,
  },
  {
    what: "notes of what was sent in one request, deleted",
    kept: `${BATCH_DAYS} days after its answer`,
    part: 500,
    run: forgetOldBatches,
  },
  { what: "captured mails, deleted", kept: `${OUTBOX_DAYS} days`, part: 500, run: forgetCaptured },
  {
    what: "notices to organisers, deleted",
    kept: `${ORGANISER_NOTICE_DAYS} days`,
    part: 500,
    run: forgetOldNotices,
  },
  {
    what: "jobs that were done, deleted",
    kept: `${KEEP_DONE / DAY} days`,
    part: 500,
    run: forgetDoneJobs,
  },
];
