import type { ReactElement } from "react";
import type { OrganisedUpdate } from "#app/domain/update/organised-updates.server.ts";
import { Button, ButtonLink } from "./button.tsx";
import { londonDay, londonTime, people } from "./format.ts";
import type { MailTimes } from "./update-fields.tsx";

interface OrganiseUpdateActionsProps {
  update: Pick<OrganisedUpdate, "publicId" | "state" | "mailing">;
  mail: MailTimes;
  /** Whether it is shown without waiting for a moderator. */
  isAtOnce: boolean;
}

/** What can be done with an update as it stands, and what will follow. */
export function OrganiseUpdateActions({ update, mail, isAtOnce }: OrganiseUpdateActionsProps): ReactElement {
  switch (update.state) {
    case "draft":
      return (
        <>
          <p>{whatFollows(update.mailing === "asked", mail, isAtOnce)}</p>
          <div className="update-actions">
            <Act intent="submit">{isAtOnce ? "Publish it" : "Send it to a moderator"}</Act>
            <Act intent="copy" isQuiet>
              Send a copy to myself
            </Act>
            <ButtonLink tone="quiet" href={`${update.publicId}/edit`}>
              Change it
            </ButtonLink>
            <Act intent="delete" isQuiet>
              Throw it away
            </Act>
          </div>
        </>
      );
    case "waiting":
      return (
        <div className="update-actions">
          <Act intent="copy" isQuiet>
            Send a copy to myself
          </Act>
          <Act intent="withdraw" isQuiet>
            Take it back
          </Act>
        </div>
      );
    case "published":
      return (
        <details>
          <summary>Take it off the site</summary>
          <p>
            Its page will say that it was taken back. Mails that have left cannot be called back; those that
            have not stay here.
          </p>
          <Act intent="withdraw" isDanger>
            Take it off the site
          </Act>
        </details>
      );
    case "declined":
    case "withdrawn":
    case "pulled":
      return <p className="soft">Nobody but you and the moderators can read it here.</p>;
  }
}

function Act({
  intent,
  isQuiet = false,
  isDanger = false,
  children,
}: {
  intent: string;
  isQuiet?: boolean;
  isDanger?: boolean;
  children: string;
}): ReactElement {
  return (
    <form method="post">
      <Button name="intent" value={intent} tone={isDanger ? "danger" : isQuiet ? "quiet" : "plain"}>
        {children}
      </Button>
    </form>
  );
}

function whatFollows(isMailed: boolean, { wantingCount, nextAt, now }: MailTimes, isAtOnce: boolean): string {
  const first = isAtOnce ? "It appears at once." : "A moderator reads it first, as a rule within a day.";
  if (!isMailed) return `${first} It is not mailed.`;
  const to = wantingCount === 1 ? "the one person" : `the ${people(wantingCount)}`;
  const when = nextAt <= now ? "Then" : `From ${londonDay(nextAt)}, ${londonTime(nextAt)}`;
  return `${first} ${when} it goes by mail to ${to} who asked for news.`;
}
