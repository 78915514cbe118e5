import { and, eq } from "drizzle-orm";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import type { NameForm } from "./admin-forms.ts";
import { findRepresentativeRow } from "./admin-queries.server.ts";
import { nameKeyOf, usualTitle } from "./naming.ts";
import { versionOf } from "./version.server.ts";

/** Corrects how somebody is called; `changed` where somebody else has changed it since the form was opened. */
export async function correctName(
  site: Site,
  { publicId, form, accountId }: { publicId: string; form: NameForm; accountId: string },
  now: number,
): Promise<"corrected" | "unchanged" | "changed" | "unknown"> {
  return site.db.transaction("correct name", async (tx) => {
    const { representatives } = tx.tables;
    const before = await findRepresentativeRow(tx, publicId);
    if (!before) return "unknown";
    if (versionOf(before) !== form.version) return "changed";
    const { name } = form;
    const fullTitle = form.fullTitle || usualTitle(before.kind, name, "");
    if (name === before.name && fullTitle === before.fullTitle) return "unchanged";
    const written = await tx
      .update(representatives)
      .set({ name, nameKey: nameKeyOf(name), fullTitle })
      .where(
        and(
          eq(representatives.id, before.id),
          eq(representatives.name, before.name),
          eq(representatives.fullTitle, before.fullTitle),
        ),
      )
      .returning({ id: representatives.id });
    if (written.length === 0) return "changed";
    const fields = [name === before.name ? "" : "name", fullTitle === before.fullTitle ? "" : "title"];
    const detail = fields.filter(Boolean).join(" ");
    await appendAudit(tx, { accountId, action: "correct_name", subject: before.id, detail }, now);
    return "corrected";
  });
}
