import { eq, gt } from "drizzle-orm";
import { queueMail } from "../mail/queue-mail.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { type AuthorReplyForm, operatorDeadline } from "./complaint.ts";
import { AUTHOR_COLUMNS, complaintPlace } from "./complaints.server.ts";
import { moveComplaint } from "./move-complaint.server.ts";

/**
 * Takes an author's answer, once and in time. Who agrees leaves the removal to us, within forty-eight hours; who
 * stands by the words gives name and address, and whoever complained is told at once, with both where the author
 * allows it. `too_late` from the deadline on, whether or not anything has been done since; `answered_already` where
 * there is an answer, or the matter is settled.
 */
export async function answerComplaint(
  site: Site,
  { token, form }: { token: string; form: AuthorReplyForm },
  now: number,
): Promise<"answered" | "too_late" | "answered_already" | "unknown"> {
  return site.db.transaction("answer complaint", async (tx) => {
    const { complaints } = tx.tables;
    const complaintId = await findLinkedRow(tx, token, ["author_reply"]);
    if (complaintId === undefined) return "unknown";
    const isInTime = gt(complaints.dueAt, now);
    const step = { complaintId, from: "author_asked", mover: "author", where: isInTime } as const;
    const dueAt = operatorDeadline(now);
    if (form.answer === "agree") {
      if (await moveComplaint(tx, { ...step, to: "author_agreed", set: { dueAt } }, now)) return "answered";
    } else {
      const { authorSharesDetails } = form;
      const [authorName, authorPostal, authorWords] = AUTHOR_COLUMNS.map((column) =>
        site.keyring.seal(complaintPlace(complaintId, column), form[column]),
      );
      const set = { authorName, authorPostal, authorWords, authorSharesDetails, dueAt };
      const detail = authorSharesDetails ? "shares_details" : "keeps_details";
      if (await moveComplaint(tx, { ...step, to: "author_disagreed", detail, set }, now)) {
        await queueMail(tx, site, { template: "complaint-answered", rowId: complaintId }, now);
        return "answered";
      }
    }
    const [row] = await tx.select().from(complaints).where(eq(complaints.id, complaintId));
    if (!row || row.state === "waiting") return "unknown";
    return row.state === "author_asked" || row.state === "author_silent" ? "too_late" : "answered_already";
  });
}
