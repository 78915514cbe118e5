import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { type ChangedPart, compareTexts } from "../campaign/compare-texts.ts";
import { getText } from "../campaign/replace-text.server.ts";
import { TextContent } from "../campaign/text-content.ts";

/** What somebody is asked whose letter has other words than those that they signed. */
export interface VersionQuestion {
  signed: number;
  present: number;
  /** What reads otherwise, from the words that they signed to those of now. */
  parts: ChangedPart[];
  /** Whether the words that they signed were ever published: only then can those still be signed. */
  isFormerPublic: boolean;
}

/** The difference between the version that somebody signed and the present one; undefined where they are the same. */
export async function findVersionQuestion(
  read: Reader,
  { campaignId, signed, present }: { campaignId: string; signed: number; present: number },
): Promise<VersionQuestion | undefined> {
  if (signed >= present) return undefined;
  const { formerTexts } = read.tables;
  const [former] = await read
    .select({ content: formerTexts.content, wasPublic: formerTexts.wasPublic })
    .from(formerTexts)
    .where(and(eq(formerTexts.campaignId, campaignId), eq(formerTexts.version, signed)));
  if (!former) return undefined;
  const before = TextContent.parse(JSON.parse(former.content));
  const parts = compareTexts(before, await getText(read, campaignId));
  return { signed, present, parts, isFormerPublic: former.wasPublic };
}
