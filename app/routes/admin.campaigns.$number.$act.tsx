import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { calendarDay } from "#app/components/format.ts";
import { LifeActForm } from "#app/components/life-act-form.tsx";
import { LIFE_WORDS } from "#app/components/life-words.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { closingDays, LIFE_ACTS, type LifeAct, LifeForm, lifeActs } from "#app/domain/campaign/life.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { doLifeAct } from "#app/http/do-life-act.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireModerated } from "#app/http/require-moderated.server.ts";

const MEANWHILE = "It is in another state by now, so this could not be done. Look at how it stands.";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign, isAdmin, isOwn } = await requireModerated(context, request, params.number);
  const act = requireAct(params.act, isAdmin);
  const { number, title, state } = campaign;
  const { first, last } = closingDays(londonDay(context.clock.now()));
  return {
    ...{ act, number, title },
    isPossible: !isOwn && lifeActs(state, isAdmin ? "admin" : "moderator").includes(act),
    days: { first: calendarDay(first), last: calendarDay(last) },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, visitor, isAdmin } = await requireModerated(context, request, params.number);
  const act = requireAct(params.act, isAdmin);
  const values = await readForm(request);
  const form = LifeForm.safeParse({ ...values, intent: act });
  if (!form.success) return data({ values, errors: fieldErrors(form.error), problem: "" }, 422);
  const who = { campaignId: campaign.id, accountId: visitor.accountId, isAdmin };
  const outcome = await doLifeAct(context, who, form.data, context.clock.now());
  switch (outcome) {
    case "done":
      return redirect(`/admin/campaigns/${campaign.number}?done=${act}`, 303);
    case "not_now":
      return data({ values, errors: {}, problem: MEANWHILE }, 409);
    case "own_campaign":
      return data({ values, errors: {}, problem: "You run it yourself, so somebody else decides." }, 403);
    case "bad_date":
      return data(
        { values, errors: { closesOn: "Enter a day that is one to twelve months away" }, problem: "" },
        422,
      );
    case "too_late":
      return data(
        { values, errors: {}, problem: "It closed too long ago: nobody can tell any more who has signed." },
        409,
      );
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) =>
  pageTitle(found ? LIFE_WORDS[found.act].title : "A campaign");

export default function AdminCampaignAct(): ReactElement {
  const { act, number, title, isPossible, days } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <AdminPage
      title={LIFE_WORDS[act].title}
      lede={LIFE_WORDS[act].does}
      up={{ href: `/admin/campaigns/${number}`, label: title }}
      errors={errors}
      problem={sent?.problem}
    >
      {isPossible ? (
        <LifeActForm act={act} days={days} values={sent?.values ?? {}} errors={errors} />
      ) : (
        <p>
          As it stands, this is not possible. <a href={`/admin/campaigns/${number}`}>Look at it</a>
        </p>
      )}
    </AdminPage>
  );
}

/** Moderators pause, resume and close; the rest is for admins. @throws Response */
function requireAct(text: string | undefined, isAdmin: boolean): LifeAct {
  const act = LIFE_ACTS.find((one) => one === text);
  if (!act) throw new Response(null, { status: 404 });
  if (!isAdmin && (act === "reopen" || act === "remove")) throw new Response(null, { status: 403 });
  return act;
}
