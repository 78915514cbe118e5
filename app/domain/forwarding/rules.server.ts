import { eq, inArray } from "drizzle-orm";
import { FORWARDING_RULE } from "#app/policy-forwarding.ts";
import type { Reader } from "#db/database.ts";
import { type ForwardingRule, narrowed } from "./rules.ts";

/** The row of the site's own rule. */
export const SITE = "";

/** The rule that holds for a campaign: what its organiser chose within the site's, or else the site's. */
export async function ruleFor(read: Reader, campaignId: string): Promise<ForwardingRule> {
  const ruleOf = await rulesFor(read, [campaignId]);
  return ruleOf(campaignId);
}

/** The same for several campaigns at once. */
export async function rulesFor(
  read: Reader,
  campaignIds: readonly string[],
): Promise<(campaignId: string) => ForwardingRule> {
  const { forwardingRules } = read.tables;
  const rows = await read
    .select()
    .from(forwardingRules)
    .where(inArray(forwardingRules.campaignId, [SITE, ...new Set(campaignIds)]));
  const chosen = new Map(rows.map((row) => [row.campaignId, row]));
  const site: ForwardingRule = chosen.get(SITE) ?? FORWARDING_RULE;
  return (campaignId) => narrowed(site, chosen.get(campaignId));
}

/** The site's own rule: what an admin chose, or else the policy's. */
export async function siteRule(read: Reader): Promise<ForwardingRule> {
  return (await chosenRule(read, SITE)) ?? FORWARDING_RULE;
}

/** What somebody chose for a campaign, or for the site under `SITE`; undefined where nobody has chosen yet. */
export async function chosenRule(read: Reader, campaignId: string): Promise<ForwardingRule | undefined> {
  const { forwardingRules } = read.tables;
  const [row] = await read.select().from(forwardingRules).where(eq(forwardingRules.campaignId, campaignId));
  if (!row) return undefined;
  const { tellsMps, councillors, tellsRecipients, pace, sendsClosing, isPaused } = row;
  return { tellsMps, councillors, tellsRecipients, pace, sendsClosing, isPaused };
}
