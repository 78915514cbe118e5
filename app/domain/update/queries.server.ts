import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { UpdateState } from "#db/tables/news.ts";
import { GONE_UPDATES } from "./update.ts";

/** An update as everybody may read it. */
export interface PublicUpdate {
  publicId: string;
  title: string;
  body: string;
  publishedAt: number;
}

/** A page of a campaign's updates in public, the newest first, and how many there are. */
export async function listUpdates(
  read: Reader,
  { campaignId, page = 1, limit = PAGE_LENGTH }: { campaignId: string; page?: number; limit?: number },
): Promise<{ updates: PublicUpdate[]; count: number }> {
  const { updates } = read.tables;
  const isShown = and(eq(updates.campaignId, campaignId), eq(updates.state, "published"));
  const [counted] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(updates)
    .where(isShown);
  const rows = await selectPublic(read, isShown)
    .limit(limit)
    .offset((page - 1) * limit);
  return { updates: rows.map(publicUpdate), count: counted?.count ?? 0 };
}

/** One of them by its public name; `gone` where it was in public once. */
export async function findPublicUpdate(
  read: Reader,
  { campaignId, publicId }: { campaignId: string; publicId: string },
): Promise<PublicUpdate | "gone" | undefined> {
  const { updates } = read.tables;
  const isThis = and(
    eq(updates.campaignId, campaignId),
    eq(updates.publicId, publicId),
    inArray(updates.state, ["published", ...GONE_UPDATES]),
  );
  const [row] = await selectPublic(read, isThis).limit(1);
  if (!row || row.publishedAt === null) return undefined;
  return row.state === "published" ? publicUpdate(row) : "gone";
}

function selectPublic(read: Reader, condition: SQL | undefined) {
  const { updates } = read.tables;
  return read
    .select({
      publicId: updates.publicId,
      title: updates.title,
      body: updates.body,
      state: updates.state,
      publishedAt: updates.publishedAt,
    })
    .from(updates)
    .where(condition)
    .orderBy(desc(updates.publishedAt), desc(updates.id));
}

function publicUpdate({
  publicId,
  title,
  body,
  publishedAt,
}: Omit<PublicUpdate, "publishedAt"> & { state: UpdateState; publishedAt: number | null }): PublicUpdate {
  return { publicId, title, body, publishedAt: publishedAt ?? 0 };
}
