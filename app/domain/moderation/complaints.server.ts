import { and, asc, desc, eq, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { Keyring, Place } from "../privacy/keyring.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import { OPEN_COMPLAINT_STATES } from "./complaint.ts";

type Row = Tables["complaints"]["$inferSelect"];

/** What whoever complains typed. */
export const TYPED_COLUMNS = ["name", "email", "statement", "meaning", "harm", "untrue"] as const;
/** What the author typed. */
export const AUTHOR_COLUMNS = ["authorName", "authorPostal", "authorWords"] as const;
type SealedColumn = (typeof TYPED_COLUMNS)[number] | (typeof AUTHOR_COLUMNS)[number];

/** Where a text of a complaint is sealed. */
export function complaintPlace(rowId: string, column: SealedColumn): Place {
  return { table: "complaints", column, rowId };
}

/** What claims call a complaint. */
export function complaintSubject(complaintId: string): string {
  return `complaint:${complaintId}`;
}

/** A complaint with everything opened, and the campaign that it is about. Texts are blank once they are forgotten. */
export interface ReadComplaint extends Row {
  campaign?: { number: number; title: string; slug: string; state: CampaignState };
}

/** A complaint by its row. */
export async function findComplaintById(
  read: Reader,
  keyring: Keyring,
  id: string,
): Promise<ReadComplaint | undefined> {
  return findOne(read, keyring, eq(read.tables.complaints.id, id));
}

/** A complaint as moderators speak of it. */
export async function findComplaint(
  read: Reader,
  keyring: Keyring,
  publicId: string,
): Promise<ReadComplaint | undefined> {
  return findOne(read, keyring, eq(read.tables.complaints.publicId, publicId));
}

/** The complaint that a mailed link leads to; undefined for a token that is nobody's, and once the texts are forgotten. */
export async function findComplaintByLink(
  read: Reader,
  keyring: Keyring,
  token: string,
  purpose: "complaint" | "author_reply",
): Promise<ReadComplaint | undefined> {
  const id = await findLinkedRow(read, token, [purpose]);
  return id === undefined ? undefined : findComplaintById(read, keyring, id);
}

/** One line of the queue: nothing that was typed. */
export type ListedComplaint = Pick<
  Row,
  "id" | "publicId" | "page" | "state" | "receivedAt" | "dueAt" | "settledAt"
> & { title: string };

/** A page of complaints: what we have to do first, then what authors have to do, each by its deadline; or those settled. */
export async function listComplaints(
  read: Reader,
  { isSettled, page }: { isSettled: boolean; page: number },
): Promise<{ complaints: ListedComplaint[]; count: number }> {
  const { complaints, campaignTexts } = read.tables;
  const open = [...OPEN_COMPLAINT_STATES];
  const isListed = isSettled ? notInArray(complaints.state, open) : inArray(complaints.state, open);
  const [counted] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(complaints)
    .where(isListed);
  const isTheirs = sql`case when ${complaints.state} = 'author_asked' then 1 else 0 end`;
  const { id, publicId, state, receivedAt, dueAt, settledAt } = complaints;
  const rows = await read
    .select({
      ...{ id, publicId, page: complaints.page, state, receivedAt, dueAt, settledAt },
      title: campaignTexts.title,
    })
    .from(complaints)
    .leftJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, complaints.campaignId), eq(campaignTexts.variant, "en")),
    )
    .where(isListed)
    .orderBy(...(isSettled ? [desc(settledAt), desc(id)] : [isTheirs, asc(dueAt), asc(id)]))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  return {
    count: counted?.count ?? 0,
    complaints: rows.map((row) => ({ ...row, title: row.title ?? "" })),
  };
}

/** One line of a complaint's log. */
export interface ComplaintEvent {
  id: string;
  at: number;
  action: string;
  detail: string;
  isModerator: boolean;
}

/** The log of a complaint, the oldest line first. */
export async function listComplaintEvents(read: Reader, complaintId: string): Promise<ComplaintEvent[]> {
  const { complaintEvents } = read.tables;
  const rows = await read
    .select()
    .from(complaintEvents)
    .where(eq(complaintEvents.complaintId, complaintId))
    .orderBy(asc(complaintEvents.id))
    .limit(EVENTS);
  return rows.map(({ id, at, action, detail, accountId }) => ({
    ...{ id, at, action, detail },
    isModerator: accountId !== "",
  }));
}

/** A complaint has a dozen steps at most. */
const EVENTS = 100;

async function findOne(read: Reader, keyring: Keyring, is: SQL): Promise<ReadComplaint | undefined> {
  const { complaints, campaigns, campaignTexts } = read.tables;
  const [found] = await read
    .select({
      row: complaints,
      campaign: { number: campaigns.number, slug: campaigns.slug, state: campaigns.state },
      title: campaignTexts.title,
    })
    .from(complaints)
    .leftJoin(campaigns, eq(campaigns.id, complaints.campaignId))
    .leftJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, complaints.campaignId), eq(campaignTexts.variant, "en")),
    )
    .where(is);
  if (!found) return undefined;
  const { row, campaign, title } = found;
  const open = (column: SealedColumn) => keyring.open(complaintPlace(row.id, column), row[column]);
  return {
    ...row,
    name: open("name"),
    email: open("email"),
    statement: open("statement"),
    meaning: open("meaning"),
    harm: open("harm"),
    untrue: open("untrue"),
    authorName: open("authorName"),
    authorPostal: open("authorPostal"),
    authorWords: open("authorWords"),
    campaign: campaign === null ? undefined : { ...campaign, title: title ?? "" },
  };
}
