import { and, eq, gt, inArray, lt, or } from "drizzle-orm";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { addDays, londonDay } from "../time/london.ts";

/** How far from today the day may lie: an election is announced weeks before, and news is entered days late. */
const DAYS_AHEAD = 60;
const DAYS_BACK = 60;

/** What became of it; `memberCount` terms have their last day now. */
export type Dissolution =
  | { outcome: "dissolved"; memberCount: number }
  | { outcome: "nobody" }
  | { outcome: "bad_day" };

/**
 * Parliament is dissolved on a day: there are no members from that day on, so the day before is the last of every
 * term that runs beyond it. All terms in one unit with one line in the audit log.
 */
export async function dissolveParliament(
  site: Site,
  { accountId, dissolvedOn }: { accountId: string; dissolvedOn: string },
  now: number,
): Promise<Dissolution> {
  const today = londonDay(now);
  if (dissolvedOn < addDays(today, -DAYS_BACK) || dissolvedOn > addDays(today, DAYS_AHEAD))
    return { outcome: "bad_day" };
  const lastDay = addDays(dissolvedOn, -1);
  return site.db.transaction("dissolve parliament", async (tx) => {
    const { terms, representatives } = tx.tables;
    const members = tx
      .select({ id: representatives.id })
      .from(representatives)
      .where(eq(representatives.kind, "mp"));
    const ended = await tx
      .update(terms)
      // Looked at today: the list that is shipped with the program is older and does not bring them back.
      .set({ endsOn: lastDay, checkedOn: today })
      .where(
        and(
          inArray(terms.representativeId, members),
          lt(terms.startsOn, dissolvedOn),
          or(eq(terms.endsOn, ""), gt(terms.endsOn, lastDay)),
        ),
      )
      .returning({ id: terms.id });
    if (ended.length === 0) return { outcome: "nobody" };
    const detail = `on ${dissolvedOn}: ${ended.length} terms end`;
    await appendAudit(tx, { accountId, action: "dissolve_parliament", subject: dissolvedOn, detail }, now);
    return { outcome: "dissolved", memberCount: ended.length };
  });
}
