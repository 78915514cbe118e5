import { asc } from "drizzle-orm";
import type { Site } from "../domain/site.ts";
import type { Settings } from "../env.server.ts";

/** Fills a database that holds no campaign with the demonstration; leaves any other as it is. */
export async function seedDemonstration(
  site: Site,
  _settings: Settings,
  _now: number,
  _say: (line: string) => void,
): Promise<void> {
  const { campaigns } = site.db.tables;
  const [present] = await site.db.read
    .select({ id: campaigns.id })
    .from(campaigns)
    .orderBy(asc(campaigns.id))
    .limit(1);
  if (present) return;
}
