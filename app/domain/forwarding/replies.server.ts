import { and, asc, count, desc, eq, inArray, lte } from "drizzle-orm";
import { v7 } from "uuid";
import { z } from "zod";
import { PAGE_LENGTH } from "#app/policy.ts";
import { REPLY_DAYS } from "#app/policy-forwarding.ts";
import type { Reader, Tx } from "#db/database.ts";
import type { Keyring, Place } from "../privacy/keyring.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";

/** What a person wrote back, as far as it is passed on. */
export const ReplyContent = z.object({
  name: z.string(),
  address: z.string(),
  subject: z.string(),
  text: z.string(),
  /** It went on; the rest is not kept. */
  isCut: z.boolean(),
  /** Campaigns that the message told of which this answers: with several, it may be about another. */
  campaignCount: z.number(),
});
export type ReplyContent = z.infer<typeof ReplyContent>;

/** A reply as organisers read it. */
export interface Reply extends ReplyContent {
  id: string;
  receivedAt: number;
  /** The seat that our message went to. */
  toTitle: string;
  toArea: string;
}

/** Keeps a reply for the organisers of one campaign, sealed. Returns its id. */
export async function insertReply(
  tx: Tx,
  keyring: Keyring,
  reply: { deliveryId: string; campaignId: string; content: ReplyContent },
  now: number,
): Promise<string> {
  const id = v7({ msecs: now });
  const { deliveryId, campaignId } = reply;
  const content = keyring.seal(sealedIn(id), JSON.stringify(reply.content));
  await tx.insert(tx.tables.replies).values({ id, deliveryId, campaignId, content, receivedAt: now });
  return id;
}

/** A page of what was written back about one campaign, the newest first. */
export async function listReplies(
  read: Reader,
  keyring: Keyring,
  { campaignId, page }: { campaignId: string; page: number },
): Promise<{ replies: Reply[]; count: number }> {
  const { replies } = read.tables;
  const isListed = eq(replies.campaignId, campaignId);
  const [counted] = await read.select({ count: count() }).from(replies).where(isListed);
  const rows = await selectReplies(read)
    .where(isListed)
    .orderBy(desc(replies.receivedAt), desc(replies.id))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  return { count: counted?.count ?? 0, replies: rows.map((row) => opened(keyring, row)) };
}

/** One reply; undefined once it has been forgotten. */
export async function findReply(read: Reader, keyring: Keyring, id: string): Promise<Reply | undefined> {
  const [row] = await selectReplies(read).where(eq(read.tables.replies.id, id));
  return row && opened(keyring, row);
}

/** Deletes replies that have been kept long enough. Returns how many went. */
export async function forgetReplies(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget replies", async (tx) => {
    const { replies } = tx.tables;
    const isOld = lte(replies.receivedAt, now - REPLY_DAYS * DAY);
    const old = tx
      .select({ id: replies.id })
      .from(replies)
      .where(isOld)
      .orderBy(asc(replies.receivedAt), asc(replies.id))
      .limit(CHUNK);
    const gone = await tx
      .delete(replies)
      .where(and(inArray(replies.id, old), isOld))
      .returning({ id: replies.id });
    return gone.length;
  });
}

/** Rows of one unit. */
const CHUNK = 500;

function selectReplies(read: Reader) {
  const { replies, deliveries, terms, representatives, areas } = read.tables;
  return read
    .select({ reply: replies, toTitle: representatives.fullTitle, toArea: areas.name })
    .from(replies)
    .leftJoin(deliveries, eq(deliveries.id, replies.deliveryId))
    .leftJoin(terms, eq(terms.id, deliveries.termId))
    .leftJoin(representatives, eq(representatives.id, terms.representativeId))
    .leftJoin(areas, eq(areas.gssCode, terms.gssCode));
}

type Row = Awaited<ReturnType<typeof selectReplies>>[number];

function opened(keyring: Keyring, { reply, toTitle, toArea }: Row): Reply {
  const { id, content, receivedAt } = reply;
  const parsed = ReplyContent.parse(JSON.parse(keyring.open(sealedIn(id), content)));
  return { ...parsed, id, receivedAt, toTitle: toTitle ?? "", toArea: toArea ?? "" };
}

function sealedIn(rowId: string): Place {
  return { table: "replies", column: "content", rowId };
}
