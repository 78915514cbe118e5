import { eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import type { Settings } from "../env.server.ts";
import { StartRefused } from "./start-refused.ts";

/**
 * Keeps invented campaigns and families away from real representatives.
 * @throws StartRefused where forwarding is live and a demonstration campaign or story is in the database.
 */
export async function guardForwarding(db: Database, forwarding: Settings["forwarding"]): Promise<void> {
  if (forwarding !== "live") return;
  const { campaigns, stories } = db.tables;
  const [campaign] = await db.read
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.isDemonstration, true))
    .limit(1);
  const [story] = await db.read
    .select({ id: stories.id })
    .from(stories)
    .where(eq(stories.isDemonstration, true))
    .limit(1);
  if (!campaign && !story) return;
  const held = campaign ? "campaigns" : "stories";
  throw new StartRefused(
    `FORWARDING=live would write to real representatives, and this database holds demonstration ${held}. ` +
      "Set FORWARDING=off or FORWARDING=rehearsal, or start with an empty DATA_DIR or DATABASE_URL.",
  );
}
