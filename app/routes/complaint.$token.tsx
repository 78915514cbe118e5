import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ComplaintLinkProblem } from "#app/components/complaint-link-problem.tsx";
import { COMPLAINT_TO_MAKER, deadlineWords } from "#app/components/complaint-words.ts";
import { DefinitionList } from "#app/components/definition-list.tsx";
import { londonDay } from "#app/components/format.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findComplaintByLink } from "#app/domain/moderation/complaints.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, keyring } = context;
  const found = await findComplaintByLink(db.read, keyring, params.token ?? "", "complaint");
  if (!found) return data({ complaint: undefined }, 404);
  const { state, page, campaign, receivedAt, authorAskedAt, dueAt, settledAt, statement } = found;
  const answerBy = state === "author_asked" ? dueAt : null;
  const about = campaign?.title ?? page;
  return data({ complaint: { state, about, receivedAt, authorAskedAt, answerBy, settledAt, statement } });
}

export const meta: MetaFunction = () => pageTitle("Your complaint");

export default function ComplaintPage(): ReactElement {
  const { complaint } = useLoaderData<typeof loader>();
  if (complaint === undefined) return <ComplaintLinkProblem />;
  const { state, about, receivedAt, authorAskedAt, answerBy, settledAt, statement } = complaint;
  const day = (term: string, at: number | null) => (at === null ? [] : [{ term, value: londonDay(at) }]);
  return (
    <>
      <PageHeading kicker="Your complaint" title={about} lede={COMPLAINT_TO_MAKER[state]} />
      <DefinitionList
        rows={[
          { term: "Words", value: <span className="mail-text">{statement}</span> },
          ...day("Came in", receivedAt),
          ...day("Author written to", authorAskedAt),
          ...(answerBy === null ? [] : [{ term: "Answer due by", value: deadlineWords(answerBy) }]),
          ...day("Settled", settledAt),
        ]}
      />
      <p>We write to you whenever something changes. Keep this link: it is the only way to this page.</p>
      <p className="soft">
        <a href="/terms#complain">How complaints and appeals go</a>
      </p>
    </>
  );
}
