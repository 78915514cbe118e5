import type { ReactElement } from "react";
import type { LedgerState } from "#app/domain/forwarding/ledger.ts";
import { DefinitionList } from "./definition-list.tsx";

/** What the open ledger has of each representative, in the order of its columns. */
export const TOLD_COLUMNS: readonly { name: string; meaning: string }[] = [
  {
    name: "id",
    meaning: "of their page here, /representatives/…; empty where nobody is known to hold the seat",
  },
  { name: "representative", meaning: "their name, or that of the office; empty where we do not know it" },
  { name: "kind", meaning: "mp, councillor or office" },
  { name: "invented", meaning: "true for somebody made up for a demonstration" },
  { name: "area", meaning: "the constituency, ward, county division or council that they speak for" },
  { name: "ons_code", meaning: "its code at the Office for National Statistics" },
  { name: "council", meaning: "the council of a ward, division or office; empty for MPs" },
  { name: "council_ons_code", meaning: "its code" },
  {
    name: "count",
    meaning: "how many have signed, as published; of somebody told before, the number they were told",
  },
  {
    name: "count_of",
    meaning:
      "of whom: constituents; at_least, where more may be theirs than we can place; across, of the whole county, because its divisions cannot be told apart; everyone, for those whom it is addressed to",
  },
  { name: "told_count", meaning: "how often they have been told of it" },
  { name: "first_told_at", meaning: "when first, in UTC; empty where never" },
  { name: "last_told_at", meaning: "when last, in UTC" },
  { name: "state", meaning: "where they stand; the words are below" },
  { name: "answered", meaning: "true where an answer of theirs is public here" },
  {
    name: "stance",
    meaning:
      "that answer: support, raise, oppose, contact (they ask people to write to their office), statement",
  },
  { name: "answered_at", meaning: "when it was published, in UTC" },
];

/** What each state of the open ledger says. None of them is said of a real person because of a rehearsal. */
const STATES: Record<LedgerState, string> = {
  would_be_told: "this site does not write to them; this is what it would tell",
  to_be_told: "waits for the next round",
  quiet: "left alone until a poll is over",
  left_out: "not among those whom the organiser or this site tells",
  no_address: "we know no address: ours to mend, not theirs",
  rehearsed: "an invented person was written to at an address that leads nowhere",
  sending: "on its way",
  sent: "has left us",
  delivered: "their mail server has taken it",
  uncertain: "may not have arrived",
  bounced: "came back",
  unreachable: "messages to the address we know come back",
  complained: "has left us, and they do not want such mail",
  paused: "they asked us not to write",
};

/** The columns of a ledger as data, and the words in them. */
export function ToldColumns(): ReactElement {
  return (
    <>
      <DefinitionList rows={TOLD_COLUMNS.map(({ name, meaning }) => ({ term: name, value: meaning }))} />
      <h3>What “state” can say</h3>
      <DefinitionList rows={Object.entries(STATES).map(([term, value]) => ({ term, value }))} />
    </>
  );
}
