import type { ReactElement } from "react";
import { Contact } from "./contact.tsx";
import { PageHeading } from "./page-heading.tsx";
import { useSite } from "./site-details.ts";

/** A link of a message to a representative that works no longer, or never did, and whom to write to. */
export function ForwardingLinkProblem({ isOver }: { isOver: boolean }): ReactElement {
  const { operatorName, operatorContact } = useSite();
  return (
    <>
      <PageHeading
        title={isOver ? "This link has run out" : "We do not know this link"}
        lede={
          isOver
            ? "Links in our messages work for 60 days, and only during the term of office that they were sent in."
            : "It may be cut off. Copy the whole link from the message."
        }
      />
      <p>
        To stop our messages, to answer one, or to say that something is wrong, write to {operatorName}:{" "}
        <Contact to={operatorContact} />. A person reads it.
      </p>
    </>
  );
}
