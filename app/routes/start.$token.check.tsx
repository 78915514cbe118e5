import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { CampaignPreview } from "#app/components/campaign-preview.tsx";
import { kindWords } from "#app/components/kind-words.ts";
import { MessagePreview } from "#app/components/message-preview.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import {
  NotAllowed,
  SimilarCampaigns,
  StartChange,
  StartFacts,
  StartMissing,
  StartNext,
} from "#app/components/start-check.tsx";
import { StartBack, StepList, startWords } from "#app/components/start-page.tsx";
import { doneSteps } from "#app/components/start-values.ts";
import { requestSignIn } from "#app/domain/account/request-sign-in.server.ts";
import { beginOwnDraft } from "#app/domain/campaign/begin-own-draft.server.ts";
import { draftGaps, draftSteps } from "#app/domain/campaign/draft.ts";
import { draftText, findDraft } from "#app/domain/campaign/drafts.server.ts";
import { findPicture } from "#app/domain/campaign/find-picture.server.ts";
import { similarCampaigns } from "#app/domain/campaign/similar-campaigns.server.ts";
import { listAddressees } from "#app/domain/recipient/list-named.server.ts";
import { STANDING_STATES } from "#app/domain/recipient/named-recipient.ts";
import { previewReport } from "#app/http/preview-report.server.ts";
import { NOT_INDEXED, requireDraft } from "#app/http/require-draft.server.ts";
import { findVisitor } from "#app/http/require-role.server.ts";
import { findVisitorAddress, isSameAddress } from "#app/http/visitor-address.server.ts";

const SIMILAR_SHOWN = 3;

export const headers: HeadersFunction = () => NOT_INDEXED;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const draft = await requireDraft(context, params.token);
  const { id, kind, title, asks, askClause, bodyGss, bodyName, organiserName, pictureId, email } = draft;
  const { goal, closesOn, showsNames } = draft;
  const [picture, message, similar, address, addressees] = await Promise.all([
    findPicture(context.db.read, pictureId),
    bodyName === "" || askClause === "" ? undefined : previewReport(context, draft, draft.postcode),
    similarCampaigns(context.db.read, { title, asks: asks.map((ask) => ask.text), bodyGss }, SIMILAR_SHOWN),
    findVisitorAddress(context, request),
    listAddressees(context.db.read, id, STANDING_STATES),
  ]);
  return {
    base: `/start/${params.token}`,
    ...{ kind, addressees },
    gaps: draftGaps(draft),
    done: doneSteps(draft, addressees.length),
    campaign: { bodyName, organiserName, goal },
    facts: { organiserName, email, goal, closesOn, showsNames },
    isProved: address !== undefined && isSameAddress(address, email),
    text: draftText(draft),
    picture,
    message,
    similar: similar.map((one) => ({
      ...{
        kind: one.kind,
        slug: one.slug,
        title: one.title,
        bodyName: one.bodyName,
        signatureCount: one.signatureCount,
      },
    })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const draft = await findDraft(context, params.token ?? "");
  const visitor = await findVisitor(context, request);
  // Pressed twice, the first press has begun it: its organiser is led to it and not told that nothing is there.
  if (!draft && visitor) throw redirect("/organise", 303);
  if (!draft) throw new Response(null, { status: 404 });
  if (draftGaps(draft).length > 0) return data({ isIncomplete: true }, 422);
  const now = context.clock.now();
  const begun = await beginOwnDraft(context, { campaignId: draft.id, accountId: visitor?.accountId }, now);
  if (begun !== "prove_address") return redirect(`/organise/${begun.number}`, 303);
  const asked = { campaignId: draft.id, clientAddress: context.client.address };
  await requestSignIn(context, draft.email, now, asked);
  return redirect(`/start/${params.token}/sent`, 303);
}

export const meta: MetaFunction = () => pageTitle("Look it over and begin");

export default function StartCheckPage(): ReactElement {
  const { base, kind, addressees, gaps, done, campaign, facts, isProved, text, picture, message, similar } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <div className="start">
      <PageHeading
        kicker={`${startWords(kind)} · the last page`}
        title="Look it over and begin"
        lede="This is how it will look. Read it once more as somebody who does not know you."
      />
      {sent?.isIncomplete ? (
        <Notice tone="problem">
          <p role="alert">Something is still missing, so it has not begun.</p>
        </Notice>
      ) : null}
      <StartMissing base={base} gaps={gaps} />
      <SimilarCampaigns similar={similar} />
      {text === undefined ? null : (
        <>
          <h2>Your {kindWords(kind).one}</h2>
          <CampaignPreview campaign={{ ...campaign, kind }} {...{ text, picture, addressees }} />
          <StartChange
            {...{ kind, base }}
            steps={draftSteps(kind).filter((step) => step !== "you" && step !== "goal")}
          />
        </>
      )}
      {message === undefined ? null : (
        <>
          <h2>What an MP would read</h2>
          <MessagePreview message={message} />
          <StartChange {...{ kind, base }} steps={["whom"]} />
        </>
      )}
      <h2>The rest</h2>
      <StartFacts {...{ kind, base, facts }} />
      <NotAllowed />
      {gaps.length > 0 ? null : (
        <>
          <StartNext {...{ kind, isProved }} email={facts.email} />
          <form method="post">
            <p>By beginning you say that it is true as far as you know, and yours to publish.</p>
            <Button isWide>Begin</Button>
          </form>
        </>
      )}
      <StartBack {...{ kind, base }} before="easy" />
      <StepList {...{ kind, base, done }} />
    </div>
  );
}
