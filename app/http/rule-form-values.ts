import type { ChosenRule } from "../domain/forwarding/change-rule.server.ts";

/** A rule as its form shows it. */
export function ruleFormValues({ rule, version }: ChosenRule): Record<string, string> {
  const tick = (claim: boolean) => (claim ? "on" : "");
  return {
    tellsMps: tick(rule.tellsMps),
    councillors: rule.councillors,
    tellsRecipients: tick(rule.tellsRecipients),
    pace: rule.pace,
    sendsClosing: tick(rule.sendsClosing),
    isPaused: tick(rule.isPaused),
    version,
  };
}
