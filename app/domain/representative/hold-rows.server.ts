import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Area } from "../area/queries.server.ts";
import type { Representative } from "./term-rows.server.ts";

/**
 * Reads an area and keeps its row until the unit ends: whoever else would fill a seat there waits, and then sees it
 * filled. Representatives are held before areas.
 */
export async function holdArea(tx: Tx, gssCode: string): Promise<Area | undefined> {
  const { areas } = tx.tables;
  const [area] = await tx
    .update(areas)
    .set({ name: sql`${areas.name}` })
    .where(eq(areas.gssCode, gssCode))
    .returning();
  return area;
}

/** Reads a representative and keeps the row until the unit ends. */
export async function holdRepresentative(tx: Tx, publicId: string): Promise<Representative | undefined> {
  const { representatives } = tx.tables;
  const [one] = await tx
    .update(representatives)
    .set({ name: sql`${representatives.name}` })
    .where(eq(representatives.publicId, publicId))
    .returning();
  return one;
}
