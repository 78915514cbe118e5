import type { ReactElement } from "react";
import { namedLine } from "#app/domain/recipient/named-recipient.ts";
import type { NamedRecipientState } from "#db/tables/letter.ts";
import { Chip } from "./chip.tsx";
import { RECIPIENT_CHIPS } from "./recipient-chips.ts";

/** Somebody whom the organisers address, as the desk lists them. */
export interface ModeratedRecipient {
  publicId: string;
  name: string;
  role: string;
  organisation: string;
  isCopy: boolean;
  state: NamedRecipientState;
  email: string;
}

interface ModerateRecipientsProps {
  named: readonly ModeratedRecipient[];
  isInReview: boolean;
}

/** Whom a campaign is addressed to, each with the way to compare them with their page. */
export function ModerateRecipients({ named, isInReview }: ModerateRecipientsProps): ReactElement | null {
  if (named.length === 0) return null;
  const isWaiting = named.some(({ state }) => state === "waiting");
  return (
    <>
      <h2>Whom it is addressed to</h2>
      {isInReview && isWaiting ? (
        <p>Whoever still waits when you publish it is left out until somebody has looked at them.</p>
      ) : null}
      <ul className="queues plain-list">
        {named.map((one) => (
          <li key={one.publicId}>
            <a href={`/moderate/recipients/${one.publicId}`}>{namedLine(one)}</a>{" "}
            <Chip {...RECIPIENT_CHIPS[one.state]} />
            <span className="detail">
              {one.isCopy ? "Gets a copy" : "Is asked to answer"}
              {one.state !== "waiting" ? "" : one.email === "" ? " · no address given" : ` · ${one.email}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
