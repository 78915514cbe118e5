import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AuthorAnswered, AuthorTooLate } from "#app/components/author-answered.tsx";
import { AuthorReplyFields } from "#app/components/author-reply-form.tsx";
import { ComplaintLinkProblem } from "#app/components/complaint-link-problem.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { answerComplaint } from "#app/domain/moderation/answer-complaint.server.ts";
import { AuthorReplyForm } from "#app/domain/moderation/complaint.ts";
import { findComplaintByLink } from "#app/domain/moderation/complaints.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, keyring, clock } = context;
  const found = await findComplaintByLink(db.read, keyring, params.token ?? "", "author_reply");
  if (!found || found.state === "waiting") return data({ asked: undefined }, 404);
  const { state, page, campaign, dueAt, statement, meaning, harm, untrue } = found;
  const isOpen = state === "author_asked" && dueAt !== null && clock.now() < dueAt;
  const isLate = !isOpen && (state === "author_asked" || state === "author_silent");
  const asked = {
    ...{ state, isOpen, isLate, dueAt: dueAt ?? 0 },
    title: campaign?.title ?? page,
    number: campaign?.number ?? 0,
    href: page,
    // Of what is settled only the outcome is shown.
    complaint: isOpen
      ? {
          name: found.sharesName ? found.name : "",
          email: found.sharesEmail ? found.email : "",
          ...{ statement, meaning, harm, untrue },
        }
      : undefined,
  };
  return data({ asked }, isLate ? 410 : 200);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  const parsed = AuthorReplyForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error) }, 422);
  const token = params.token ?? "";
  const outcome = await answerComplaint(context, { token, form: parsed.data }, context.clock.now());
  switch (outcome) {
    case "answered":
      return redirect(`/author-reply/${token}`, 303);
    case "too_late":
      return data({ values: {}, errors: {} }, 410);
    case "answered_already":
      return data({ values: {}, errors: {} }, 409);
    case "unknown":
      return data({ values: {}, errors: {} }, 404);
  }
}

export const meta: MetaFunction = () => pageTitle("A complaint about your words");

export default function AuthorReply(): ReactElement {
  const { asked } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (asked === undefined) return <ComplaintLinkProblem />;
  const { state, isLate, dueAt, title, number, href, complaint } = asked;
  if (isLate) return <AuthorTooLate title={title} />;
  if (complaint === undefined) return <AuthorAnswered title={title} number={number} state={state} />;
  const values: Record<string, string> = sent?.values ?? {};
  const errors: Record<string, string> = sent?.errors ?? {};
  return <AuthorReplyFields {...{ title, href, dueAt, complaint, values, errors }} />;
}
