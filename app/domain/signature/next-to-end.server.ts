import { and, asc, eq, sql } from "drizzle-orm";
import { RETENTION_MONTHS_AFTER_CLOSING } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import { addDays, addMonths, londonDay } from "../time/london.ts";

/** Campaigns named. */
const SHOWN = 10;

/** A closed campaign whose signatures still have their details. */
export interface NextToEnd {
  slug: string;
  /** The first London day on which they are blanked, `YYYY-MM-DD`. */
  endsOn: string;
  count: number;
}

/** The closed campaigns whose details go next, the first ones first, at most 10. */
export async function listNextToEnd(read: Reader): Promise<NextToEnd[]> {
  const { campaigns, signatures } = read.tables;
  const rows = await read
    .select({ id: campaigns.id, slug: campaigns.slug, closedAt: campaigns.closedAt })
    .from(campaigns)
    .where(eq(campaigns.state, "closed"))
    .orderBy(asc(campaigns.closedAt), asc(campaigns.id))
    .limit(SHOWN);
  return Promise.all(
    rows.map(async ({ id, slug, closedAt }) => {
      const [held] = await read
        .select({ count: sql`count(*)`.mapWith(Number) })
        .from(signatures)
        .where(and(eq(signatures.campaignId, id), sql`${signatures.email} <> ''`));
      // Closed with the last moment of a day: `closedAt` is the first of the next.
      const lastDay = londonDay((closedAt ?? 0) - 1);
      const endsOn = addDays(addMonths(lastDay, RETENTION_MONTHS_AFTER_CLOSING), 1);
      return { slug, endsOn, count: held?.count ?? 0 };
    }),
  );
}
