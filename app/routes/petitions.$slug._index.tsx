import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AskList } from "#app/components/ask-list.tsx";
import { CampaignAchieved } from "#app/components/campaign-achieved.tsx";
import { CampaignLayout } from "#app/components/campaign-layout.tsx";
import { CampaignLead } from "#app/components/campaign-lead.tsx";
import { CampaignWords } from "#app/components/campaign-words.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { PetitionProgress } from "#app/components/petition-progress.tsx";
import { RejectedPetition } from "#app/components/rejected-petition.tsx";
import { ResponseSection } from "#app/components/response-section.tsx";
import { SignForm } from "#app/components/sign-form.tsx";
import { signFormCampaign } from "#app/components/sign-form-campaign.ts";
import { SignedNames } from "#app/components/signed-names.tsx";
import { TextChanges } from "#app/components/text-changes.tsx";
import { toldRows } from "#app/components/told-rows.ts";
import { ToldTable } from "#app/components/told-table.tsx";
import { WhereSignedSection } from "#app/components/where-signed.tsx";
import { findPetitionProgress } from "#app/domain/area/find-petition-progress.server.ts";
import { takesSignatures } from "#app/domain/campaign/campaign.ts";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { findPicture } from "#app/domain/campaign/find-picture.server.ts";
import { listFormerTexts } from "#app/domain/campaign/former-texts.server.ts";
import { listAskEvents } from "#app/domain/campaign/outcomes.server.ts";
import { countSignatures } from "#app/domain/campaign/queries.server.ts";
import { whereSigned } from "#app/domain/campaign/where-signed.server.ts";
import { listTold } from "#app/domain/forwarding/queries.server.ts";
import { reasonWords } from "#app/domain/moderation/reasons.ts";
import { listAnswers } from "#app/domain/response/queries.server.ts";
import { listPublicNames } from "#app/domain/signature/queries.server.ts";
import { findSigningPause } from "#app/domain/signature/signing-pause.server.ts";
import { requireCampaign } from "#app/http/require-campaign.server.ts";
import { ANSWERS_SHOWN } from "#app/policy.ts";

const NAMES_SHOWN = 24;
const TOLD_SHOWN = 5;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, clock, settings } = context;
  const now = clock.now();
  const isEasy = new URL(request.url).searchParams.get("text") === "easy";
  const campaign = await requireCampaign(context, request, params.slug, isEasy ? "easy" : "en");
  if (campaign.state === "rejected") return { rejected: campaign, reason: reasonWords(campaign.reason) };
  const [count, where, names, told, pause, picture, events, formerTexts, answers, progress] =
    await Promise.all([
      countSignatures(db.read, campaign.id),
      whereSigned(db.read, campaign),
      campaign.showsNames ? listPublicNames(db.read, campaign.id, NAMES_SHOWN) : [],
      listTold(db.read, { campaignId: campaign.id, forwarding: settings.forwarding, limit: TOLD_SHOWN }, now),
      findSigningPause(db.read),
      findPicture(db.read, campaign.pictureId),
      listAskEvents(db.read, campaign.id),
      listFormerTexts(db.read, campaign.id),
      listAnswers(db.read, { campaignId: campaign.id, limit: ANSWERS_SHOWN }, now),
      findPetitionProgress(db.read, campaign),
    ]);
  const { slug, title, why, more, variants, bodyName, organiserName, goal, asks, isDemonstration } = campaign;
  return {
    campaign: {
      slug,
      title,
      why,
      more,
      variants,
      bodyName,
      organiserName,
      goal,
      asks: asks.map((ask) => ({
        ...ask,
        events: events.filter(({ position }) => position === ask.position),
        answers: answers.toAsks.filter(({ position }) => position === ask.position),
      })),
      isDemonstration,
      isEasy,
    },
    picture,
    formerTexts,
    answers: { ...answers, toAsks: undefined },
    progress,
    form: signFormCampaign(campaign, takesSignatures(campaign, now), pause !== undefined),
    count,
    where,
    names,
    told: { rows: toldRows(told.rows), count: told.count, isLive: settings.forwarding === "live" },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const campaign = data?.campaign ?? data?.rejected;
  return campaign ? pageTitle(campaign.title, campaign.why.split("\n")[0]) : pageTitle("Petition");
};

export default function PetitionPage(): ReactElement {
  const loaded = useLoaderData<typeof loader>();
  return loaded.rejected ? (
    <RejectedPetition campaign={loaded.rejected} reason={loaded.reason} />
  ) : (
    <OpenedPetition loaded={loaded} />
  );
}

type Opened = Exclude<ReturnType<typeof useLoaderData<typeof loader>>, { rejected: object }>;

function OpenedPetition({ loaded }: { loaded: Opened }): ReactElement {
  const { campaign, picture, formerTexts, form, count, where, names, told, answers, progress } = loaded;
  const base = publicCampaignPath({ kind: "petition", slug: campaign.slug });
  return (
    <CampaignLayout
      lead={
        <>
          <CampaignLead
            campaign={campaign}
            count={count}
            where={where}
            isClosed={form.signing === "closed"}
          />
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
      <TextChanges texts={formerTexts} base={base} />
      <WhereSignedSection
        where={where}
        bodyName={campaign.bodyName}
        href={`${base}/places`}
        mapHref={`${base}/map`}
      />
      <PetitionProgress found={progress} />
      <h2>Who is told</h2>
      {told.count === 0 ? (
        <p>
          As soon as five people have signed in one place, its MP and councillors{" "}
          {told.isLive ? "are" : "would be"} told how many. <a href="/about#told">How we tell them</a>
        </p>
      ) : (
        <>
          <ToldTable caption="Who is told how many of their constituents have signed" rows={told.rows} />
          <p>
            <a href={`${base}/told`}>
              {told.count > TOLD_SHOWN ? `All ${told.count} representatives` : "More about who is told"}
            </a>
          </p>
        </>
      )}
      <ResponseSection answers={answers} href={`${base}/answers`} />
      <SignedNames names={names} count={count} />
    </CampaignLayout>
  );
}
