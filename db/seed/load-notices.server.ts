import { NOTICES } from "#app/domain/privacy/notices.ts";
import type { Database } from "../database.ts";

/** Writes down every wording that people are asked to agree to; one that is there is never changed. */
export async function loadNotices(db: Database): Promise<void> {
  await db.transaction("load notices", async (tx) => {
    await tx
      .insert(tx.tables.notices)
      .values([...NOTICES])
      .onConflictDoNothing();
  });
}
