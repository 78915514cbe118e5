import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { slugsFor } from "../campaign/slug.ts";

/** Slugs tried for one name. */
const TRIES = 1000;

/**
 * The first slug for a name that no other group has. Two who take the same at once meet in the unique index.
 *
 * @throws where a great many groups have the same name
 */
export async function freeGroupSlug(tx: Tx, groupId: string, name: string): Promise<string> {
  const { groups } = tx.tables;
  let tried = 0;
  for (const slug of slugsFor("group", name)) {
    const inUse = await tx
      .select({ id: groups.id })
      .from(groups)
      .where(and(eq(groups.slug, slug), ne(groups.id, groupId)));
    if (inUse.length === 0) return slug;
    tried += 1;
    if (tried === TRIES) break;
  }
  throw new Error("too many groups have the same name");
}
