import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import { SureField } from "./sure-field.tsx";

interface OrganiseEndingsProps {
  mayClose: boolean;
  mayGiveUp: boolean;
  errors: Readonly<Record<string, string>>;
}

/** Ends a campaign before its day: closing what is public, giving up what is not yet. */
export function OrganiseEndings({ mayClose, mayGiveUp, errors }: OrganiseEndingsProps): ReactElement {
  return (
    <>
      {mayClose ? (
        <>
          <h2>Close it early</h2>
          <p>
            Nobody can sign any more. The page and its numbers stay in public. Only those who run the site can
            open it again.
          </p>
          <form method="post" noValidate>
            <SureField id="sure-close" label="I want to close it now" error={errors["sure-close"]} />
            <Button tone="danger" name="intent" value="close">
              Close it
            </Button>
          </form>
        </>
      ) : null}
      {mayGiveUp ? (
        <>
          <h2>Give it up</h2>
          <p>It is taken away for good, with its link. This cannot be undone.</p>
          <form method="post" noValidate>
            <SureField id="sure-give-up" label="I want to give it up" error={errors["sure-give-up"]} />
            <Button tone="danger" name="intent" value="give_up">
              Give it up
            </Button>
          </form>
        </>
      ) : null}
    </>
  );
}
