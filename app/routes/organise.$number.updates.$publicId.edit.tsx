import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { UpdateFields } from "#app/components/update-fields.tsx";
import { readMailTimes, requireUpdate, saveUpdate } from "#app/http/organise-updates.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign, update } = await requireUpdate(context, request, params);
  const { number, title, state, kind } = campaign;
  if (update.state !== "draft") throw redirect(`/organise/${number}/updates/${update.publicId}`, 303);
  return {
    campaign: { number, title, state, kind },
    values: { title: update.title, body: update.body, mail: update.mailing === "asked" ? "on" : "" },
    mail: await readMailTimes(context, campaign.id),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { update, ...organising } = await requireUpdate(context, request, params);
  const saved = await saveUpdate(context, request, organising, update.publicId);
  if (typeof saved === "string")
    return redirect(`/organise/${organising.campaign.number}/updates/${saved}`, 303);
  return data(saved, saved.status);
}

export const meta: MetaFunction = () => pageTitle("Change your draft");

export default function EditUpdate(): ReactElement {
  const { campaign, values, mail } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <OrganisePage campaign={campaign} title="Change your draft" errors={sent?.errors} problem={sent?.problem}>
      <UpdateFields values={sent?.values ?? values} errors={sent?.errors ?? {}} mail={mail} />
    </OrganisePage>
  );
}
