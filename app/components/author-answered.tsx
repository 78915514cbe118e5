import type { ReactElement } from "react";
import type { ComplaintState } from "#db/tables/moderation.ts";
import { Contact } from "./contact.tsx";
import { PageHeading } from "./page-heading.tsx";
import { useSite } from "./site-details.ts";

/** Where a complaint stands once its author has nothing more to answer. */
export function AuthorAnswered({
  title,
  number,
  state,
}: {
  title: string;
  number: number;
  state: ComplaintState;
}): ReactElement {
  return (
    <>
      <PageHeading kicker={title} title="A complaint about your words" lede={LEDES[state]} />
      {state === "author_agreed" && number > 0 ? (
        <p>
          You can help to keep the rest:{" "}
          <a href={`/organise/${number}`}>propose the text without these words</a>. A moderator looks at it.
          If that does not come in time, all of it is hidden.
        </p>
      ) : null}
      {state === "removed" && number > 0 ? (
        <p>
          If you think that this was wrong, you can appeal on <a href={`/organise/${number}`}>your page</a>:
          another moderator looks again.
        </p>
      ) : null}
    </>
  );
}

/** Said when an answer comes after its time. */
export function AuthorTooLate({ title }: { title: string }): ReactElement {
  const { operatorContact } = useSite();
  return (
    <>
      <PageHeading
        kicker={title}
        title="The time to answer is over"
        lede="The words may be taken down now. This link takes no answer any more."
      />
      <p>
        A moderator decides within 48 hours. If there is something they should know,{" "}
        <Contact to={operatorContact}>write to us</Contact> at once.
      </p>
    </>
  );
}

const LEDES: Record<ComplaintState, string> = {
  waiting: "",
  author_asked: "",
  author_agreed: "You have agreed that the words are taken down.",
  author_disagreed: "You stand by the words. Whoever complained has been told; the words stay.",
  author_silent: "",
  removed: "The words have been taken down.",
  kept: "You stand by the words. They stay, and for us the matter is closed.",
  invalid: "The complaint has been set aside. There is nothing for you to do.",
};
