import type { ReactElement } from "react";
import { namedLine, refusalWords } from "#app/domain/recipient/named-recipient.ts";
import type { NamedRecipientState } from "#db/tables/letter.ts";
import { Button } from "./button.tsx";
import { Chip } from "./chip.tsx";
import { RECIPIENT_CHIPS } from "./recipient-chips.ts";

interface RecipientRowsProps {
  named: readonly {
    publicId: string;
    name: string;
    role: string;
    organisation: string;
    isCopy: boolean;
    state: NamedRecipientState;
    reason: string;
    email: string;
  }[];
  /** Said of those who wait: nobody has looked at those of a draft, and nobody is meant to have. */
  isDraft?: boolean;
  mayChange: boolean;
}

/** Those whom a campaign names, in their order, each with where it stands and the way to take them off. */
export function RecipientRows({ named, isDraft = false, mayChange }: RecipientRowsProps): ReactElement {
  if (named.length === 0) return <p>Nobody is named yet.</p>;
  return (
    <ul className="representatives plain-list">
      {named.map((one) => {
        const { publicId, isCopy, state, reason, email } = one;
        const isStanding = state === "waiting" || state === "accepted";
        return (
          <li key={publicId}>
            {namedLine(one)} {isCopy ? <Chip words="Copy" /> : null}{" "}
            {isDraft ? null : <Chip {...RECIPIENT_CHIPS[state]} />}
            <span className="detail">
              {email !== ""
                ? `At ${email}, which only you and moderators see`
                : state === "waiting"
                  ? "No address given: named in public, told of nothing"
                  : state === "declined"
                    ? refusalWords(reason)
                    : ""}
            </span>
            {mayChange && isStanding ? (
              <form method="post">
                <input type="hidden" name="recipient" value={publicId} />
                <Button tone="quiet" name="intent" value="remove">
                  Take off<span className="hidden">: {namedLine(one)}</span>
                </Button>
              </form>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
