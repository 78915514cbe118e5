import { v7 } from "uuid";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import type { Site } from "../site.ts";
import { insertTerm, newTermProblem } from "./add-term.server.ts";
import type { AddForm } from "./admin-forms.ts";
import { holdArea } from "./hold-rows.server.ts";
import { nameKeyOf, usualTitle } from "./naming.ts";
import type { TermProblem } from "./seat-rules.ts";
import { acceptOffered } from "./settle-correction.server.ts";

/** What became of adding somebody. */
export type AddOutcome =
  | { outcome: "added"; publicId: string }
  | { outcome: "refused"; problem: TermProblem | "no_area" };

/**
 * Adds a person or an office with a first term in an area, where nobody is in the way. Where it comes from a
 * correction, that is accepted with it.
 */
export async function addRepresentative(
  site: Site,
  { form, gssCode, accountId }: { form: AddForm; gssCode: string; accountId: string },
  now: number,
): Promise<AddOutcome> {
  return site.db.transaction("add representative", async (tx) => {
    const { representatives } = tx.tables;
    const area = await holdArea(tx, gssCode);
    if (!area) return { outcome: "refused", problem: "no_area" };
    const { kind, name } = form;
    const id = v7({ msecs: now });
    const publicId = newPublicId();
    const nameKey = nameKeyOf(name);
    const person = {
      id,
      publicId,
      kind,
      sourceKey: `admin:${publicId}`,
      name,
      nameKey,
      fullTitle: form.fullTitle || usualTitle(kind, name, area.name),
      isInvented: false,
      language: "en",
    };
    const problem = await newTermProblem(tx, { person, area, form }, now);
    if (problem) return { outcome: "refused", problem };
    await tx.insert(representatives).values(person);
    await insertTerm(tx, site, { representativeId: id, gssCode, form }, now);
    await appendAudit(
      tx,
      { accountId, action: "add_representative", subject: id, detail: `${kind} ${gssCode}` },
      now,
    );
    if (form.correction !== "") await acceptOffered(tx, site, { publicId: form.correction, accountId }, now);
    return { outcome: "added", publicId };
  });
}
