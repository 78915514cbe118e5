import { and, eq, inArray, isNull, lte, ne } from "drizzle-orm";
import { ANSWER_CONFIRM_DAYS, ANSWER_DAYS } from "#app/policy-forwarding.ts";
import { dropLinks } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";

/** Rows of one unit. */
const CHUNK = 200;

/**
 * Deletes answers that the address on record did not confirm in time, with their links, and blanks what never became
 * public some time after it was settled. Returns how many rows it changed.
 */
export async function forgetResponses(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget responses", async (tx) => {
    const { responses } = tx.tables;
    const expired = await tx
      .select({ id: responses.id })
      .from(responses)
      .where(
        and(eq(responses.state, "unconfirmed"), lte(responses.createdAt, now - ANSWER_CONFIRM_DAYS * DAY)),
      )
      .limit(CHUNK);
    const ids = expired.map(({ id }) => id);
    const deleted =
      ids.length === 0
        ? []
        : await tx
            .delete(responses)
            .where(and(inArray(responses.id, ids), eq(responses.state, "unconfirmed")))
            .returning({ id: responses.id });
    await dropLinks(
      tx,
      deleted.map(({ id }) => id),
    );
    const old = tx
      .select({ id: responses.id })
      .from(responses)
      .where(
        and(
          inArray(responses.state, ["declined", "replaced"]),
          isNull(responses.publishedAt),
          lte(responses.settledAt, now - ANSWER_DAYS * DAY),
          ne(responses.writerName, ""),
        ),
      )
      .limit(CHUNK);
    const blanked = await tx
      .update(responses)
      .set({ words: "", writerName: "", writerRole: "" })
      .where(inArray(responses.id, old))
      .returning({ id: responses.id });
    return deleted.length + blanked.length;
  });
}
