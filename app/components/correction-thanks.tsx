import type { ReactElement } from "react";
import { ButtonLink } from "./button.tsx";
import { PageHeading } from "./page-heading.tsx";

/** Said after a correction has been offered, whatever becomes of it. */
export function CorrectionThanks({ back }: { back: { href: string; label: string } }): ReactElement {
  return (
    <>
      <PageHeading
        kicker={back.label}
        title="Thank you"
        lede="A moderator looks at it against the official page before anything here changes."
      />
      <p>If you left an e-mail address, you will hear what became of it.</p>
      <p>
        <ButtonLink href={back.href}>Back to the page</ButtonLink>
      </p>
    </>
  );
}
