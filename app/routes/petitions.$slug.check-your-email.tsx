import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { CheckYourEmail } from "#app/components/check-your-email.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { requireCampaign } from "#app/http/require-campaign.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(context, request, params.slug);
  return {
    path: publicCampaignPath(campaign),
    title: campaign.title,
    showsMailbox: !context.settings.isProduction,
  };
}

export const meta: MetaFunction = () => pageTitle("Check your e-mail");

export default function CheckYourEmailPage(): ReactElement {
  return <CheckYourEmail {...useLoaderData<typeof loader>()} />;
}
