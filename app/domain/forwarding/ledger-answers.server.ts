import { and, asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { findShown } from "../response/shown-answers.server.ts";
import type { PublicAnswer } from "./ledger.ts";
import type { QuietAreas } from "./polls.ts";

/** Answers that may be shown today, by campaign and the id of who gave them. */
export type PublicAnswers = ReadonlyMap<string, PublicAnswer>;

/** One answer of each of these people to each of these campaigns: to the whole of it, or else to the first ask. */
export async function readPublicAnswers(
  read: Reader,
  {
    representativeIds,
    campaignIds,
  }: { representativeIds: readonly string[]; campaignIds: readonly string[] },
  quiet: QuietAreas,
): Promise<PublicAnswers> {
  const { responses } = read.tables;
  const answers = new Map<string, PublicAnswer>();
  if (representativeIds.length === 0) return answers;
  const found = await findShown(
    read,
    and(
      inArray(responses.campaignId, [...campaignIds]),
      inArray(responses.representativeId, [...representativeIds]),
    ),
  );
  const shown = found.filter(({ area }) => quiet.pollIn(area) === undefined).map(({ id }) => id);
  if (shown.length === 0) return answers;
  const { campaignId, publicId, representativeId, stance, publishedAt } = responses;
  const rows = await read
    .select({ campaignId, publicId, representativeId, stance, publishedAt })
    .from(responses)
    .where(and(inArray(responses.id, shown), eq(responses.state, "published")))
    .orderBy(asc(responses.position), asc(responses.id));
  for (const row of rows) {
    const key = `${row.campaignId} ${row.representativeId}`;
    const first = answers.get(key);
    const { publicId: answerId, stance: given, publishedAt: at } = row;
    answers.set(
      key,
      first
        ? { ...first, count: first.count + 1 }
        : { publicId: answerId, stance: given, publishedAt: at ?? 0, count: 1 },
    );
  }
  return answers;
}
