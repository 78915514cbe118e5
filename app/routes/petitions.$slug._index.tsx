import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AskList } from "#app/components/ask-list.tsx";
import { CampaignAchieved } from "#app/components/campaign-achieved.tsx";
import { CampaignLayout } from "#app/components/campaign-layout.tsx";
import { CampaignLead } from "#app/components/campaign-lead.tsx";
import { CampaignSections } from "#app/components/campaign-sections.tsx";
import { CampaignWords } from "#app/components/campaign-words.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { PublishedBy } from "#app/components/published-by.tsx";
import { RejectedCampaign } from "#app/components/rejected-campaign.tsx";
import { SignForm } from "#app/components/sign-form.tsx";
import { signFormCampaign } from "#app/components/sign-form-campaign.ts";
import { SignedNames } from "#app/components/signed-names.tsx";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { reasonWords } from "#app/domain/moderation/reasons.ts";
import { readCampaignPage } from "#app/http/read-campaign-page.server.ts";
import { requireCampaign } from "#app/http/require-campaign.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const isEasy = new URL(request.url).searchParams.get("text") === "easy";
  const campaign = await requireCampaign(context, request, params.slug, isEasy ? "easy" : "en");
  if (campaign.state === "rejected") return { rejected: campaign, reason: reasonWords(campaign.reason) };
  const { campaign: shown, isSignable, isHalted, ...page } = await readCampaignPage(context, campaign);
  return {
    ...page,
    rejected: undefined,
    campaign: { ...shown, isEasy },
    form: signFormCampaign({ ...campaign, publisher: page.publisher }, isSignable, isHalted),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const campaign = data && (data.rejected ?? data.campaign);
  return campaign ? pageTitle(campaign.title, campaign.why.split("\n")[0]) : pageTitle("Petition");
};

export default function PetitionPage(): ReactElement {
  const loaded = useLoaderData<typeof loader>();
  return loaded.rejected ? (
    <RejectedCampaign campaign={loaded.rejected} reason={loaded.reason} />
  ) : (
    <OpenedPetition loaded={loaded} />
  );
}

type Opened = Exclude<ReturnType<typeof useLoaderData<typeof loader>>, { rejected: object }>;

function OpenedPetition({ loaded }: { loaded: Opened }): ReactElement {
  const { campaign, picture, publisher, form, count, where, names } = loaded;
  const base = publicCampaignPath(campaign);
  return (
    <CampaignLayout
      lead={
        <>
          <CampaignLead
            campaign={campaign}
            count={count}
            paperCount={loaded.paperCount}
            where={where}
            isClosed={form.signing === "closed"}
          />
          <PublishedBy publisher={publisher} />
          <CampaignAchieved asks={campaign.asks} isDemonstration={campaign.isDemonstration} />
        </>
      }
      side={<SignForm action={`${base}/sign`} campaign={form} />}
    >
      <CampaignWords
        campaign={campaign}
        picture={picture}
        askList={<AskList asks={campaign.asks} isDemonstration={campaign.isDemonstration} />}
        path={base}
      />
      <CampaignSections {...loaded} bodyName={campaign.bodyName} base={base} />
      <SignedNames names={names} count={count} href={`${base}/signatories`} />
    </CampaignLayout>
  );
}
