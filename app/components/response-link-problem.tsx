import type { ReactElement } from "react";
import { REPRESENTATIVE_LINK_DAYS } from "#app/policy-forwarding.ts";
import { ButtonLink } from "./button.tsx";
import { PageHeading } from "./page-heading.tsx";

const PROBLEMS = {
  unknown: {
    title: "We do not know this link",
    lede: "It may be cut off: copy the whole link from the mail. Or nobody confirmed the answer in time, and it was deleted.",
  },
  age: {
    title: "This link is too old",
    lede: `A link to answer from works for ${REPRESENTATIVE_LINK_DAYS} days. The next message that we send you has a new one.`,
  },
  term: {
    title: "This link has ended",
    lede: "It was for a term of office that is over. Whoever holds the office now has a link of their own.",
  },
  campaign: {
    title: "There is nothing to answer here",
    lede: "What this message was about can no longer be read on this site.",
  },
} as const;

/** A link to answer from that leads nowhere (any more). */
export function ResponseLinkProblem({ why }: { why: keyof typeof PROBLEMS }): ReactElement {
  return (
    <>
      <PageHeading title={PROBLEMS[why].title} lede={PROBLEMS[why].lede} />
      <p>
        <ButtonLink tone="quiet" href="/about#told">
          How we tell representatives
        </ButtonLink>
      </p>
    </>
  );
}
