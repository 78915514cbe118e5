import type { ReactElement } from "react";
import { ButtonLink } from "./button.tsx";
import { PageHeading } from "./page-heading.tsx";

/** A link of a mail that leads nowhere (any more), and how to get a new one. */
export function LinkProblem(): ReactElement {
  return (
    <>
      <PageHeading
        title="We do not know this link"
        lede="It may be cut off, or what it was about has been deleted. Copy the whole link from the mail, or ask for a new one."
      />
      <p className="row">
        <ButtonLink href="/my-signatures">Send me my links</ButtonLink>
        <ButtonLink tone="quiet" href="/petitions">
          All petitions
        </ButtonLink>
        <ButtonLink tone="quiet" href="/letters">
          All open letters
        </ButtonLink>
      </p>
    </>
  );
}
