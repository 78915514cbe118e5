import type { CouncillorScope, StepPace } from "#db/tables/forwarding.ts";

/** Who is told of a campaign, and how often. */
export interface ForwardingRule {
  tellsMps: boolean;
  councillors: CouncillorScope;
  tellsRecipients: boolean;
  pace: StepPace;
  sendsClosing: boolean;
  /** Nobody is told anything while this is so. */
  isPaused: boolean;
}

/**
 * As whom somebody is told: as a member of parliament, as a councillor of the council concerned or of another, or
 * because the campaign is addressed to them.
 */
export type ToldAs = "mp" | "concerned" | "councillor" | "recipient";

/** Scopes from the widest to the narrowest. */
const SCOPES = ["all", "concerned", "none"] as const satisfies CouncillorScope[];

/** What an organiser chose, as far as the site's own rule lets it: never wider, never more often. */
export function narrowed(site: ForwardingRule, own: ForwardingRule | undefined): ForwardingRule {
  if (own === undefined) return site;
  return {
    tellsMps: site.tellsMps && own.tellsMps,
    councillors: narrower(site.councillors, own.councillors),
    tellsRecipients: site.tellsRecipients && own.tellsRecipients,
    pace: site.pace === "slow" ? "slow" : own.pace,
    sendsClosing: site.sendsClosing && own.sendsClosing,
    isPaused: site.isPaused || own.isPaused,
  };
}

/** The scopes that are no wider than one, the widest first. */
export function scopesWithin(widest: CouncillorScope): CouncillorScope[] {
  return SCOPES.slice(SCOPES.indexOf(widest));
}

/** Whether a rule lets somebody be told; `isClosing`: of the end of a campaign. */
export function allows(rule: ForwardingRule, as: ToldAs, isClosing: boolean): boolean {
  if (rule.isPaused || (isClosing && !rule.sendsClosing)) return false;
  switch (as) {
    case "mp":
      return rule.tellsMps;
    case "concerned":
      return rule.councillors !== "none";
    case "councillor":
      return rule.councillors === "all";
    case "recipient":
      return rule.tellsRecipients;
  }
}

function narrower(one: CouncillorScope, other: CouncillorScope): CouncillorScope {
  return SCOPES.indexOf(one) > SCOPES.indexOf(other) ? one : other;
}
