import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { londonDay } from "../time/london.ts";
import type { PetitionRuleForm } from "./petition-rule-form.ts";
import { findArea } from "./queries.server.ts";

/** Writes down a council's rule as a moderator has read it at its source today; only then is it shown to anybody. */
export async function checkPetitionRule(
  site: Site,
  { accountId, gssCode, form }: { accountId: string; gssCode: string; form: PetitionRuleForm },
  now: number,
): Promise<"checked" | "unknown_council"> {
  return site.db.transaction("check petition rule", async (tx) => {
    const council = await findArea(tx, gssCode);
    if (council?.level !== "council") return "unknown_council";
    const { hasRead: _, ...rule } = form;
    const { petitionRules } = tx.tables;
    const row = { ...rule, checkedOn: londonDay(now) };
    await tx
      .insert(petitionRules)
      .values({ gssCode, ...row })
      .onConflictDoUpdate({ target: petitionRules.gssCode, set: row });
    const detail = `accepted ${rule.minSignatures ?? "–"}, officer ${rule.officerThreshold ?? "–"}, debate ${rule.debateThreshold ?? "–"}`;
    await appendAudit(tx, { accountId, action: "check_petition_rule", subject: gssCode, detail }, now);
    return "checked";
  });
}
