import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { OrganiseAppeal } from "#app/components/organise-appeal.tsx";
import { OrganiseDashboard } from "#app/components/organise-dashboard.tsx";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { submitCampaign } from "#app/domain/campaign/submit-campaign.server.ts";
import { appealDecision } from "#app/domain/moderation/appeal-decision.server.ts";
import { AppealForm } from "#app/domain/moderation/decision.ts";
import { doneWords } from "#app/http/done-words.ts";
import { readDashboard } from "#app/http/organise-dashboard.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";

const DONE = {
  submitted: "It is with the moderators now.",
  appealed: "Another moderator will look at it.",
  joined: "You help to run it now.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const organising = await requireOrganiser(context, request, params.number);
  return { ...(await readDashboard(context, organising)), done: doneWords(request, DONE) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, visitor } = await requireOrganiser(context, request, params.number);
  const { accountId } = visitor;
  const now = context.clock.now();
  const form = await readForm(request);
  const here = `/organise/${campaign.number}`;
  switch (form.intent) {
    case "submit": {
      const outcome = await submitCampaign(context, { campaignId: campaign.id, accountId }, now);
      if (outcome === "submitted") return redirect(`${here}?done=submitted`, 303);
      const problem =
        outcome === "too_few_supporters"
          ? "Five people must have confirmed their support first."
          : "It has moved on meanwhile, as shown below.";
      return data({ problem, errors: {}, words: "" }, 409);
    }
    case "appeal": {
      const parsed = AppealForm.safeParse(form);
      if (!parsed.success)
        return data({ problem: "", errors: fieldErrors(parsed.error), words: form.words ?? "" }, 422);
      const { words } = parsed.data;
      const outcome = await appealDecision(context, { campaignId: campaign.id, accountId, words }, now);
      switch (outcome) {
        case "appealed":
          return redirect(`${here}?done=appealed`, 303);
        case "not_organiser":
          throw new Response(null, { status: 403 });
        case "already_appealed":
          return data({ problem: "You have asked for another look already.", errors: {}, words }, 409);
        case "nothing_to_appeal":
          return data({ problem: "There is no decision to look at again.", errors: {}, words }, 409);
      }
    }
  }
  throw new Response(null, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.campaign.title ?? "What I run");

export default function OrganiseCampaign(): ReactElement {
  const { done, ...dashboard } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const { campaign, decision } = dashboard;
  return (
    <OrganisePage campaign={campaign} errors={errors} problem={sent?.problem} done={sent ? "" : done}>
      <OrganiseDashboard {...dashboard} />
      {decision !== undefined && decision.appeal === undefined ? (
        <OrganiseAppeal value={sent?.words} error={errors.words} />
      ) : null}
    </OrganisePage>
  );
}
