import type { ReactElement } from "react";

export interface HeadedRecipient {
  publicId: string;
  name: string;
  role: string;
  organisation: string;
  isCopy: boolean;
}

interface LetterRecipientsProps {
  recipients: readonly HeadedRecipient[];
  /** Stands there where nobody is named. */
  bodyName: string;
}

/** The head of a letter: to whom, and who gets a copy. */
export function LetterRecipients({ recipients, bodyName }: LetterRecipientsProps): ReactElement {
  const copies = recipients.filter(({ isCopy }) => isCopy);
  const addressed = recipients.filter(({ isCopy }) => !isCopy);
  return (
    <div className="letter-to">
      <p className="hidden">To</p>
      {addressed.length === 0 ? (
        <p>
          <b>{bodyName}</b>
        </p>
      ) : (
        <ul className="plain-list">
          {addressed.map((recipient) => (
            <li key={recipient.publicId}>
              <Lines {...recipient} />
            </li>
          ))}
        </ul>
      )}
      {copies.length === 0 ? null : (
        <p className="letter-copies">
          <b>{copies.length === 1 ? "Copy to" : "Copies to"}</b> {copies.map(inOneLine).join("; ")}
        </p>
      )}
    </div>
  );
}

function Lines(recipient: HeadedRecipient): ReactElement {
  const [first = "", ...rest] = partsOf(recipient);
  return (
    <>
      <b>{first}</b>
      {rest.map((part) => (
        <span key={part}>
          <span className="hidden">, </span>
          {part}
        </span>
      ))}
    </>
  );
}

/** "Orla Penhale, Director of Children's Services, Worcestershire County Council" */
export function inOneLine(recipient: Omit<HeadedRecipient, "publicId" | "isCopy">): string {
  return partsOf(recipient).join(", ");
}

function partsOf({ name, role, organisation }: Omit<HeadedRecipient, "publicId" | "isCopy">): string[] {
  return [name, role, organisation].filter((part) => part !== "");
}
