import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { londonDay } from "../time/london.ts";
import type { EndForm } from "./admin-forms.ts";
import { holdArea, holdRepresentative } from "./hold-rows.server.ts";
import { seatProblem } from "./seat-problem.server.ts";
import { spanProblem, type TermProblem } from "./seat-rules.ts";
import { findTerm, isAsRead } from "./term-rows.server.ts";
import { versionOf } from "./version.server.ts";

/** What became of ending a term; `changed`: somebody else has changed it since the form was opened. */
export type EndOutcome =
  | { outcome: "ended" | "resumed" | "unchanged" | "changed" | "unknown" }
  | { outcome: "refused"; problem: TermProblem };

/**
 * Sets the last day of a term, or takes it off where the term runs on after all and nobody has followed. From the
 * day after, nothing that is planned for them is sent; what they were told stays theirs.
 */
export async function endTerm(
  site: Site,
  input: { publicId: string; key: string; form: EndForm; accountId: string },
  now: number,
): Promise<EndOutcome> {
  const { publicId, key, form, accountId } = input;
  return site.db.transaction("end term", async (tx) => {
    const { terms } = tx.tables;
    const person = await holdRepresentative(tx, publicId);
    const before = person && (await findTerm(tx, person.id, key));
    if (!person || !before) return { outcome: "unknown" };
    if (versionOf(before) !== form.version) return { outcome: "changed" };
    const { endsOn } = form;
    if (endsOn === before.endsOn) return { outcome: "unchanged" };
    const area = await holdArea(tx, before.gssCode);
    if (!area) return { outcome: "unknown" };
    const { gssCode, startsOn } = before;
    const sitting = {
      ...{ gssCode, startsOn, endsOn, termId: before.id, isAnother: true },
      ...{ representativeId: person.id, kind: person.kind, nameKey: person.nameKey },
    };
    const problem = spanProblem(area, sitting, londonDay(now)) ?? (await seatProblem(tx, sitting));
    if (problem) return { outcome: "refused", problem };
    const written = await tx
      .update(terms)
      .set({ endsOn })
      .where(isAsRead(tx, before))
      .returning({ id: terms.id });
    if (written.length === 0) return { outcome: "changed" };
    const detail = `${gssCode}: ${endsOn || "runs on"}`;
    await appendAudit(tx, { accountId, action: "end_term", subject: person.id, detail }, now);
    return { outcome: endsOn === "" ? "resumed" : "ended" };
  });
}
