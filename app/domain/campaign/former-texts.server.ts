import { and, asc, desc, eq, lte, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { TextContent } from "./text-content.ts";

/** Former texts that a page names at most. */
const LISTED = 50;
/** More versions than any text ever has. */
const VERSIONS = 1_000;

/** A text that the public has read and that another has taken the place of. */
export interface FormerText {
  version: number;
  replacedAt: number;
  /** How many had signed before it was changed; only those who still count. */
  signedBefore: number;
}

/** The texts of a campaign that the public has seen and that have been changed, the newest first. */
export async function listFormerTexts(read: Reader, campaignId: string): Promise<FormerText[]> {
  const { formerTexts } = read.tables;
  const rows = await read
    .select({ version: formerTexts.version, replacedAt: formerTexts.replacedAt })
    .from(formerTexts)
    .where(and(eq(formerTexts.campaignId, campaignId), eq(formerTexts.wasPublic, true)))
    .orderBy(desc(formerTexts.version))
    .limit(LISTED);
  const texts: FormerText[] = [];
  for (const row of rows)
    texts.push({ ...row, signedBefore: await countSignedBefore(read, campaignId, row.replacedAt) });
  return texts;
}

/** The numbers of those, the first one first. */
export async function listPublicVersions(read: Reader, campaignId: string): Promise<number[]> {
  const { formerTexts } = read.tables;
  const rows = await read
    .select({ version: formerTexts.version })
    .from(formerTexts)
    .where(and(eq(formerTexts.campaignId, campaignId), eq(formerTexts.wasPublic, true)))
    .orderBy(asc(formerTexts.version))
    .limit(VERSIONS);
  return rows.map(({ version }) => version);
}

/** One of them, whole; undefined where there is none, or the public has not seen it. */
export async function findFormerText(
  read: Reader,
  { campaignId, version }: { campaignId: string; version: number },
): Promise<(FormerText & { content: TextContent }) | undefined> {
  const { formerTexts } = read.tables;
  const [row] = await read
    .select()
    .from(formerTexts)
    .where(
      and(
        eq(formerTexts.campaignId, campaignId),
        eq(formerTexts.version, version),
        eq(formerTexts.wasPublic, true),
      ),
    );
  if (!row) return undefined;
  const signedBefore = await countSignedBefore(read, campaignId, row.replacedAt);
  const content = TextContent.parse(JSON.parse(row.content));
  return { version, replacedAt: row.replacedAt, signedBefore, content };
}

/** A text that somebody signed, whether or not the public has read it; undefined where it is still the present one. */
export async function findSignedText(
  read: Reader,
  { campaignId, version }: { campaignId: string; version: number },
): Promise<TextContent | undefined> {
  const { formerTexts } = read.tables;
  const [row] = await read
    .select({ content: formerTexts.content })
    .from(formerTexts)
    .where(and(eq(formerTexts.campaignId, campaignId), eq(formerTexts.version, version)));
  return row && TextContent.parse(JSON.parse(row.content));
}

async function countSignedBefore(read: Reader, campaignId: string, at: number): Promise<number> {
  const { signatures } = read.tables;
  const [row] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(signatures)
    .where(
      and(
        eq(signatures.campaignId, campaignId),
        eq(signatures.state, "confirmed"),
        lte(signatures.confirmedAt, at),
      ),
    );
  return row?.count ?? 0;
}
