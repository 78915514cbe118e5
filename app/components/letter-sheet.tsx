import type { ReactElement, ReactNode } from "react";
import type { LetterSetting } from "#app/domain/campaign/text-content.ts";
import { calendarDay } from "./format.ts";
import { type HeadedRecipient, LetterRecipients } from "./letter-recipients.tsx";
import { PlainText } from "./plain-text.tsx";

interface LetterSheetProps {
  letter: LetterSetting;
  /** Whom it is addressed to, in their order; where nobody is named yet, `bodyName` stands there. */
  recipients: readonly HeadedRecipient[];
  bodyName: string;
  why: string;
  asks: readonly { text: string }[];
  /** Who sends it, under the close: the group, or whoever started it. */
  organiserName: string;
  /** Those who signed first. */
  children?: ReactNode;
}

/** An open letter as it would lie on a desk: place and date, whom it is to, greeting, words, demands, close, names. */
export function LetterSheet(props: LetterSheetProps): ReactElement {
  const { letter, recipients, bodyName, why, asks, organiserName, children } = props;
  const dateline = [letter.place, letter.datedOn === "" ? "" : calendarDay(letter.datedOn)];
  const said = dateline.filter((part) => part !== "").join(", ");
  return (
    <article className="letter" aria-label="The letter">
      {said === "" ? null : <p className="letter-date">{said}</p>}
      <LetterRecipients recipients={recipients} bodyName={bodyName} />
      {letter.salutation === "" ? null : <p className="letter-greeting">{withComma(letter.salutation)}</p>}
      <PlainText text={why} />
      {/[:：]\s*$/.test(why) ? null : <p>We ask:</p>}
      <ol className="letter-asks">
        {asks.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
      {letter.close === "" ? null : <p className="letter-close">{withComma(letter.close)}</p>}
      <p className="letter-from">{organiserName}</p>
      {children}
    </article>
  );
}

/** A greeting and a close end with a comma, as letters here do, unless they end with a mark of their own. */
export function withComma(words: string): string {
  return /[\p{P}]$/u.test(words) ? words : `${words},`;
}
