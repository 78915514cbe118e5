import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { findShown } from "../response/shown-answers.server.ts";
import type { LedgerRow } from "./ledger.ts";
import type { QuietAreas } from "./polls.ts";

/** Answers that may be shown today, by the id of who gave them. */
export type PublicAnswers = ReadonlyMap<string, LedgerRow["answer"]>;

/** One answer for everybody who answered a campaign: to the whole of it, or else to the first ask. */
export async function readPublicAnswers(
  read: Reader,
  campaignId: string,
  quiet: QuietAreas,
): Promise<PublicAnswers> {
  const { responses } = read.tables;
  const found = await findShown(read, eq(responses.campaignId, campaignId));
  const shown = new Set(found.filter(({ area }) => quiet.pollIn(area) === undefined).map(({ id }) => id));
  const answers = new Map<string, LedgerRow["answer"]>();
  if (shown.size === 0) return answers;
  const { id, publicId, representativeId, stance, publishedAt } = responses;
  const rows = await read
    .select({ id, publicId, representativeId, stance, publishedAt })
    .from(responses)
    .where(and(eq(responses.campaignId, campaignId), eq(responses.state, "published")))
    .orderBy(responses.position);
  for (const row of rows) {
    if (!shown.has(row.id) || answers.has(row.representativeId)) continue;
    const { publicId: answerId, stance: given, publishedAt: at } = row;
    answers.set(row.representativeId, { publicId: answerId, stance: given, publishedAt: at ?? 0 });
  }
  return answers;
}
