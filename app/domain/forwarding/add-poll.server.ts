import { v7 } from "uuid";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import type { Site } from "../site.ts";
import { findPolledArea } from "./find-polled-area.server.ts";
import type { PollForm } from "./poll-form.ts";

/** Enters a poll: from its first quiet day to the day of the poll nobody whom it concerns is written to. */
export async function addPoll(
  site: Site,
  { accountId, form }: { accountId: string; form: PollForm },
  now: number,
): Promise<"added" | "unknown_place" | "ambiguous_place"> {
  return site.db.transaction("add poll", async (tx) => {
    const { kind, name, pollOn, quietFrom, source } = form;
    const found = await findPolledArea(tx, form);
    if ("problem" in found) return found.problem === "unknown" ? "unknown_place" : "ambiguous_place";
    const publicId = newPublicId();
    await tx.insert(tx.tables.polls).values({
      ...{ id: v7({ msecs: now }), publicId, kind, name, area: found.area },
      ...{ quietFrom, pollOn, source, isCancelled: false },
    });
    const detail = `${kind} ${found.area || "everywhere"}: quiet from ${quietFrom}, poll on ${pollOn}`;
    await appendAudit(tx, { accountId, action: "add_poll", subject: publicId, detail }, now);
    return "added";
  });
}
