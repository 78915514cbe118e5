import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { ReceiptState, UpdateMailing, UpdateState } from "#db/tables/news.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { countTicked } from "../signature/count-ticked.server.ts";
import type { Update } from "./publish-update.server.ts";
import { updateNote } from "./settle-update.server.ts";
import { type MailingCounts, mailingCounts } from "./update.ts";

/** An update as those who run the campaign, and moderators, see it. */
export interface OrganisedUpdate {
  publicId: string;
  title: string;
  body: string;
  state: UpdateState;
  /** What a moderator wrote, or blank. */
  note: string;
  createdAt: number;
  publishedAt: number | null;
  mailing: UpdateMailing;
  mailAt: number | null;
  mailedAt: number | null;
  /** Whom it was planned for; 0 before. */
  recipientCount: number;
  counts: MailingCounts;
}

/** A page of a campaign's updates in every state, the newest first, and how many there are. */
export async function listOrganisedUpdates(
  read: Reader,
  keyring: Keyring,
  { campaignId, page = 1 }: { campaignId: string; page?: number },
): Promise<{ updates: OrganisedUpdate[]; count: number }> {
  const { updates } = read.tables;
  const isOfCampaign = eq(updates.campaignId, campaignId);
  const [counted] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(updates)
    .where(isOfCampaign);
  const rows = await read
    .select()
    .from(updates)
    .where(isOfCampaign)
    .orderBy(desc(updates.createdAt), desc(updates.id))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  const counts = await countReceipts(
    read,
    rows.filter(isCounted).map(({ id }) => id),
  );
  return {
    updates: rows.map((row) => organised(keyring, row, counts.get(row.id))),
    count: counted?.count ?? 0,
  };
}

/** One of a campaign's updates by its public name, in any state. */
export async function findOrganisedUpdate(
  read: Reader,
  keyring: Keyring,
  { campaignId, publicId }: { campaignId: string; publicId: string },
): Promise<OrganisedUpdate | undefined> {
  const { updates } = read.tables;
  const [row] = await read
    .select()
    .from(updates)
    .where(and(eq(updates.campaignId, campaignId), eq(updates.publicId, publicId)));
  if (!row) return undefined;
  const counts = await countReceipts(read, isCounted(row) ? [row.id] : []);
  return organised(keyring, row, counts.get(row.id));
}

/** How many of those who signed a campaign and confirmed want its news by mail. */
export async function countWanting(read: Reader, campaignId: string): Promise<number> {
  return countTicked(read, campaignId, "wanting");
}

/** How many receipts of each update are in each state. */
export async function countReceipts(
  read: Reader,
  ids: readonly string[],
): Promise<Map<string, Partial<Record<ReceiptState, number>>>> {
  const counts = new Map<string, Partial<Record<ReceiptState, number>>>();
  if (ids.length === 0) return counts;
  const { updateReceipts } = read.tables;
  const rows = await read
    .select({
      updateId: updateReceipts.updateId,
      state: updateReceipts.state,
      count: sql`count(*)`.mapWith(Number),
    })
    .from(updateReceipts)
    .where(inArray(updateReceipts.updateId, [...ids]))
    .groupBy(updateReceipts.updateId, updateReceipts.state);
  for (const { updateId, state, count } of rows)
    counts.set(updateId, { ...counts.get(updateId), [state]: count });
  return counts;
}

/** Its receipts are forgotten after a while. */
function isCounted({ mailing, reachedCount }: Update): boolean {
  return !["none", "asked", "due"].includes(mailing) && reachedCount === null;
}

function organised(
  keyring: Keyring,
  row: Update,
  byState: Partial<Record<ReceiptState, number>> = {},
): OrganisedUpdate {
  const { id, publicId, title, body, state, note, createdAt, publishedAt, reachedCount } = row;
  const { mailing, mailAt, mailedAt, recipientCount } = row;
  return {
    ...{ publicId, title, body, state, createdAt, publishedAt, mailing, mailAt, mailedAt, recipientCount },
    note: note === "" ? "" : keyring.open(updateNote(id), note),
    counts: reachedCount === null ? mailingCounts(byState) : { ...NO_MAIL, reached: reachedCount },
  };
}

const NO_MAIL: MailingCounts = { reached: 0, waiting: 0, failed: 0, skipped: 0, uncertain: 0 };
