import { eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import type { Settings } from "../env.server.ts";
import { StartRefused } from "./start-refused.ts";

/**
 * Keeps invented campaigns away from real representatives.
 * @throws StartRefused where forwarding is live and a demonstration campaign is in the database.
 */
export async function guardForwarding(db: Database, forwarding: Settings["forwarding"]): Promise<void> {
  if (forwarding !== "live") return;
  const { campaigns } = db.tables;
  const [invented] = await db.read
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.isDemonstration, true))
    .limit(1);
  if (!invented) return;
  throw new StartRefused(
    "FORWARDING=live would write to real representatives, and this database holds demonstration campaigns. " +
      "Set FORWARDING=off or FORWARDING=rehearsal, or start with an empty DATA_DIR or DATABASE_URL.",
  );
}
