import { and, inArray, lte, ne, or } from "drizzle-orm";
import { REPORT_DAYS } from "#app/policy.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";

/** Rows of one unit. */
const CHUNK = 500;

/** Blanks what was typed into reports, addresses too, that were settled some time ago. Returns how many were blanked. */
export async function forgetReports(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget reports", async (tx) => {
    const { reports } = tx.tables;
    const old = tx
      .select({ id: reports.id })
      .from(reports)
      .where(
        and(
          inArray(reports.state, ["upheld", "dismissed"]),
          lte(reports.settledAt, now - REPORT_DAYS * DAY),
          or(ne(reports.words, ""), ne(reports.email, "")),
        ),
      )
      .limit(CHUNK);
    const blanked = await tx
      .update(reports)
      .set({ words: "", email: "" })
      .where(inArray(reports.id, old))
      .returning({ id: reports.id });
    return blanked.length;
  });
}
