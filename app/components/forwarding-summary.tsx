import type { ReactElement } from "react";
import { Notice } from "./notice.tsx";

interface ForwardingSummaryProps {
  rule: {
    tellsMps: boolean;
    councillors: "concerned" | "all" | "none";
    tellsRecipients: boolean;
    pace: "usual" | "slow";
    sendsClosing: boolean;
    isPaused: boolean;
  };
  /** The whole site is paused, and nobody but an admin can change that. */
  isSitePaused: boolean;
  /** This site writes to nobody at all. */
  isOff: boolean;
}

const COUNCILLORS = {
  all: "the councillors of every place with enough signatures",
  concerned: "the councillors of the council that is asked to act",
  none: undefined,
} as const;

/** The rule that holds today, in a sentence or two. */
export function ForwardingSummary({ rule, isSitePaused, isOff }: ForwardingSummaryProps): ReactElement {
  const who = [
    rule.tellsMps ? "Members of Parliament" : undefined,
    COUNCILLORS[rule.councillors],
    rule.tellsRecipients ? "those it is addressed to" : undefined,
  ].filter((one) => one !== undefined);
  return (
    <>
      {isOff ? (
        <Notice>
          <p>Messages are switched off on this site. This is what would be told.</p>
        </Notice>
      ) : null}
      {rule.isPaused ? (
        <Notice tone="problem">
          <p>
            {isSitePaused
              ? "All messages of this site are paused at present. Nothing is sent."
              : "You have paused the messages. Nothing is sent until you take the tick away."}
          </p>
        </Notice>
      ) : null}
      <p>
        {who.length === 0 ? "Nobody is told." : `Told are ${listed(who)}.`}{" "}
        {rule.pace === "slow" ? "They hear at every second step." : "They hear at every step."}{" "}
        {rule.sendsClosing
          ? "Everybody told hears once more when it closes."
          : "Nobody hears when it closes."}
      </p>
    </>
  );
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}
