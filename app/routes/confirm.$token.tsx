import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ConfirmForm as ConfirmFormView } from "#app/components/confirm-form.tsx";
import { ConfirmProblem } from "#app/components/confirm-problem.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { ThankYou } from "#app/components/thank-you.tsx";
import {
  isIn,
  takesConfirmations,
  takesSignatures,
  UNPUBLISHED_STATES,
  VISIBLE_STATES,
} from "#app/domain/campaign/campaign.ts";
import { findCampaignById } from "#app/domain/campaign/queries.server.ts";
import { findVersionQuestion } from "#app/domain/open-letter/version-question.server.ts";
import { countryName } from "#app/domain/place/country.ts";
import { listPlaceQuestions } from "#app/domain/place/place-choices.server.ts";
import { formatPostcode } from "#app/domain/place/postcode.ts";
import { ConfirmForm } from "#app/domain/signature/confirm-form.ts";
import { confirmSignature } from "#app/domain/signature/confirm-signature.server.ts";
import { findSignatureByLink } from "#app/domain/signature/queries.server.ts";
import { findSigningPause } from "#app/domain/signature/signing-pause.server.ts";
import { findWhoHears } from "#app/domain/signature/who-hears.server.ts";
import { storyPath } from "#app/domain/story/invite-story.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, keyring, places, clock, settings } = context;
  const now = clock.now();
  const signature = await findSignatureByLink(db.read, keyring, params.token ?? "", ["confirm"]);
  if (!signature) return data({ stage: "problem" as const, problem: "unknown_link" as const, path: "" }, 404);
  const { path, title, state } = signature.campaign;
  if (signature.state === "confirmed") {
    const hears = await findWhoHears(db.read, signature.cell, now);
    const shareUrl = isIn(VISIBLE_STATES, state) ? `${settings.appUrl}${path}` : "";
    const campaign = await findCampaignById(db.read, signature.campaignId);
    return {
      ...{ stage: "thanks" as const, title, path, shareUrl, hears, forwarding: settings.forwarding },
      storyPath: campaign ? storyPath(campaign) : "",
    };
  }
  if (await findSigningPause(db.read))
    return data({ stage: "problem" as const, problem: "signing_paused" as const, path }, 409);
  const isLate = signature.state !== "pending" || (signature.expiresAt ?? 0) <= now;
  if (isLate) return data({ stage: "problem" as const, problem: "expired" as const, path }, 410);
  if (!takesConfirmations(signature.campaign, signature.createdAt, now)) {
    const isUnpublished = isIn(UNPUBLISHED_STATES, state);
    const problem = isUnpublished ? ("campaign_in_review" as const) : ("campaign_closed" as const);
    return data({ stage: "problem" as const, problem, path }, 409);
  }
  return {
    stage: "confirm" as const,
    title,
    path,
    isSignable: takesSignatures(signature.campaign, now),
    question:
      signature.campaign.kind === "letter" && state !== "gathering"
        ? await findVersionQuestion(db.read, {
            campaignId: signature.campaignId,
            signed: signature.textVersion,
            present: signature.campaign.textVersion,
          })
        : undefined,
    newTextVersion:
      signature.textVersion < signature.campaign.textVersion ? signature.campaign.textVersion : undefined,
    name: signature.name,
    claim: signature.claim,
    from: signature.country === "" ? formatPostcode(signature.postcode) : countryName(signature.country),
    isAbroad: signature.country !== "",
    questions: await listPlaceQuestions(db.read, places, signature),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const parsed = ConfirmForm.safeParse(await readForm(request));
  if (!parsed.success) return data({ problem: undefined, errors: fieldErrors(parsed.error) }, 422);
  const { textVersion, shownVersion, ...choice } = parsed.data;
  const outcome = await confirmSignature(
    context,
    { token, choice, textVersion, shownVersion },
    context.clock.now(),
  );
  switch (outcome) {
    case "confirmed":
    case "already_confirmed":
      return redirect(`/confirm/${token}`, 303);
    case "unknown_link":
      return data({ problem: outcome, errors: {} }, 404);
    case "expired":
      return data({ problem: outcome, errors: {} }, 410);
    case "words_changed":
      return data({ problem: undefined, errors: {} }, 409);
    case "campaign_closed":
    case "campaign_in_review":
    case "campaign_full":
    case "signing_paused":
    case "same_name":
    case "other_postcode":
    case "two_holders":
      return data({ problem: outcome, errors: {} }, 409);
  }
}

export const meta: MetaFunction = () => pageTitle("Confirm your signature");

export default function ConfirmPage(): ReactElement {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent?.problem) return <ConfirmProblem problem={sent.problem} path={page.path} />;
  switch (page.stage) {
    case "problem":
      return <ConfirmProblem problem={page.problem} path={page.path} />;
    case "thanks":
      return <ThankYou {...page} />;
    case "confirm":
      return <ConfirmFormView {...page} errors={sent?.errors ?? {}} />;
  }
}
