import { previewRound, type RoundMessage, roundMessages } from "../jobs/preview-round.server.ts";
import { PREVIEWED_MESSAGES } from "../policy.ts";
import type { RequestContext } from "./context.ts";

/** The messages of a campaign's next round: how many, and the first of them in full. */
export async function readRound(
  context: Pick<RequestContext, "db" | "settings" | "clock">,
  campaignId: string,
): Promise<{ slotOn: string; count: number; messages: RoundMessage[] }> {
  const round = await previewRound(context, { campaignId, limit: PREVIEWED_MESSAGES }, context.clock.now());
  const { slotOn, count } = round;
  return { slotOn, count, messages: roundMessages(round) };
}
