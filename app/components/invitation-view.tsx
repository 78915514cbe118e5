import type { ReactElement, ReactNode } from "react";
import { Button, ButtonLink } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";

interface InvitationViewProps {
  title: string;
  lede: string;
  /** Whom it was sent to, with the middle left out. */
  sentTo: string;
  /** Somebody else who is signed in here, in the same way. */
  otherVisitor?: string;
  /** What whoever accepts could do. */
  children: ReactNode;
}

/** An invitation to run something together with others: whom it is for, and the button that says yes. */
export function InvitationView(props: InvitationViewProps): ReactElement {
  const { title, lede, sentTo, otherVisitor, children } = props;
  return (
    <>
      <PageHeading title={title} lede={lede} />
      <p>
        {children}{" "}
        {otherVisitor === undefined ? "Pressing the button also signs you in on this device." : null}
      </p>
      <p>This invitation was sent to {sentTo}.</p>
      {otherVisitor === undefined ? (
        <form method="post">
          <Button>Yes, I will help</Button>
        </form>
      ) : (
        <>
          <Notice tone="waiting" title="Somebody else is signed in here">
            <p>
              On this device {otherVisitor} is signed in, and the invitation is for {sentTo}. Are you {sentTo}
              ?
            </p>
          </Notice>
          <form method="post" className="row">
            <Button name="session" value="replace">
              I am {sentTo}: go on and sign me in here instead
            </Button>
            <ButtonLink tone="quiet" href="/organise">
              No, {otherVisitor} stays signed in
            </ButtonLink>
          </form>
        </>
      )}
      <p className="soft">If you do not want to, just close this page.</p>
    </>
  );
}

/** What a link leads to that was used, taken back or ran out. */
export function InvitationOver(): ReactElement {
  return (
    <>
      <PageHeading
        title="This invitation is over"
        lede="It works once, for 14 days, and can be taken back. Ask whoever invited you for a new one."
      />
      <p>
        <ButtonLink tone="quiet" href="/organise">
          What I run
        </ButtonLink>
      </p>
    </>
  );
}
