import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { endTroubles, findDispatchStop } from "./dispatch-stop.server.ts";

/** Lets mail to representatives go on after a stop, before its pause is over. For admins. */
export async function resumeDispatch(
  site: Pick<Site, "db" | "wake">,
  accountId: string,
  now: number,
): Promise<"resumed" | "not_stopped"> {
  return site.db.transaction("resume dispatch", async (tx) => {
    if (!(await findDispatchStop(tx)) || !(await endTroubles(tx))) return "not_stopped";
    await appendAudit(tx, { accountId, action: "resume_dispatch", subject: "site", detail: "" }, now);
    tx.afterCommit(() => site.wake());
    return "resumed";
  });
}
