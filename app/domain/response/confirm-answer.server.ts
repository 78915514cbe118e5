import { and, eq, gt, inArray, ne } from "drizzle-orm";
import { ANSWER_CONFIRM_DAYS } from "#app/policy-forwarding.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { isRunning } from "../forwarding/terms.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { londonDay } from "../time/london.ts";
import { addressOrigin } from "./official.server.ts";

/**
 * Confirms an answer by the link that the address on record was sent: now it waits for a moderator. One that waited
 * before it for the same campaign gives way. Pressed again it says `confirmed_already`; `over` when the term has
 * ended or the link is too old.
 */
export async function confirmAnswer(
  site: Site,
  token: string,
  now: number,
): Promise<"confirmed" | "confirmed_already" | "over" | "unknown"> {
  return site.db.transaction("confirm answer", async (tx) => {
    const groupId = await findLinkedRow(tx, token, ["answer_confirm"]);
    if (groupId === undefined) return "unknown";
    const { responses, terms, representatives, areas } = tx.tables;
    const [row] = await tx
      .select({ response: responses, term: terms, kind: representatives.kind, parentGss: areas.parentGss })
      .from(responses)
      .innerJoin(terms, eq(terms.id, responses.termId))
      .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
      .innerJoin(representatives, eq(representatives.id, responses.representativeId))
      .where(eq(responses.id, groupId));
    if (!row) return "unknown";
    const { campaignId, representativeId } = row.response;
    await holdCampaign(tx, campaignId);
    const { term, kind, parentGss } = row;
    const seat = { termId: term.id, address: term.address, kind, gssCode: term.gssCode, parentGss };
    const { isOfficial } = await addressOrigin(tx, site.keyring, seat);
    const running = tx
      .select({ id: terms.id })
      .from(terms)
      .where(isRunning(tx, londonDay(now)));
    const confirmed = await tx
      .update(responses)
      .set({ state: "waiting", confirmedAt: now, isOfficial })
      .where(
        and(
          eq(responses.groupId, groupId),
          eq(responses.state, "unconfirmed"),
          gt(responses.createdAt, now - ANSWER_CONFIRM_DAYS * DAY),
          inArray(responses.termId, running),
        ),
      )
      .returning({ id: responses.id });
    if (confirmed.length === 0) return row.response.state === "unconfirmed" ? "over" : "confirmed_already";
    await tx
      .update(responses)
      .set({ state: "replaced", settledAt: now })
      .where(
        and(
          eq(responses.campaignId, campaignId),
          eq(responses.representativeId, representativeId),
          eq(responses.state, "waiting"),
          ne(responses.groupId, groupId),
        ),
      );
    return "confirmed";
  });
}
