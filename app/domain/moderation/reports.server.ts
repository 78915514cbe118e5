import { and, asc, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { ReportState } from "#db/tables/moderation.ts";
import type { Keyring, Place } from "../privacy/keyring.server.ts";
import { OPEN_REPORT_STATES, URGENT_REASONS } from "./report.ts";

/** Reports of one page that a moderator sees at once. */
const LISTED = 50;

/** What claims call a report. */
export function reportSubject(reportId: string): string {
  return `report:${reportId}`;
}

/** Where a text of a report is sealed. */
export function reportPlace(rowId: string, column: "words" | "email"): Place {
  return { table: "reports", column, rowId };
}

/** One line about a report: nothing that was typed. */
export interface ListedReport {
  id: string;
  publicId: string;
  reason: string;
  state: ReportState;
  createdAt: number;
}

/** A page with what waits about it, the oldest first. */
export interface ReportedPage {
  page: string;
  /** The campaign's title, or blank. */
  title: string;
  isUrgent: boolean;
  count: number;
  oldestAt: number;
  reports: ListedReport[];
}

/** A page of reported pages: those with children or threats first, those that are all held by a limit last, then by age. */
export async function listReportedPages(
  read: Reader,
  page: number,
): Promise<{ pages: ReportedPage[]; count: number }> {
  const { reports } = read.tables;
  const isOpen = inArray(reports.state, [...OPEN_REPORT_STATES]);
  const [counted] = await read
    .select({ count: sql`count(distinct ${reports.page})`.mapWith(Number) })
    .from(reports)
    .where(isOpen);
  const isUrgent = maxOf(and(inArray(reports.reason, [...URGENT_REASONS]), eq(reports.state, "waiting")));
  const isWaiting = maxOf(eq(reports.state, "waiting"));
  const oldestAt = sql`min(${reports.createdAt})`.mapWith(Number);
  const groups = await read
    .select({ page: reports.page, isUrgent, oldestAt, count: sql`count(*)`.mapWith(Number) })
    .from(reports)
    .where(isOpen)
    .groupBy(reports.page)
    .orderBy(desc(isUrgent), desc(isWaiting), asc(oldestAt), asc(reports.page))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  const pages: ReportedPage[] = [];
  for (const group of groups) {
    const listed = await listAbout(read, group.page);
    const title = await titleOf(read, listed[0]?.campaignId ?? "");
    pages.push({ ...group, isUrgent: group.isUrgent > 0, title, reports: listed });
  }
  return { pages, count: counted?.count ?? 0 };
}

/** A report as a moderator reads it. */
export interface ReadReport extends ListedReport {
  page: string;
  /** Blank where the page is about none. */
  campaignId: string;
  campaign?: { number: number; title: string };
  /** Blank once it has been forgotten. */
  words: string;
  wantsAnswer: boolean;
  outcome: string;
  settledAt: number | null;
  /** Others about the same page that wait. */
  others: ListedReport[];
}

/** One report with what was typed, for a moderator's eyes. */
export async function findReport(
  read: Reader,
  keyring: Keyring,
  publicId: string,
): Promise<ReadReport | undefined> {
  const { reports, campaigns, campaignTexts } = read.tables;
  const [row] = await read
    .select({ report: reports, number: campaigns.number, title: campaignTexts.title })
    .from(reports)
    .leftJoin(campaigns, eq(campaigns.id, reports.campaignId))
    .leftJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, reports.campaignId), eq(campaignTexts.variant, "en")),
    )
    .where(eq(reports.publicId, publicId));
  if (!row) return undefined;
  const { id, page, campaignId, reason, state, createdAt, settledAt, outcome, words, email } = row.report;
  return {
    ...{ id, publicId, page, campaignId, reason, state, createdAt, settledAt, outcome },
    campaign: row.number === null ? undefined : { number: row.number, title: row.title ?? "" },
    words: keyring.open(reportPlace(id, "words"), words),
    wantsAnswer: email !== "",
    others: await listAbout(read, page, ne(reports.id, id)),
  };
}

/** Where to write what became of a report, and what did; undefined once it is forgotten, or nobody asked. */
export async function findSettledReport(
  read: Reader,
  keyring: Keyring,
  id: string,
): Promise<{ email: string; page: string; title: string; isUpheld: boolean; outcome: string } | undefined> {
  const { reports } = read.tables;
  const [row] = await read.select().from(reports).where(eq(reports.id, id));
  if (!row || row.email === "" || row.settledAt === null) return undefined;
  const { page, campaignId, state, outcome } = row;
  return {
    ...{ page, outcome },
    email: keyring.open(reportPlace(id, "email"), row.email),
    title: await titleOf(read, campaignId),
    isUpheld: state === "upheld",
  };
}

/** Open reports about a page, the oldest first. */
async function listAbout(
  read: Reader,
  page: string,
  also?: SQL,
): Promise<(ListedReport & Pick<Tables["reports"]["$inferSelect"], "campaignId">)[]> {
  const { reports } = read.tables;
  const { id, publicId, reason, state, createdAt, campaignId } = reports;
  return read
    .select({ id, publicId, reason, state, createdAt, campaignId })
    .from(reports)
    .where(and(eq(reports.page, page), inArray(reports.state, [...OPEN_REPORT_STATES]), also))
    .orderBy(asc(createdAt), asc(id))
    .limit(LISTED);
}

async function titleOf(read: Reader, campaignId: string): Promise<string> {
  if (campaignId === "") return "";
  const { campaignTexts } = read.tables;
  const [row] = await read
    .select({ title: campaignTexts.title })
    .from(campaignTexts)
    .where(and(eq(campaignTexts.campaignId, campaignId), eq(campaignTexts.variant, "en")));
  return row?.title ?? "";
}

/** 1 where any row of the group is so, else 0. */
function maxOf(is: SQL | undefined): SQL<number> {
  return sql`max(case when ${is} then 1 else 0 end)`.mapWith(Number);
}
