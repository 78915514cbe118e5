import type { ReactElement } from "react";
import { STATEMENT_CONFIRM_DAYS } from "#app/policy-stories.ts";
import { PageHeading } from "./page-heading.tsx";
import { Prose } from "./prose.tsx";

interface StoryStatementSentProps {
  about: { title: string; path: string };
  showsMailbox: boolean;
}

/** After a reply was sent; the same whatever the address is. */
export function StoryStatementSent({ about, showsMailbox }: StoryStatementSentProps): ReactElement {
  return (
    <Prose>
      <PageHeading
        kicker={<a href={about.path}>{about.title}</a>}
        title="Now check your e-mail"
        lede="Nobody has read it yet. Open the link in the mail we have sent you, and press the button there."
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
        <li>Whoever has replied several times today gets no more mail until tomorrow.</li>
      </ul>
      <p className="soft">The link works for {STATEMENT_CONFIRM_DAYS} days. Then we delete what you wrote.</p>
    </Prose>
  );
}
