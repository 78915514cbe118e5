import { and, asc, eq, inArray, or } from "drizzle-orm";
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

/**
 * The asks of a campaign of which something has become, or which somebody who was asked has answered: what is shown of
 * it, and what waits for a moderator to be shown.
 */
export async function listAnsweredAsks(
  read: Reader,
  campaignId: string,
): Promise<{ position: number; text: string }[]> {
  const { asks, askOutcomes, responses } = read.tables;
  const outcomes = read
    .select({ position: askOutcomes.position })
    .from(askOutcomes)
    .where(and(eq(askOutcomes.campaignId, campaignId), inArray(askOutcomes.state, ["waiting", "accepted"])));
  const answers = read
    .select({ position: responses.position })
    .from(responses)
    .where(and(eq(responses.campaignId, campaignId), inArray(responses.state, ["waiting", "published"])));
  return read
    .select({ position: asks.position, text: asks.text })
    .from(asks)
    .where(
      and(
        eq(asks.campaignId, campaignId),
        or(inArray(asks.position, outcomes), inArray(asks.position, answers)),
      ),
    )
    .orderBy(asc(asks.position));
}
