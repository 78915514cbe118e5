import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { calendarDay } from "#app/components/format.ts";
import { OrganiseEndings } from "#app/components/organise-endings.tsx";
import { OrganiseGroup } from "#app/components/organise-group.tsx";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { OrganiseSettings } from "#app/components/organise-settings.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { isIn, mayMove } from "#app/domain/campaign/campaign.ts";
import { SETTABLE_STATES } from "#app/domain/campaign/change-settings.server.ts";
import { closingDays } from "#app/domain/campaign/settings-form.ts";
import { findPublisher } from "#app/domain/group/publisher.server.ts";
import { listPublishingGroups } from "#app/domain/group/queries.server.ts";
import { GROUPABLE_STATES } from "#app/domain/group/set-campaign-group.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { actOnSettings } from "#app/http/organise-settings.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";

const DONE = {
  saved: "It is saved.",
  grouped: "It is saved. Those who run the group run it too.",
  closed: "It is closed.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign, visitor } = await requireOrganiser(context, request, params.number, { owners: true });
  const { read } = context.db;
  const [groups, publisher] = await Promise.all([
    listPublishingGroups(read, visitor.accountId),
    findPublisher(read, campaign.groupId),
  ]);
  const { number, title, state, goal, showsNames, closesOn } = campaign;
  return {
    campaign: { number, title, state },
    values: { goal: String(goal), showsNames: showsNames ? "on" : "", closesOn: calendarDay(closesOn) },
    groups,
    group: publisher,
    isGroupable: isIn(GROUPABLE_STATES, state),
    isSettable: isIn(SETTABLE_STATES, state),
    latest: closingDays(campaign, context.clock.now()).latest,
    mayClose: mayMove(state, "closed", "organiser"),
    mayGiveUp: mayMove(state, "removed", "organiser"),
    done: doneWords(request, DONE),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, visitor } = await requireOrganiser(context, request, params.number, { owners: true });
  const form = await readForm(request);
  const who = { campaignId: campaign.id, accountId: visitor.accountId };
  const acted = await actOnSettings(context, who, form, context.clock.now());
  if (acted.done === "given_up") return redirect("/organise", 303);
  if (acted.done !== undefined)
    return redirect(`/organise/${campaign.number}/settings?done=${acted.done}`, 303);
  return data({ problem: acted.problem, errors: acted.errors, values: form }, acted.status);
}

export const meta: MetaFunction = () => pageTitle("Goal, dates, closing");

export default function OrganiseSettingsPage(): ReactElement {
  const { campaign, values, groups, group, isGroupable, isSettable, latest, mayClose, mayGiveUp, done } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const typed = sent?.values.intent === "save" ? sent.values : values;
  return (
    <OrganisePage
      campaign={campaign}
      title="Goal, dates, closing"
      errors={errors}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      {isSettable ? (
        <OrganiseSettings values={typed} errors={errors} latest={latest} />
      ) : (
        <p>It takes no more signatures, so there is nothing to change here.</p>
      )}
      {isGroupable ? <OrganiseGroup groups={groups} group={group} error={errors.group} /> : null}
      <OrganiseEndings mayClose={mayClose} mayGiveUp={mayGiveUp} errors={errors} />
    </OrganisePage>
  );
}
