import type { ReactElement } from "react";
import { PageHeading } from "./page-heading.tsx";
import { Prose } from "./prose.tsx";

interface MailToPressProps {
  about: { title: string; path: string };
  /** What has not happened yet. */
  notYet: string;
  /** Who gets no more mail today. */
  limit: string;
  days: number;
  /** What is deleted when the link ends. */
  what: string;
  showsMailbox: boolean;
}

/** After something was written that only the button in a mail sends; the same whatever the address is. */
export function MailToPress(props: MailToPressProps): ReactElement {
  const { about, notYet, limit, days, what, showsMailbox } = props;
  return (
    <Prose>
      <PageHeading
        kicker={<a href={about.path}>{about.title}</a>}
        title="Now check your e-mail"
        lede={`${notYet} Open the link in the mail we have sent you, and press the button there.`}
      />
      {showsMailbox ? (
        <p>
          On this demonstration no mail leaves. <a href="/dev/mailbox">Open the mailbox</a> to find yours.
        </p>
      ) : null}
      <h2>No mail?</h2>
      <ul>
        <li>It can take a few minutes. Please look in spam or junk, too.</li>
        <li>If the address had a slip in it, write once more with the right one.</li>
        <li>{limit} gets no more mail until tomorrow.</li>
      </ul>
      <p className="soft">
        The link works for {days} days. Then we delete {what}.
      </p>
    </Prose>
  );
}
