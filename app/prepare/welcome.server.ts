import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { DEMONSTRATION_PEOPLE } from "#db/seed/seed-people.server.ts";
import { publicCampaignPath } from "../domain/campaign/campaign-path.ts";
import type { Settings } from "../env.server.ts";

/** What to open next, for whoever has just started the program. */
export async function welcome(
  db: Database,
  settings: Pick<Settings, "appUrl" | "isProduction" | "demo" | "role">,
): Promise<string> {
  if (settings.role === "worker")
    return [
      "",
      "Hear Hear works here; pages are served elsewhere.",
      "",
      `  Health       ${settings.appUrl}/readyz`,
      "",
    ].join("\n");
  const { campaigns } = db.tables;
  const [first] = await db.read
    .select({ kind: campaigns.kind, slug: campaigns.slug })
    .from(campaigns)
    .where(eq(campaigns.state, "open"))
    .orderBy(asc(campaigns.number))
    .limit(1);
  const pages = [
    ["Home", "/"],
    ...(first ? [["A petition", publicCampaignPath(first)]] : []),
    ...(settings.isProduction ? [] : [["The mailbox", "/dev/mailbox"]]),
  ];
  const lines = pages.map(([name = "", path = ""]) => `  ${name.padEnd(12)} ${settings.appUrl}${path}`);
  const { organiser, moderator, admin } = DEMONSTRATION_PEOPLE;
  const people = settings.demo
    ? [`  Sign in as ${organiser}, ${moderator} or ${admin}:`, `  the link is in the mailbox.`, ""]
    : [];
  return ["", "Hear Hear is ready. Open:", "", ...lines, "", ...people].join("\n");
}
