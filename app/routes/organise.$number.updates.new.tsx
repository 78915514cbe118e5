import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { UpdateFields } from "#app/components/update-fields.tsx";
import { readMailTimes, saveUpdate, takesNews } from "#app/http/organise-updates.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign } = await requireOrganiser(context, request, params.number);
  if (!takesNews(campaign)) throw redirect(`/organise/${campaign.number}/updates`, 303);
  const { number, title, state, kind } = campaign;
  return { campaign: { number, title, state, kind }, mail: await readMailTimes(context, campaign.id) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const organising = await requireOrganiser(context, request, params.number);
  const saved = await saveUpdate(context, request, organising);
  if (typeof saved === "string")
    return redirect(`/organise/${organising.campaign.number}/updates/${saved}`, 303);
  return data(saved, saved.status);
}

export const meta: MetaFunction = () => pageTitle("Write an update");

export default function NewUpdate(): ReactElement {
  const { campaign, mail } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <OrganisePage
      campaign={campaign}
      title="Write an update"
      lede="You see it as it will look before anybody else does."
      errors={sent?.errors}
      problem={sent?.problem}
    >
      <UpdateFields values={sent?.values ?? {}} errors={sent?.errors ?? {}} mail={mail} />
    </OrganisePage>
  );
}
