import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { ModerateTakeDown } from "#app/components/moderate-take-down.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { HideForm } from "#app/domain/moderation/decision.ts";
import { hideCampaign } from "#app/domain/moderation/hide-campaign.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireModerated } from "#app/http/require-moderated.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign, isAdmin } = await requireModerated(context, request, params.number);
  const { number, title, state } = campaign;
  return { number, title, state, isAdmin };
}

/** Takes a campaign down at once; a form without fields is enough. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, visitor, isAdmin } = await requireModerated(context, request, params.number);
  const form = HideForm.safeParse(await readForm(request));
  if (!form.success) return data({ problem: "Choose a reason from the list, or send none." }, 422);
  const asked = { number: campaign.number, moderatorId: visitor.accountId, isAdmin, form: form.data };
  const outcome = await hideCampaign(context, asked, context.clock.now());
  switch (outcome) {
    case "hidden":
      return redirect(`/moderate/campaigns/${campaign.number}?saved=hide`, 303);
    case "unknown":
      throw new Response(null, { status: 404 });
    case "own_campaign":
      return data({ problem: "You run this campaign, so another moderator decides about it." }, 403);
    case "not_now":
      return data({ problem: "It is hidden or removed already." }, 409);
  }
}

export const meta: MetaFunction = () => pageTitle("Take a campaign down");

export default function HideCampaign(): ReactElement {
  const { number, title, state, isAdmin } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ModeratePage
      title={title}
      up={{ href: `/moderate/campaigns/${number}`, label: "Its page on the moderators’ desk" }}
      problem={sent?.problem}
    >
      {state === "hidden" ? <p>It is hidden.</p> : <ModerateTakeDown {...{ number, state, isAdmin }} />}
    </ModeratePage>
  );
}
