import type { ReactElement } from "react";
import { PageHeading } from "./page-heading.tsx";

interface MailSentProps {
  lede: string;
  /** Why the page says the same to everybody. */
  reason: string;
  /** Outside production the mail can be looked at here. */
  showsMailbox: boolean;
}

/** Says that a mail is on its way, the same to everybody. */
export function MailSent({ lede, reason, showsMailbox }: MailSentProps): ReactElement {
  return (
    <div className="prose">
      <PageHeading title="Check your e-mail" lede={lede} />
      <p>{reason}</p>
      <p>No mail after some minutes? Look in spam, or try the other addresses you use.</p>
      {showsMailbox ? (
        <p>
          On this demonstration no mail leaves. <a href="/dev/mailbox">Open the mailbox</a>.
        </p>
      ) : null}
    </div>
  );
}
