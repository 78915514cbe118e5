import type { ReactElement } from "react";
import type { ProposalState } from "#db/tables/history.ts";
import { Button } from "./button.tsx";
import { Chip } from "./chip.tsx";
import { londonDay } from "./format.ts";
import { PROPOSAL_WORDS } from "./organise-words.ts";
import { Quoted } from "./quoted.tsx";

/** A proposed change in a line: when, why, and what a moderator said. */
export interface ListedChange {
  publicId: string;
  state: ProposalState;
  title: string;
  why: string;
  note: string;
  createdAt: number;
}

interface OrganiseChangesProps {
  changes: readonly ListedChange[];
  /** Where the form that takes one back goes. */
  action: string;
}

/** What was proposed and what became of it, the newest first; nothing where nothing was. */
export function OrganiseChanges({ changes, action }: OrganiseChangesProps): ReactElement | null {
  if (changes.length === 0) return null;
  return (
    <section>
      <h2>Changes that were proposed</h2>
      <ul className="organised plain-list">
        {changes.map(({ publicId, state, title, why, note, createdAt }) => (
          <li key={publicId}>
            <span>
              {londonDay(createdAt)}: {title}
            </span>
            <Chip words={PROPOSAL_WORDS[state].words} tone={PROPOSAL_WORDS[state].tone} />
            <p className="soft">{why}</p>
            {note === "" ? null : <Quoted words={note} />}
            {state === "waiting" ? (
              <form method="post" action={action}>
                <input type="hidden" name="change" value={publicId} />
                <Button tone="quiet" name="intent" value="take_back">
                  Take it back
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
