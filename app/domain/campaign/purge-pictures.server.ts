import { and, inArray, lte } from "drizzle-orm";
import { UNUSED_PICTURE_HOURS } from "#app/policy.ts";
import type { Site } from "../site.ts";
import { HOUR } from "../time/durations.ts";
import { isUnused } from "./picture-uses.server.ts";

/** Pictures of one unit: some are 200 KB. */
const CHUNK = 50;

/** Deletes pictures that nothing has used for a day. Returns how many went. */
export async function purgePictures(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("purge pictures", async (tx) => {
    const { pictures } = tx.tables;
    const isOver = and(lte(pictures.createdAt, now - UNUSED_PICTURE_HOURS * HOUR), isUnused(tx));
    const over = tx.select({ id: pictures.id }).from(pictures).where(isOver).limit(CHUNK);
    const gone = await tx
      .delete(pictures)
      .where(and(inArray(pictures.id, over), isOver))
      .returning({ id: pictures.id });
    return gone.length;
  });
}
