import { and, inArray, lte, ne, or } from "drizzle-orm";
import { CORRECTION_DAYS } from "#app/policy.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";

/** Rows of one unit. */
const CHUNK = 500;

/** Blanks what was typed into corrections that were settled some time ago. Returns how many were blanked. */
export async function forgetCorrections(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget corrections", async (tx) => {
    const { corrections } = tx.tables;
    const holdsText = or(
      ne(corrections.words, ""),
      ne(corrections.name, ""),
      ne(corrections.address, ""),
      ne(corrections.sourceUrl, ""),
      ne(corrections.email, ""),
    );
    const old = tx
      .select({ id: corrections.id })
      .from(corrections)
      .where(
        and(
          inArray(corrections.state, ["accepted", "declined"]),
          lte(corrections.settledAt, now - CORRECTION_DAYS * DAY),
          holdsText,
        ),
      )
      .limit(CHUNK);
    const blanked = await tx
      .update(corrections)
      .set({ words: "", name: "", address: "", sourceUrl: "", email: "" })
      .where(inArray(corrections.id, old))
      .returning({ id: corrections.id });
    return blanked.length;
  });
}
