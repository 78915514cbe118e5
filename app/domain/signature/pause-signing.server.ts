import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { beginSigningPause } from "./signing-pause.server.ts";

/**
 * Stops all signing and confirming on the whole site at once. While it lasts no campaign falls due, no signature
 * runs out, no reminder goes. For admins.
 */
export async function pauseSigning(
  site: Pick<Site, "db">,
  { accountId }: { accountId: string },
  now: number,
): Promise<"paused" | "already_paused"> {
  return site.db.transaction("pause signing", async (tx) => {
    if (!(await beginSigningPause(tx, now))) return "already_paused";
    await appendAudit(tx, { accountId, action: "pause_signing", subject: "site", detail: "" }, now);
    return "paused";
  });
}
