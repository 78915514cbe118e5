import { type Column, inArray, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import {
  APPEAL_TARGET_HOURS,
  CHANGE_TARGET_HOURS,
  COMPLAINT_HOURS,
  CORRECTION_TARGET_HOURS,
  REPORT_TARGET_HOURS,
  REVIEW_TARGET_HOURS,
  SUSPECT_TARGET_HOURS,
} from "#app/policy.ts";
import { ANSWER_TARGET_HOURS } from "#app/policy-forwarding.ts";
import { GROUP_TARGET_HOURS } from "#app/policy-groups.ts";
import { STANDING_TARGET_HOURS } from "#app/policy-letters.ts";
import { UPDATE_TARGET_HOURS } from "#app/policy-news.ts";
import { RECIPIENT_TARGET_HOURS } from "#app/policy-recipients.ts";
import { STATEMENT_WORKING_DAYS, STORY_TARGET_DAYS } from "#app/policy-stories.ts";
import type { Reader } from "#db/database.ts";
import { isStandingWaiting } from "../open-letter/read-standing.server.ts";
import { waitsForModerators } from "../recipient/waits-for-moderators.server.ts";
import { HOUR } from "../time/durations.ts";
import { DUE_COMPLAINT_STATES } from "./complaint.ts";
import { OPEN_STATES } from "./correction.ts";
import type { Queue } from "./queue.ts";
import { OPEN_REPORT_STATES } from "./report.ts";

/** Everything that waits for moderators: one entry a kind, the most pressing kinds first. */
const QUEUES: readonly ((read: Reader) => Promise<Queue>)[] = [
  async (read) => {
    const { complaints } = read.tables;
    return {
      name: "Complaints of defamation",
      href: "/moderate/complaints",
      targetHours: COMPLAINT_HOURS,
      // Counted back from the deadline that the law sets, in which weekends do not count.
      ...(await countWaiting(read, complaints, {
        since: sql`${complaints.dueAt} - ${COMPLAINT_HOURS * HOUR}`,
        isWaiting: inArray(complaints.state, [...DUE_COMPLAINT_STATES]),
      })),
    };
  },
  async (read) => ({
    name: "Reports",
    href: "/moderate/reports",
    targetHours: REPORT_TARGET_HOURS,
    ...(await countWaiting(read, read.tables.reports, {
      since: read.tables.reports.createdAt,
      isWaiting: inArray(read.tables.reports.state, [...OPEN_REPORT_STATES]),
    })),
  }),
  async (read) => ({
    name: "Stories of families",
    href: "/moderate/stories",
    targetHours: STORY_TARGET_DAYS * 24,
    ...(await countWaiting(read, read.tables.stories, {
      since: read.tables.stories.submittedAt,
      isWaiting: inArray(read.tables.stories.state, ["in_review"]),
    })),
  }),
  async (read) => {
    const { storyStatements } = read.tables;
    return {
      name: "Replies to stories",
      href: "/moderate/statements",
      targetHours: STATEMENT_WORKING_DAYS * 24,
      // Counted back from the day that was promised, before which weekends do not count.
      ...(await countWaiting(read, storyStatements, {
        since: sql`${storyStatements.dueAt} - ${STATEMENT_WORKING_DAYS * 24 * HOUR}`,
        isWaiting: inArray(storyStatements.state, ["waiting"]),
      })),
    };
  },
  async (read) => ({
    name: "Campaigns to review",
    href: "/moderate/campaigns",
    targetHours: REVIEW_TARGET_HOURS,
    ...(await countWaiting(read, read.tables.campaigns, {
      since: read.tables.campaigns.reviewSince,
      isWaiting: inArray(read.tables.campaigns.state, ["in_review"]),
    })),
  }),
  async (read) => {
    const { responses } = read.tables;
    return {
      name: "Answers of representatives",
      href: "/moderate/responses",
      targetHours: ANSWER_TARGET_HOURS,
      // What was written in one form waits as one.
      ...(await countWaiting(read, responses, {
        since: responses.confirmedAt,
        isWaiting: sql`${responses.state} = 'waiting' and ${responses.id} = ${responses.groupId}`,
      })),
    };
  },
  async (read) => ({
    name: "Appeals",
    href: "/moderate/appeals",
    targetHours: APPEAL_TARGET_HOURS,
    ...(await countWaiting(read, read.tables.appeals, {
      since: read.tables.appeals.createdAt,
      isWaiting: inArray(read.tables.appeals.state, ["waiting"]),
    })),
  }),
  async (read) => ({
    name: "Changes to campaigns",
    href: "/moderate/changes",
    targetHours: CHANGE_TARGET_HOURS,
    ...(await countWaiting(read, read.tables.proposedChanges, {
      since: read.tables.proposedChanges.createdAt,
      isWaiting: inArray(read.tables.proposedChanges.state, ["waiting"]),
    })),
  }),
  async (read) => ({
    name: "Groups",
    href: "/moderate/groups",
    targetHours: GROUP_TARGET_HOURS,
    ...(await countWaiting(read, read.tables.groupChanges, {
      since: read.tables.groupChanges.createdAt,
      isWaiting: inArray(read.tables.groupChanges.state, ["waiting"]),
    })),
  }),
  async (read) => {
    const { namedRecipients } = read.tables;
    return {
      name: "Whom campaigns are addressed to",
      href: "/moderate/recipients",
      targetHours: RECIPIENT_TARGET_HOURS,
      ...(await countWaiting(read, namedRecipients, {
        since: namedRecipients.createdAt,
        isWaiting: waitsForModerators(read),
      })),
    };
  },
  async (read) => ({
    name: "What became of asks",
    href: "/moderate/outcomes",
    targetHours: CHANGE_TARGET_HOURS,
    ...(await countWaiting(read, read.tables.askOutcomes, {
      since: read.tables.askOutcomes.createdAt,
      isWaiting: inArray(read.tables.askOutcomes.state, ["waiting"]),
    })),
  }),
  async (read) => ({
    name: "News",
    href: "/moderate/updates",
    targetHours: UPDATE_TARGET_HOURS,
    ...(await countWaiting(read, read.tables.updates, {
      since: read.tables.updates.createdAt,
      isWaiting: inArray(read.tables.updates.state, ["waiting"]),
    })),
  }),
  async (read) => ({
    name: "Signatures held back",
    href: "/moderate/signatures",
    targetHours: SUSPECT_TARGET_HOURS,
    ...(await countWaiting(read, read.tables.signatures, {
      since: read.tables.signatures.createdAt,
      isWaiting: sql`${read.tables.signatures.state} = 'suspect' and ${read.tables.signatures.heldReason} = 'address_limit'`,
    })),
  }),
  async (read) => {
    const { publicNames, signatures } = read.tables;
    return {
      name: "Names that wait",
      href: "/moderate/names",
      targetHours: SUSPECT_TARGET_HOURS,
      ...(await countWaiting(read, publicNames, {
        // A name keeps no time: since it was signed at the earliest.
        since: sql`(select ${signatures.confirmedAt} from ${signatures} where ${signatures.id} = ${publicNames.signatureId})`,
        isWaiting: sql`${publicNames.isHeld}`,
      })),
    };
  },
  async (read) => {
    const { standings, signatures } = read.tables;
    return {
      name: "Roles and organisations",
      href: "/moderate/standings",
      targetHours: STANDING_TARGET_HOURS,
      ...(await countWaiting(read, standings, {
        since: standings.createdAt,
        isWaiting: sql`${standings.state} = 'waiting' and exists (
          select 1 from ${signatures}
          where ${signatures.id} = ${standings.signatureId} and ${isStandingWaiting(read.tables)}
        )`,
      })),
    };
  },
  async (read) => ({
    name: "Corrections of representatives",
    href: "/admin/corrections",
    targetHours: CORRECTION_TARGET_HOURS,
    ...(await countWaiting(read, read.tables.corrections, {
      since: read.tables.corrections.createdAt,
      isWaiting: inArray(read.tables.corrections.state, [...OPEN_STATES]),
    })),
  }),
];

/** All queues with how many wait in each and since when, in the order of the overview. */
export async function listQueues(read: Reader): Promise<Queue[]> {
  return Promise.all(QUEUES.map((queue) => queue(read)));
}

/** How many rows of a table wait, and the instant of the oldest. */
async function countWaiting(
  read: Reader,
  table: PgTable,
  { since, isWaiting }: { since: Column | SQL; isWaiting: SQL },
): Promise<Pick<Queue, "count" | "oldestAt">> {
  const [row] = await read
    .select({
      count: sql`count(*)`.mapWith(Number),
      oldestAt: sql`min(${since})`.mapWith((at) => (at === null ? null : Number(at))),
    })
    .from(table)
    .where(isWaiting);
  return { count: row?.count ?? 0, oldestAt: row?.oldestAt ?? null };
}
