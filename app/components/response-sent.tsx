import type { ReactElement } from "react";
import { ANSWER_CONFIRM_DAYS } from "#app/policy-forwarding.ts";
import { PageHeading } from "./page-heading.tsx";

interface ResponseSentProps {
  campaign: { title: string; path: string; name: string };
}

/** An answer has been taken: now the address on record has a mail with a button. */
export function ResponseSent({ campaign: { title, path, name } }: ResponseSentProps): ReactElement {
  return (
    <>
      <PageHeading
        kicker={<a href={path}>{title}</a>}
        title="One more step: look in your mail"
        lede={`We have sent a mail to the published address of ${name}. It shows your answer and has a button.`}
      />
      <ol>
        <li>Whoever reads that mailbox opens the link and presses the button.</li>
        <li>One of our moderators reads the answer.</li>
        <li>It appears on its page. You get a mail.</li>
      </ol>
      <p>
        Nothing is public before that. If nobody presses the button in {ANSWER_CONFIRM_DAYS} days, we delete
        it.
      </p>
    </>
  );
}
