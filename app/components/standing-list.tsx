import type { ReactElement } from "react";
import type { ListedStanding } from "#app/domain/open-letter/read-standing.server.ts";
import { STANDING_TARGET_HOURS } from "#app/policy-letters.ts";
import type { StandingState } from "#db/tables/letter.ts";
import { Chip, type ChipTone } from "./chip.tsx";
import { londonDay } from "./format.ts";
import { urgencyChip, waitedWords } from "./moderate-words.ts";

/** Where a claim stands, for moderators. */
export const STANDING_CHIPS: Record<StandingState, { words: string; tone: ChipTone }> = {
  unconfirmed: { words: "Not confirmed", tone: "plain" },
  waiting: { words: "Waits", tone: "waiting" },
  vouched: { words: "Vouched for", tone: "ok" },
  declined: { words: "Declined", tone: "refused" },
  set_aside: { words: "Set aside with its signature", tone: "plain" },
};

/** What people claim to be, one line each, and since when it waits or how it was settled. */
export function StandingList({
  standings,
  now,
}: {
  standings: readonly ListedStanding[];
  now: number;
}): ReactElement {
  return (
    <ul className="moves plain-list">
      {standings.map(({ publicId, title, state, isForOrganisation, role, organisation, at }) => (
        <li key={publicId}>
          <a href={`/moderate/standings/${publicId}`}>
            {[role, organisation].filter((part) => part !== "").join(", ")}
          </a>
          <span className="detail">
            {isForOrganisation ? "Signs for the organisation: " : "Signs: "}
            {title}
          </span>
          {state === "waiting" ? (
            <span className="detail">
              <Chip {...urgencyChip(at, STANDING_TARGET_HOURS, now)} /> It has waited {waitedWords(at, now)}
            </span>
          ) : (
            <span className="detail">
              <Chip {...STANDING_CHIPS[state]} /> {londonDay(at)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
