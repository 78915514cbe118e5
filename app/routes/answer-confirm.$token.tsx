import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { pageTitle } from "#app/components/page-title.ts";
import { ResponseLinkProblem } from "#app/components/response-link-problem.tsx";
import { ResponseManage } from "#app/components/response-manage.tsx";
import { findLinkedRow } from "#app/domain/privacy/links.server.ts";
import { findAnswering } from "#app/domain/response/answering.server.ts";
import { confirmAnswer } from "#app/domain/response/confirm-answer.server.ts";
import { declineWords } from "#app/domain/response/response.ts";
import { findResponse } from "#app/domain/response/waiting.server.ts";
import { withdrawAnswer } from "#app/domain/response/withdraw-answer.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { ANSWER_CONFIRM_DAYS } from "#app/policy-forwarding.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, keyring, clock } = context;
  const now = clock.now();
  const token = params.token ?? "";
  const groupId = await findLinkedRow(db.read, token, ["answer_confirm"]);
  const found = groupId === undefined ? undefined : await findResponse(db.read, keyring, { groupId });
  if (!found) return data({ why: "unknown" as const }, 404);
  const { state, createdAt, answers, writerName, writerRole, representative, campaign, areaName } = found;
  if (state === "unconfirmed" && createdAt <= now - ANSWER_CONFIRM_DAYS * DAY)
    return data({ why: "unknown" as const }, 410);
  const again = await findAnswering(db.read, token, now);
  const answer = {
    ...{ token, state, answers, writerName, writerRole, areaName },
    reason: declineWords(found.reason),
    name: representative.name,
    representativeHref: `/representatives/${representative.publicId}`,
    title: campaign.title,
    path: `/p/${campaign.number}`,
    mayAnswerAgain: again.kind === "open",
    isOnlyTried: !representative.isInvented && (found.mode !== "live" || campaign.isDemonstration),
  };
  return data({ answer });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const { intent } = await readForm(request);
  const now = context.clock.now();
  if (intent !== "confirm" && intent !== "withdraw") throw new Response(null, { status: 400 });
  const act = intent === "confirm" ? confirmAnswer : withdrawAnswer;
  const outcome = await act(context, token, now);
  switch (outcome) {
    case "confirmed":
    case "confirmed_already":
    case "withdrawn":
      return redirect(`/answer-confirm/${token}`, 303);
    case "over":
      return data(null, 410);
    case "unknown":
      return data(null, 404);
  }
}

export const meta: MetaFunction = () => pageTitle("Your answer");

export default function AnswerConfirmRoute(): ReactElement {
  const loaded = useLoaderData<typeof loader>();
  return "why" in loaded ? (
    <ResponseLinkProblem why={loaded.why} />
  ) : (
    <ResponseManage answer={loaded.answer} />
  );
}
