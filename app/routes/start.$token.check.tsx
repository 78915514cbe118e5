import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { CampaignPreview } from "#app/components/campaign-preview.tsx";
import { MessagePreview } from "#app/components/message-preview.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { petitionCard } from "#app/components/petition-card.ts";
import { SimilarPetitions, StartMissing, StartNext } from "#app/components/start-check.tsx";
import { StepList } from "#app/components/start-page.tsx";
import { doneSteps } from "#app/components/start-values.ts";
import { requestSignIn } from "#app/domain/account/request-sign-in.server.ts";
import { beginOwnDraft } from "#app/domain/campaign/begin-own-draft.server.ts";
import { draftGaps } from "#app/domain/campaign/draft.ts";
import { draftText } from "#app/domain/campaign/drafts.server.ts";
import { findPicture } from "#app/domain/campaign/find-picture.server.ts";
import { similarCampaigns } from "#app/domain/campaign/similar-campaigns.server.ts";
import { previewReport } from "#app/http/preview-report.server.ts";
import { requireDraft } from "#app/http/require-draft.server.ts";
import { findVisitor } from "#app/http/require-role.server.ts";

const SIMILAR_SHOWN = 4;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const draft = await requireDraft(context, params.token);
  const { title, asks, bodyGss, bodyName, organiserName, goal, pictureId, email } = draft;
  const text = draftText(draft);
  const [picture, message, similar] = await Promise.all([
    findPicture(context.db.read, pictureId),
    previewReport(context, draft),
    similarCampaigns(context.db.read, { title, asks: asks.map((ask) => ask.text), bodyGss }, SIMILAR_SHOWN),
  ]);
  return {
    base: `/start/${params.token}`,
    gaps: draftGaps(draft),
    done: doneSteps(draft),
    campaign: { bodyName, organiserName, goal },
    email,
    text,
    picture,
    message,
    similar: similar.map((one) => petitionCard(one)),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const draft = await requireDraft(context, params.token);
  if (draftGaps(draft).length > 0) return data({ isIncomplete: true }, 422);
  const now = context.clock.now();
  const visitor = await findVisitor(context, request);
  const begun = await beginOwnDraft(context, { campaignId: draft.id, accountId: visitor?.accountId }, now);
  if (begun !== "prove_address") return redirect(`/organise/${begun.number}`, 303);
  const asked = { campaignId: draft.id, clientAddress: context.client.address };
  await requestSignIn(context, draft.email, now, asked);
  return redirect(`/start/${params.token}/sent`, 303);
}

export const meta: MetaFunction = () => pageTitle("Look it over and begin");

export default function StartCheckPage(): ReactElement {
  const { base, gaps, done, campaign, email, text, picture, message, similar } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <div className="start">
      <PageHeading
        kicker="Start a petition · the last page"
        title="Look it over and begin"
        lede="This is how it will look. Read it once more as somebody who does not know you."
      />
      {sent?.isIncomplete ? (
        <Notice tone="problem">
          <p role="alert">Something is still missing, so it has not begun.</p>
        </Notice>
      ) : null}
      <StartMissing base={base} gaps={gaps} />
      <SimilarPetitions similar={similar} />
      {text === undefined ? null : (
        <>
          <h2>Your petition</h2>
          <CampaignPreview campaign={campaign} text={text} picture={picture} />
        </>
      )}
      {message === undefined ? null : (
        <>
          <h2>What an MP would read</h2>
          <MessagePreview message={message} />
        </>
      )}
      {gaps.length > 0 ? null : (
        <>
          <StartNext email={email} />
          <form method="post">
            <Button isWide>Begin</Button>
          </form>
        </>
      )}
      <h2>Change something</h2>
      <StepList base={base} done={done} />
    </div>
  );
}
