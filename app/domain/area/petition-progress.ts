import type { PetitionRule } from "./petition-rule.server.ts";

/** What a council's rule promises from a number of signatures on. */
export interface PetitionStep {
  kind: "debate" | "officer" | "accepted";
  needed: number;
  isPassed: boolean;
}

/** What a rule promises, the largest number last; `total` is a published count. */
export function petitionSteps(
  rule: Pick<PetitionRule, "minSignatures" | "debateThreshold" | "officerThreshold">,
  total: number,
): PetitionStep[] {
  const { minSignatures, debateThreshold, officerThreshold } = rule;
  const found = [
    { kind: "accepted" as const, needed: minSignatures },
    { kind: "officer" as const, needed: officerThreshold },
    { kind: "debate" as const, needed: debateThreshold },
  ];
  return found
    .flatMap(({ kind, needed }) =>
      needed === null || needed < 1 ? [] : [{ kind, needed, isPassed: total >= needed }],
    )
    .sort((a, b) => a.needed - b.needed);
}

/** The step that a campaign is on its way to: the next one, or the last one where all are passed. */
export function stepAhead(steps: readonly PetitionStep[]): PetitionStep | undefined {
  return steps.find(({ isPassed }) => !isPassed) ?? steps.at(-1);
}

/** The highest step worth claiming that is passed: being accepted alone needs no claim. */
export function stepToClaim(steps: readonly PetitionStep[]): PetitionStep | undefined {
  const claimed = steps.filter(({ kind, isPassed }) => isPassed && kind !== "accepted");
  return claimed.find(({ kind }) => kind === "debate") ?? claimed.at(-1);
}
