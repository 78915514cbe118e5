import { asc, eq } from "drizzle-orm";
import type { Site } from "../site.ts";

/** Puts back what admins have corrected of areas, where newer files have been loaded over it. Returns how many. */
export async function keepAreaCorrections(site: Pick<Site, "db">): Promise<number> {
  return site.db.transaction("keep area corrections", async (tx) => {
    const { areas, areaCorrections } = tx.tables;
    const rows = await tx
      .select({ correction: areaCorrections, area: areas })
      .from(areaCorrections)
      .innerJoin(areas, eq(areas.gssCode, areaCorrections.gssCode))
      .orderBy(asc(areaCorrections.gssCode));
    let count = 0;
    for (const { correction, area } of rows) {
      const kept = {
        name: correction.name || area.name,
        homepageUrl: correction.homepageUrl || area.homepageUrl,
        domain: correction.domain || area.domain,
      };
      const isKept =
        kept.name === area.name && kept.homepageUrl === area.homepageUrl && kept.domain === area.domain;
      if (isKept) continue;
      await tx.update(areas).set(kept).where(eq(areas.gssCode, area.gssCode));
      count += 1;
    }
    return count;
  });
}
