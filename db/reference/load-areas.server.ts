import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Database } from "../database.ts";
import { swapAreas } from "../import/areas/swap-areas.server.ts";
import { AREAS_CHANGED_ON } from "../tables/area.ts";
import { readAreaRows } from "./area-rows.ts";

/** The day of the newest of the shipped files. */
const AREAS_AS_OF = "2026-08-20";

/**
 * Loads councils, wards, divisions and constituencies, and former codes as ended areas with successors, as an import
 * would. Rows that are there are brought up to date, none is removed; where areas have been imported or ended since the
 * shipped files were made, only those that are missing are added.
 */
export async function loadAreas(db: Database): Promise<void> {
  const { areas: shipped, successors } = readAreaRows();
  const { areas, areaSuccessors, facts } = db.tables;
  const [changed] = await db.read.select().from(facts).where(eq(facts.name, AREAS_CHANGED_ON));
  const isOlder = (changed?.value ?? "") > AREAS_AS_OF;
  const known = new Set(
    isOlder ? (await db.read.select({ code: areas.gssCode }).from(areas)).map((row) => row.code) : [],
  );
  const rows = shipped.filter((row) => !known.has(row.gssCode));
  await swapAreas(db, rows, {
    batch: newId(),
    now: Date.parse(AREAS_AS_OF),
    async also(tx) {
      await tx.insert(areaSuccessors).values(successors).onConflictDoNothing();
    },
  });
}
