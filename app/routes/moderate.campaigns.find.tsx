import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { FindCampaignForm } from "#app/components/find-campaign-form.tsx";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findCampaignNumber } from "#app/domain/moderation/find-by-words.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

const WORDS_AT_MOST = 500;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const words = (new URL(request.url).searchParams.get("words") ?? "").slice(0, WORDS_AT_MOST).trim();
  const number = words === "" ? undefined : await findCampaignNumber(context.db.read, words);
  if (number !== undefined) throw redirect(`/moderate/campaigns/${number}`, 303);
  return data({ words }, words === "" ? 200 : 404);
}

export const meta: MetaFunction = () => pageTitle("Find a campaign");

export default function FindCampaign(): ReactElement {
  const { words } = useLoaderData<typeof loader>();
  const message = "There is no petition or open letter of this number or address";
  const errors: Record<string, string> = words === "" ? {} : { words: message };
  return (
    <ModeratePage title="Find a campaign" errors={errors}>
      <FindCampaignForm value={words} error={errors.words} />
    </ModeratePage>
  );
}
