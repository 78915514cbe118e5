import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Site } from "../site.ts";
import { comparePaper } from "./compare-paper.server.ts";
import { PAPER_STATES } from "./paper.ts";

/** Compares the papers of all campaigns that still take some with who has signed here meanwhile. Returns how many campaigns it saw to. */
export async function comparePapers(site: Pick<Site, "db">, now: number): Promise<number> {
  const { campaigns, paperCounts } = site.db.tables;
  let after = "";
  let seen = 0;
  for (;;) {
    const [next] = await site.db.read
      .select({ id: campaigns.id })
      .from(paperCounts)
      .innerJoin(campaigns, eq(campaigns.id, paperCounts.campaignId))
      .where(and(gt(campaigns.id, after), inArray(campaigns.state, [...PAPER_STATES])))
      .orderBy(asc(campaigns.id))
      .limit(1);
    if (!next) return seen;
    await comparePaper(site, next.id, now);
    after = next.id;
    seen += 1;
  }
}
