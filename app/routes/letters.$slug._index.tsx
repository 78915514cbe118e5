import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { CampaignAchieved } from "#app/components/campaign-achieved.tsx";
import { CampaignLayout } from "#app/components/campaign-layout.tsx";
import { CampaignPicture } from "#app/components/campaign-picture.tsx";
import { CampaignSections } from "#app/components/campaign-sections.tsx";
import { LetterAround } from "#app/components/letter-around.tsx";
import { LetterFirstNames } from "#app/components/letter-first-names.tsx";
import { LetterLead } from "#app/components/letter-lead.tsx";
import { LetterSheet } from "#app/components/letter-sheet.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { PublishedBy } from "#app/components/published-by.tsx";
import { RejectedCampaign } from "#app/components/rejected-campaign.tsx";
import { SignForm } from "#app/components/sign-form.tsx";
import { signFormCampaign } from "#app/components/sign-form-campaign.ts";
import { SignatorySection } from "#app/components/signatory-list.tsx";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { reasonWords } from "#app/domain/moderation/reasons.ts";
import { listLetterRecipients } from "#app/domain/open-letter/letter-recipients.server.ts";
import { listOlderVersions } from "#app/domain/open-letter/list-older-versions.server.ts";
import { olderVersionWords } from "#app/domain/open-letter/older-versions.ts";
import { listCoSigners } from "#app/domain/open-letter/printed-names.server.ts";
import { listFirstSignatories } from "#app/domain/open-letter/signatories.server.ts";
import { withoutIds } from "#app/domain/open-letter/signatory-search.ts";
import { readCampaignPage } from "#app/http/read-campaign-page.server.ts";
import { requireCampaign } from "#app/http/require-campaign.server.ts";
import { FIRST_SIGNATORIES } from "#app/policy-letters.ts";

const NAMES_SHOWN = 24;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const isEasy = new URL(request.url).searchParams.get("text") === "easy";
  const campaign = await requireCampaign(context, request, params.slug, isEasy ? "easy" : "en");
  if (campaign.state === "rejected") return { rejected: campaign, reason: reasonWords(campaign.reason) };
  const { read } = context.db;
  const { id: campaignId, showsNames } = campaign;
  const [{ campaign: shown, isSignable, isHalted, ...page }, recipients, older, people, organisations] =
    await Promise.all([
      readCampaignPage(context, campaign),
      listLetterRecipients(read, campaignId),
      listOlderVersions(read, campaign),
      showsNames ? listFirstSignatories(read, { campaignId, limit: FIRST_SIGNATORIES + NAMES_SHOWN }) : [],
      listCoSigners(read, campaignId),
    ]);
  return {
    ...page,
    rejected: undefined,
    campaign: { ...shown, letter: campaign.letter, isEasy },
    recipients,
    people: withoutIds(people),
    organisations,
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
  const { campaign, recipients, older, people, organisations, picture, publisher, form, count } = loaded;
  const first = people.filter(({ isFirst }) => isFirst);
  const others = people.filter(({ isFirst }) => !isFirst).slice(0, NAMES_SHOWN);
  const { bodyName, asks, isDemonstration } = campaign;
  const base = publicCampaignPath(campaign);
  const everybody = `${base}/signatories`;
  return (
    <CampaignLayout
      lead={
        <>
          <LetterLead
            {...{ campaign, count, older, base }}
            paperCount={loaded.paperCount}
            signing={form.signing}
          />
          <PublishedBy publisher={publisher} />
          <CampaignAchieved asks={asks} isDemonstration={isDemonstration} />
          <LetterSheet {...campaign} recipients={recipients}>
            <LetterFirstNames people={first} count={count} href={everybody} />
          </LetterSheet>
        </>
      }
      side={<SignForm action={`${base}/sign`} campaign={form} />}
    >
      <SignatorySection
        organisations={organisations}
        people={others}
        count={count - first.length}
        href={everybody}
      />
      {picture === undefined ? null : <CampaignPicture picture={picture} />}
      <LetterAround campaign={campaign} path={base} />
      <CampaignSections {...loaded} bodyName={bodyName} base={base} />
    </CampaignLayout>
  );
}
