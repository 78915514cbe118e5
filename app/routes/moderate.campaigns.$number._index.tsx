import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { kindWords } from "#app/components/kind-words.ts";
import { ModerateCampaign } from "#app/components/moderate-campaign.tsx";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { actOnCampaign } from "#app/http/moderate-actions.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { readModerated } from "#app/http/read-moderated.server.ts";
import { requireModerated } from "#app/http/require-moderated.server.ts";

const SAVED: Readonly<Record<string, string>> = {
  publish: "It is published. Its organiser has a mail.",
  ask_changes: "Changes are asked for. Its organiser has a mail.",
  reject: "It is rejected. Its organiser has a mail.",
  hide: "It is hidden: everything of it is gone from the site. Its organiser has a mail.",
  restored: "It is back where it was. Its organiser has a mail.",
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const moderating = await requireModerated(context, request, params.number);
  const { campaign, isAdmin, isOwn } = moderating;
  const { number, title } = campaign;
  // Those who run it do not read what moderators write about it.
  if (isOwn) return data({ number, kind: campaign.kind, title, shown: undefined, saved: "" }, 403);
  const { kind, state, slug, bodyName, organiserName, goal, textVersion } = campaign;
  const shown = {
    ...(await readModerated(context, moderating)),
    campaign: { number, kind, title, state, slug, bodyName, organiserName, goal, textVersion },
    isAdmin,
  };
  const saved = SAVED[new URL(request.url).searchParams.get("saved") ?? ""] ?? "";
  return data({ number, kind, title, shown, saved });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const moderating = await requireModerated(context, request, params.number);
  const values = await readForm(request);
  const done = await actOnCampaign(context, moderating, values);
  if ("saved" in done) return redirect(`/moderate/campaigns/${params.number}${done.saved}`, 303);
  return data({ values, errors: done.errors, problem: done.problem }, done.status);
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageTitle(found?.title ?? "A campaign");

export default function ModerateOne(): ReactElement {
  const { number, kind, title, shown, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const up = { href: "/moderate/campaigns", label: "Campaigns to review" };
  if (shown === undefined)
    return (
      <ModeratePage
        title={title}
        up={up}
        problem={`You run this ${kindWords(kind).one}, so another moderator decides about it.`}
      >
        <p>
          <a href={`/organise/${number}`}>Your own page of it</a>
        </p>
      </ModeratePage>
    );
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <ModeratePage title={title} up={up} errors={errors} problem={sent?.problem} saved={sent ? "" : saved}>
      <ModerateCampaign shown={shown} values={sent?.values ?? {}} errors={errors} />
      <p>
        <a href={`/moderate/campaigns/${number}/signatures`}>Its signatures, where they look wrong</a>
      </p>
    </ModeratePage>
  );
}
