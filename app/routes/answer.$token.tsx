import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { pageTitle } from "#app/components/page-title.ts";
import { ResponseChoose } from "#app/components/response-choose.tsx";
import { ResponseForm } from "#app/components/response-form.tsx";
import { ResponseLinkProblem } from "#app/components/response-link-problem.tsx";
import { ResponseQuiet } from "#app/components/response-quiet.tsx";
import { ResponseSent } from "#app/components/response-sent.tsx";
import { answerForm } from "#app/domain/response/answer-form.ts";
import { answeredOf, findAnswering } from "#app/domain/response/answering.server.ts";
import { submitAnswer } from "#app/domain/response/submit-answer.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { type AnsweredView, answeredView, readAnswerer } from "#app/http/response-query.ts";

const PROBLEMS = {
  quiet: "",
  no_address: "The address that we have for you does not work, so nobody could confirm this. Write to us.",
  too_many: "Enough has been sent by this link for today. Look in your mail, or try again tomorrow.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, clock } = context;
  const query = new URL(request.url).searchParams;
  const answering = await findAnswering(db.read, params.token ?? "", clock.now());
  if (answering.kind === "unknown") return data({ page: "problem", why: "unknown" } as const, 404);
  if (answering.kind === "over") return data({ page: "problem", why: answering.why } as const, 410);
  const { campaigns, mode } = answering;
  const chosen =
    answeredOf(campaigns, readAnswerer(query)) ?? (campaigns.length === 1 ? campaigns[0] : undefined);
  if (chosen === undefined) {
    const views: AnsweredView[] = campaigns.map((one) => answeredView(one, mode));
    return data({ page: "choose", campaigns: views } as const);
  }
  const campaign = answeredView(chosen, mode);
  if (query.get("sent") === "1") return data({ page: "sent", campaign } as const);
  return data({ page: chosen.quiet ? "quiet" : "form", campaign } as const);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, clock } = context;
  const now = clock.now();
  const token = params.token ?? "";
  const values = await readForm(request);
  const answering = await findAnswering(db.read, token, now);
  if (answering.kind !== "open")
    return data({ values: {}, errors: {}, problem: "" }, answering.kind === "over" ? 410 : 404);
  const as = readAnswerer(new URLSearchParams(values));
  const campaign = answeredOf(answering.campaigns, as);
  if (!campaign) return data({ values: {}, errors: {}, problem: "" }, 404);
  const positions = [...campaign.asks.map(({ position }) => position), 0];
  const parsed = answerForm(positions).safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), problem: "" }, 422);
  const outcome = await submitAnswer(context, { token, as, form: parsed.data }, now);
  switch (outcome) {
    case "sent":
      return redirect(`/answer/${token}?campaign=${as.number}&as=${as.publicId}&sent=1`, 303);
    case "quiet":
    case "no_address":
      return data({ values, errors: {}, problem: PROBLEMS[outcome] }, 409);
    case "too_many":
      return data(
        { values, errors: {}, problem: PROBLEMS.too_many },
        { status: 429, headers: { "Retry-After": "86400" } },
      );
    case "over":
      return data({ values: {}, errors: {}, problem: "" }, 410);
    case "unknown":
      return data({ values: {}, errors: {}, problem: "" }, 404);
  }
}

/** A refusal says when to come back. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta: MetaFunction = () => pageTitle("Your answer");

export default function AnswerRoute(): ReactElement {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  switch (loaded.page) {
    case "problem":
      return <ResponseLinkProblem why={loaded.why} />;
    case "choose":
      return <ResponseChoose campaigns={loaded.campaigns} />;
    case "sent":
      return <ResponseSent campaign={loaded.campaign} />;
    case "quiet":
      return <ResponseQuiet campaign={loaded.campaign} />;
    case "form": {
      const values: Record<string, string> = sent?.values ?? loaded.campaign.values;
      const errors: Record<string, string> = sent?.errors ?? {};
      return (
        <ResponseForm {...{ values, errors }} campaign={loaded.campaign} problem={sent?.problem ?? ""} />
      );
    }
  }
}
