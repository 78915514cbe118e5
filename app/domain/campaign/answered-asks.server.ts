import { and, asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/**
 * Whether every ask of which something has become, or is said to have, stands in the same words at the same place
 * in `texts`: an answer belongs to what was asked.
 */
export async function answeredAsksStay(
  read: Reader,
  campaignId: string,
  texts: readonly string[],
): Promise<boolean> {
  const answered = await listAnsweredAsks(read, campaignId);
  return answered.every(({ position, text }) => texts[position - 1] === text);
}

/** The asks of a campaign of which something has become, or waits for a moderator to be shown. */
export async function listAnsweredAsks(
  read: Reader,
  campaignId: string,
): Promise<{ position: number; text: string }[]> {
  const { asks, askOutcomes } = read.tables;
  return read
    .selectDistinct({ position: asks.position, text: asks.text })
    .from(asks)
    .innerJoin(
      askOutcomes,
      and(eq(askOutcomes.campaignId, asks.campaignId), eq(askOutcomes.position, asks.position)),
    )
    .where(and(eq(asks.campaignId, campaignId), inArray(askOutcomes.state, ["waiting", "accepted"])))
    .orderBy(asc(asks.position));
}
