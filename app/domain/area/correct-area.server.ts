import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { textLine } from "../representative/admin-forms.ts";
import { versionOf } from "../representative/version.server.ts";
import type { Site } from "../site.ts";
import { findArea } from "./queries.server.ts";

const NAME_LENGTH = 120;

/** What an admin may put right of an area. */
export const AreaForm = z.object({
  name: textLine(NAME_LENGTH, "Enter the name"),
  homepageUrl: z
    .string()
    .default("")
    .transform((text) => text.trim())
    .refine(
      (text) =>
        text === "" || (/^https?:\/\/[^\s\p{C}]+$/iu.test(text) && URL.canParse(text) && text.length <= 300),
      "Enter the whole address of the homepage, beginning with https://",
    ),
  domain: z
    .string()
    .default("")
    .transform((text) =>
      text
        .trim()
        .toLowerCase()
        .replace(/^www\./, ""),
    )
    .refine(
      (text) =>
        text === "" ||
        (text.length <= 253 &&
          /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/.test(text)),
      "Enter the domain alone, like worcester.gov.uk",
    )
    .refine(
      (text) => !SHARED_SUFFIXES.has(text),
      "Enter the council’s own domain: this one is shared by many",
    ),
  version: z.string().max(64).default(""),
});
export type AreaForm = z.infer<typeof AreaForm>;

/** Below these anybody of a kind may have a domain. */
const SHARED_SUFFIXES = new Set(["gov.uk", "gov.wales", "gov.scot", "org.uk", "co.uk", "ac.uk", "nhs.uk"]);

/**
 * Corrects an area's name, homepage and domain, and remembers what was corrected (`keepAreaCorrections`). Its address
 * on this site stays. `changed` where somebody else has changed it since the form was opened.
 */
export async function correctArea(
  site: Site,
  { gssCode, form, accountId }: { gssCode: string; form: AreaForm; accountId: string },
  now: number,
): Promise<"corrected" | "unchanged" | "changed" | "unknown"> {
  return site.db.transaction("correct area", async (tx) => {
    const { areas, areaCorrections } = tx.tables;
    const before = await findArea(tx, gssCode);
    if (!before) return "unknown";
    if (versionOf(before) !== form.version) return "changed";
    const { version: _, ...values } = form;
    const fields = (["name", "homepageUrl", "domain"] as const).filter(
      (name) => before[name] !== values[name],
    );
    if (fields.length === 0) return "unchanged";
    const written = await tx
      .update(areas)
      .set(values)
      .where(
        and(
          eq(areas.gssCode, gssCode),
          eq(areas.name, before.name),
          eq(areas.homepageUrl, before.homepageUrl),
          eq(areas.domain, before.domain),
        ),
      )
      .returning({ gssCode: areas.gssCode });
    if (written.length === 0) return "changed";
    const corrected = Object.fromEntries(fields.map((field) => [field, values[field]]));
    await tx
      .insert(areaCorrections)
      .values({ gssCode, name: "", homepageUrl: "", domain: "", ...corrected })
      .onConflictDoUpdate({ target: areaCorrections.gssCode, set: corrected });
    await appendAudit(
      tx,
      { accountId, action: "correct_area", subject: gssCode, detail: fields.join(" ") },
      now,
    );
    return "corrected";
  });
}
