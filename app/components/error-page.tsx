import type { ReactElement } from "react";
import { errorWords } from "#app/error-words.ts";
import { ButtonLink } from "./button.tsx";
import { Contact } from "./contact.tsx";
import { PageHeading } from "./page-heading.tsx";
import { useSite } from "./site-details.ts";

/** What happened and what to do, by status. Says nothing of the fault itself: that may hold personal data. */
export function ErrorPage({ status }: { status: number }): ReactElement {
  const { operatorName, operatorContact } = useSite();
  const { title, whatToDo } = errorWords(status);
  return (
    <>
      <PageHeading title={title} lede={whatToDo} />
      <p className="row">
        <ButtonLink href="/petitions">All petitions</ButtonLink>
        <ButtonLink tone="quiet" href="/">
          Home
        </ButtonLink>
      </p>
      {operatorName === "" ? null : (
        <p className="soft">
          Still stuck? <Contact to={operatorContact}>Write to us</Contact> and say what you were doing. Code{" "}
          {status}.
        </p>
      )}
    </>
  );
}
