import type { Basis } from "./basis.ts";
import type { Counted } from "./counted.ts";
import type { Candidate, LastTold } from "./judge.ts";
import type { Planning } from "./planning.server.ts";
import type { PolledArea } from "./polls.ts";
import type { ForwardingRule, ToldAs } from "./rules.ts";

/** Puts together all that decides whether somebody is told. */
export function candidateOf(
  counted: Counted,
  { quiet, concerns }: Pick<Planning, "quiet" | "concerns">,
  { rule, lastTold }: { rule: ForwardingRule; lastTold?: LastTold },
): Candidate {
  const { bodyGss, seat } = counted;
  const as = capacity(counted, concerns(bodyGss, seat.parentGss));
  return { ...counted, as, rule, lastTold, poll: quiet.pollIn(seat) };
}

/** As whom somebody is told of a count, from their seat. */
export function capacity(
  { basis, seat }: { basis: Basis; seat: Pick<PolledArea, "level"> },
  isConcerned: boolean,
): ToldAs {
  if (basis === "everyone") return "recipient";
  if (seat.level === "constituency") return "mp";
  return isConcerned ? "concerned" : "councillor";
}
