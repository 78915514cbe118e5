import type { ReactElement } from "react";
import { CONFIRM_LINK_DAYS, MAIL_COOL_DOWN_MINUTES, REMINDER_HOURS } from "#app/policy.ts";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";
import { Prose } from "./prose.tsx";

interface CheckYourEmailProps {
  title: string;
  /** The page with the sign form. */
  path: string;
  /** Outside production: where mail ends up. */
  showsMailbox: boolean;
}

/** What to do after signing; the same whatever mail went out. */
export function CheckYourEmail({ title, path, showsMailbox }: CheckYourEmailProps): ReactElement {
  return (
    <Prose>
      <PageHeading
        kicker={<a href={path}>{title}</a>}
        title="Now check your e-mail"
        lede="Press the button in the mail we have sent you. Only then is your signature counted."
      />
      {showsMailbox ? (
        <Notice>
          <p>
            On this demonstration no mail leaves. <a href="/dev/mailbox">Open the mailbox</a> to find yours.
          </p>
        </Notice>
      ) : null}
      <h2>No mail?</h2>
      <ul>
        <li>It can take a few minutes. Please look in spam or junk, too.</li>
        <li>
          After {MAIL_COOL_DOWN_MINUTES} minutes, <a href={`${path}#sign`}>sign again</a> with the same
          details and we send it once more.
        </li>
        <li>If the address had a slip in it, just sign again with the right one.</li>
      </ul>
      <p className="soft">
        The link works for {CONFIRM_LINK_DAYS} days. If you have not used it, we remind you once, after{" "}
        {REMINDER_HOURS} hours.
      </p>
    </Prose>
  );
}
