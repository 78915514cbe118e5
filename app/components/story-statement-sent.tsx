import type { ReactElement } from "react";
import { STATEMENT_CONFIRM_DAYS } from "#app/policy-stories.ts";
import { MailToPress } from "./mail-to-press.tsx";

interface StoryStatementSentProps {
  about: { title: string; path: string };
  showsMailbox: boolean;
}

/** After a reply was sent; the same whatever the address is. */
export function StoryStatementSent(props: StoryStatementSentProps): ReactElement {
  return (
    <MailToPress
      {...props}
      notYet="Nobody has read it yet."
      limit="Whoever has replied several times today"
      days={STATEMENT_CONFIRM_DAYS}
      what="what you wrote"
    />
  );
}
