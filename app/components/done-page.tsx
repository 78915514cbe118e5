import type { ReactElement } from "react";
import { ButtonLink } from "./button.tsx";
import { PageHeading } from "./page-heading.tsx";

/** Says that something has been done for good. */
export function DonePage({ title, lede }: { title: string; lede: string }): ReactElement {
  return (
    <>
      <PageHeading title={title} lede={lede} />
      <p className="row">
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
