import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { findSlugNow } from "../campaign/queries.server.ts";

/**
 * The number of the campaign that a moderator means: by its number, its slug, or an address of it that they pasted
 * (its page, anything below that, its short address, its organiser's page). Drafts are nobody's to find. Undefined
 * where nothing is meant.
 */
export async function findCampaignNumber(read: Reader, words: string): Promise<number | undefined> {
  const path = pathOf(words.trim());
  const number = /^#?([1-9]\d{0,8})$|^\/(?:p|organise|moderate\/campaigns)\/([1-9]\d{0,8})(?:\/|$)/.exec(
    path,
  );
  const bySlug = /^(?:\/(petitions|letters)\/)?([a-z0-9-]+)(?:\.json)?(?:\/|$)/.exec(path.toLowerCase());
  const { campaigns } = read.tables;
  const isMeant = number
    ? eq(campaigns.number, Number(number[1] ?? number[2]))
    : bySlug?.[2] === undefined
      ? undefined
      : inArray(campaigns.slug, await slugsOf(read, bySlug[2]));
  if (!isMeant) return undefined;
  const kind = bySlug?.[1] === "letters" ? ("letter" as const) : ("petition" as const);
  const [found] = await read
    .select({ number: campaigns.number, state: campaigns.state })
    .from(campaigns)
    .where(and(isMeant, number ? undefined : eq(campaigns.kind, kind)));
  return found?.state === "draft" ? undefined : found?.number;
}

/** A slug and, where it was given up, the one in its place. */
async function slugsOf(read: Reader, slug: string): Promise<string[]> {
  const [petition, letter] = [
    await findSlugNow(read, "petition", slug),
    await findSlugNow(read, "letter", slug),
  ];
  return [slug, petition, letter].filter((one) => one !== undefined);
}

function pathOf(words: string): string {
  if (!/^https?:\/\//i.test(words)) return words;
  return URL.canParse(words) ? new URL(words).pathname : "";
}
