import type { Counted } from "./counted.ts";
import type { Candidate, LastTold } from "./judge.ts";
import type { Planning } from "./planning.server.ts";
import type { ForwardingRule, ToldAs } from "./rules.ts";

/** Puts together all that decides whether somebody is told. */
export function candidateOf(
  counted: Counted,
  { quiet, concerns }: Pick<Planning, "quiet" | "concerns">,
  { rule, lastTold }: { rule: ForwardingRule; lastTold?: LastTold },
): Candidate {
  const { addressHash, termId, representativeId, gssCode, level, basis, seat } = counted;
  const { campaignId, campaignState, closedAt, bodyGss, tally } = counted;
  return {
    ...{ addressHash, termId, representativeId, gssCode, level, basis },
    ...{ campaignId, campaignState, closedAt, tally, rule, lastTold },
    as: capacity(counted, concerns(bodyGss, seat.parentGss)),
    poll: quiet.pollIn(seat),
  };
}

/** As whom somebody is told of a count, from their seat. */
export function capacity({ basis, seat }: Pick<Counted, "basis" | "seat">, isConcerned: boolean): ToldAs {
  if (basis === "everyone") return "recipient";
  if (seat.level === "constituency") return "mp";
  return isConcerned ? "concerned" : "councillor";
}
