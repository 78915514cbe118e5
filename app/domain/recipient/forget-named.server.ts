import { and, eq, inArray, lte, ne, notInArray } from "drizzle-orm";
import { NAMED_ADDRESS_DAYS } from "#app/policy-recipients.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { NAMING_STATES } from "./named-recipient.ts";

/** Rows of one unit. */
const CHUNK = 200;

/**
 * Blanks the addresses of those who were named and never looked at, once their campaign is over and some time has
 * gone by. Returns how many.
 */
export async function forgetNamed(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget named recipients", async (tx) => {
    const { namedRecipients, campaigns } = tx.tables;
    const over = await tx
      .select({ id: namedRecipients.id })
      .from(namedRecipients)
      .innerJoin(campaigns, eq(campaigns.id, namedRecipients.campaignId))
      .where(
        and(
          ne(namedRecipients.email, ""),
          lte(namedRecipients.createdAt, now - NAMED_ADDRESS_DAYS * DAY),
          notInArray(campaigns.state, [...NAMING_STATES]),
        ),
      )
      .orderBy(namedRecipients.id)
      .limit(CHUNK);
    if (over.length === 0) return 0;
    const ids = over.map(({ id }) => id);
    await tx.update(namedRecipients).set({ email: "" }).where(inArray(namedRecipients.id, ids));
    return ids.length;
  });
}
