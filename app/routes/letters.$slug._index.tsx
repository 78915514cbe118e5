import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { CampaignAchieved } from "#app/components/campaign-achieved.tsx";
import { CampaignLayout } from "#app/components/campaign-layout.tsx";
import { CampaignPicture } from "#app/components/campaign-picture.tsx";
import { CampaignSections } from "#app/components/campaign-sections.tsx";
import { LetterAround } from "#app/components/letter-around.tsx";
import { LetterLead } from "#app/components/letter-lead.tsx";
import { LetterSheet } from "#app/components/letter-sheet.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { PublishedBy } from "#app/components/published-by.tsx";
import { RejectedCampaign } from "#app/components/rejected-campaign.tsx";
import { SignForm } from "#app/components/sign-form.tsx";
import { signFormCampaign } from "#app/components/sign-form-campaign.ts";
import { SignedNames } from "#app/components/signed-names.tsx";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { reasonWords } from "#app/domain/moderation/reasons.ts";
import { listLetterRecipients } from "#app/domain/open-letter/letter-recipients.server.ts";
import { listOlderVersions } from "#app/domain/open-letter/list-older-versions.server.ts";
import { olderVersionWords } from "#app/domain/open-letter/older-versions.ts";
import { readCampaignPage } from "#app/http/read-campaign-page.server.ts";
import { requireCampaign } from "#app/http/require-campaign.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const isEasy = new URL(request.url).searchParams.get("text") === "easy";
  const campaign = await requireCampaign(context, request, params.slug, isEasy ? "easy" : "en");
  if (campaign.state === "rejected") return { rejected: campaign, reason: reasonWords(campaign.reason) };
  const { read } = context.db;
  const [{ campaign: shown, isSignable, isHalted, ...page }, recipients, older] = await Promise.all([
    readCampaignPage(context, campaign),
    listLetterRecipients(read, campaign.id),
    listOlderVersions(read, campaign),
  ]);
  return {
    ...page,
    rejected: undefined,
    campaign: { ...shown, letter: campaign.letter, isEasy },
    recipients,
    older: olderVersionWords(older),
    form: signFormCampaign({ ...campaign, publisher: page.publisher }, isSignable, isHalted),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const campaign = data && (data.rejected ?? data.campaign);
  return campaign ? pageTitle(campaign.title, campaign.why.split("\n")[0]) : pageTitle("Open letter");
};

export default function LetterPage(): ReactElement {
  const loaded = useLoaderData<typeof loader>();
  return loaded.rejected ? (
    <RejectedCampaign campaign={loaded.rejected} reason={loaded.reason} />
  ) : (
    <OpenedLetter loaded={loaded} />
  );
}

type Opened = Exclude<ReturnType<typeof useLoaderData<typeof loader>>, { rejected: object }>;

/** The letter itself comes before the form, on a phone and read aloud: people sign what they have read. */
function OpenedLetter({ loaded }: { loaded: Opened }): ReactElement {
  const { campaign, recipients, older, picture, publisher, form, count, names } = loaded;
  const { bodyName, asks, isDemonstration } = campaign;
  const base = publicCampaignPath(campaign);
  return (
    <CampaignLayout
      lead={
        <>
          <LetterLead campaign={campaign} count={count} older={older} signing={form.signing} base={base} />
          <PublishedBy publisher={publisher} />
          <CampaignAchieved asks={asks} isDemonstration={isDemonstration} />
          <LetterSheet {...campaign} recipients={recipients} />
        </>
      }
      side={<SignForm action={`${base}/sign`} campaign={form} />}
    >
      <SignedNames names={names} count={count} />
      {picture === undefined ? null : <CampaignPicture picture={picture} />}
      <LetterAround campaign={campaign} path={base} />
      <CampaignSections {...loaded} bodyName={bodyName} base={base} />
    </CampaignLayout>
  );
}
