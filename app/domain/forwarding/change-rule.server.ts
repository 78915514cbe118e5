import { and, eq } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { versionOf } from "../representative/version.server.ts";
import type { Site } from "../site.ts";
import type { RuleForm } from "./rule-form.ts";
import { chosenRule, SITE, siteRule } from "./rules.server.ts";
import type { ForwardingRule } from "./rules.ts";

/** What somebody may choose: as it stands, and the version that the form carries back. */
export interface ChosenRule {
  rule: ForwardingRule;
  version: string;
}

/** The rule that an admin (for `SITE`) or an organiser last chose; the site's where an organiser has chosen nothing. */
export async function ruleToChange(read: Reader, campaignId: string): Promise<ChosenRule> {
  const chosen = await chosenRule(read, campaignId);
  return { rule: chosen ?? (await siteRule(read)), version: versionOf({ ...chosen }) };
}

/**
 * Chooses who is told and how often: for the whole site under `SITE`, or for one campaign, where it counts as far as
 * the site's rule lets it. Holds from the next round on; what is planned is asked again before it is sent.
 * `changed`: somebody else has chosen since the form was opened. Who may do this is the caller's to ask.
 */
export async function changeRule(
  site: Site,
  { campaignId, accountId, form }: { campaignId: string; accountId: string; form: RuleForm },
  now: number,
): Promise<"saved" | "unchanged" | "changed"> {
  return site.db.transaction("change forwarding rule", async (tx) => {
    const before = await chosenRule(tx, campaignId);
    if (versionOf({ ...before }) !== form.version) return "changed";
    const { version: _, ...rule } = form;
    if (before && detailOf(before) === detailOf(rule)) return "unchanged";
    const row = { campaignId, ...rule, changedAt: now, changedBy: accountId };
    const isSaved = before ? await replace(tx, before, row) : await insertFirst(tx, row);
    if (!isSaved) return "changed";
    const action = campaignId === SITE ? "change_site_forwarding" : "change_forwarding";
    await appendAudit(tx, { accountId, action, subject: campaignId, detail: detailOf(rule) }, now);
    return "saved";
  });
}

type Row = ForwardingRule & { campaignId: string; changedAt: number; changedBy: string };

async function insertFirst(tx: Tx, row: Row): Promise<boolean> {
  const { forwardingRules } = tx.tables;
  const made = await tx.insert(forwardingRules).values(row).onConflictDoNothing().returning();
  return made.length > 0;
}

async function replace(tx: Tx, before: ForwardingRule, row: Row): Promise<boolean> {
  const { forwardingRules } = tx.tables;
  const changed = await tx
    .update(forwardingRules)
    .set(row)
    .where(
      and(
        eq(forwardingRules.campaignId, row.campaignId),
        eq(forwardingRules.tellsMps, before.tellsMps),
        eq(forwardingRules.councillors, before.councillors),
        eq(forwardingRules.tellsRecipients, before.tellsRecipients),
        eq(forwardingRules.pace, before.pace),
        eq(forwardingRules.sendsClosing, before.sendsClosing),
        eq(forwardingRules.isPaused, before.isPaused),
      ),
    )
    .returning();
  return changed.length > 0;
}

/** The rule in a few codes, for the audit log. */
function detailOf({
  tellsMps,
  councillors,
  tellsRecipients,
  pace,
  sendsClosing,
  isPaused,
}: ForwardingRule): string {
  const yes = (claim: boolean) => (claim ? "yes" : "no");
  return [
    `mps ${yes(tellsMps)}`,
    `councillors ${councillors}`,
    `recipients ${yes(tellsRecipients)}`,
    `pace ${pace}`,
    `closing ${yes(sendsClosing)}`,
    `paused ${yes(isPaused)}`,
  ].join(", ");
}
