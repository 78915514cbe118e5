import { and, eq, inArray } from "drizzle-orm";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { WITHDRAWABLE_STATES } from "./response.ts";

/**
 * Takes an answer back at once, for good, by the link that the address on record was sent; what it said is blanked.
 * `withdrawn` again where it was taken back before, `over` where it had come to another end.
 */
export async function withdrawAnswer(
  site: Pick<Site, "db">,
  token: string,
  now: number,
): Promise<"withdrawn" | "over" | "unknown"> {
  return site.db.transaction("withdraw answer", async (tx) => {
    const groupId = await findLinkedRow(tx, token, ["answer_confirm"]);
    if (groupId === undefined) return "unknown";
    const { responses } = tx.tables;
    const [row] = await tx.select().from(responses).where(eq(responses.id, groupId));
    if (!row) return "unknown";
    await holdCampaign(tx, row.campaignId);
    const withdrawn = await tx
      .update(responses)
      .set({ state: "withdrawn", settledAt: now, words: "", writerName: "", writerRole: "" })
      .where(and(eq(responses.groupId, groupId), inArray(responses.state, [...WITHDRAWABLE_STATES])))
      .returning({ id: responses.id });
    if (withdrawn.length > 0) return "withdrawn";
    return row.state === "withdrawn" ? "withdrawn" : "over";
  });
}
