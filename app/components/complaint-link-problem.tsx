import type { ReactElement } from "react";
import { ButtonLink } from "./button.tsx";
import { PageHeading } from "./page-heading.tsx";

/** A link of a mail about a complaint that leads nowhere (any more). */
export function ComplaintLinkProblem(): ReactElement {
  return (
    <>
      <PageHeading
        title="We do not know this link"
        lede="It may be cut off: copy the whole link from the mail. Or the matter was settled long ago and what was written has been deleted."
      />
      <p>
        <ButtonLink tone="quiet" href="/terms#complain">
          How complaints and appeals go
        </ButtonLink>
      </p>
    </>
  );
}
