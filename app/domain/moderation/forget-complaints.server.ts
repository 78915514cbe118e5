import { and, asc, inArray, lte, ne, notInArray } from "drizzle-orm";
import { COMPLAINT_MONTHS } from "#app/policy.ts";
import { dropLinks } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { addMonths, endOfLondonDay, londonDay } from "../time/london.ts";
import { OPEN_COMPLAINT_STATES } from "./complaint.ts";

/** Rows of one unit. */
const CHUNK = 200;
const BLANK = {
  ...{ name: "", email: "", statement: "", meaning: "", harm: "", untrue: "" },
  ...{ authorName: "", authorPostal: "", authorWords: "" },
};

/**
 * Blanks what was typed into complaints that can no longer come to court, and ends their links; the log of codes
 * stays. Returns how many were blanked.
 */
export async function forgetComplaints(site: Pick<Site, "db">, now: number): Promise<number> {
  const settledBefore = endOfLondonDay(addMonths(londonDay(now), -COMPLAINT_MONTHS));
  return site.db.transaction("forget complaints", async (tx) => {
    const { complaints } = tx.tables;
    const old = await tx
      .select({ id: complaints.id })
      .from(complaints)
      .where(
        and(
          notInArray(complaints.state, [...OPEN_COMPLAINT_STATES]),
          lte(complaints.settledAt, settledBefore),
          ne(complaints.email, ""),
        ),
      )
      .orderBy(asc(complaints.id))
      .limit(CHUNK);
    const ids = old.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await tx.update(complaints).set(BLANK).where(inArray(complaints.id, ids));
    await dropLinks(tx, ids);
    return ids.length;
  });
}
