import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ConfirmForm } from "#app/components/confirm-form.tsx";
import { ConfirmProblem } from "#app/components/confirm-problem.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { ThankYou } from "#app/components/thank-you.tsx";
import { takesSignatures } from "#app/domain/campaign/campaign.ts";
import { PlaceChoice } from "#app/domain/place/cell.ts";
import { countryName } from "#app/domain/place/country.ts";
import { listPlaceQuestions } from "#app/domain/place/place-choices.server.ts";
import { formatPostcode } from "#app/domain/place/postcode.ts";
import { confirmSignature } from "#app/domain/signature/confirm-signature.server.ts";
import { findSignatureByLink } from "#app/domain/signature/queries.server.ts";
import { findWhoHears } from "#app/domain/signature/who-hears.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, keyring, places, clock, settings } = context;
  const now = clock.now();
  const signature = await findSignatureByLink(db.read, keyring, params.token ?? "", ["confirm"]);
  if (!signature) return data({ stage: "problem" as const, problem: "unknown_link" as const, slug: "" }, 404);
  const { slug, title } = signature.campaign;
  if (signature.state === "confirmed") {
    const hears = await findWhoHears(db.read, signature.cell, now);
    const shareUrl = `${settings.appUrl}/petitions/${slug}`;
    return { stage: "thanks" as const, title, slug, shareUrl, hears, forwarding: settings.forwarding };
  }
  const isLate = signature.state !== "pending" || (signature.expiresAt ?? 0) <= now;
  if (isLate) return data({ stage: "problem" as const, problem: "expired" as const, slug }, 410);
  if (!takesSignatures(signature.campaign, now))
    return data({ stage: "problem" as const, problem: "campaign_closed" as const, slug }, 409);
  return {
    stage: "confirm" as const,
    title,
    slug,
    name: signature.name,
    from: signature.country === "" ? formatPostcode(signature.postcode) : countryName(signature.country),
    isAbroad: signature.country !== "",
    questions: await listPlaceQuestions(db.read, places, signature),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const choice = PlaceChoice.safeParse(await readForm(request));
  if (!choice.success) return data({ problem: undefined, errors: fieldErrors(choice.error) }, 422);
  const outcome = await confirmSignature(context, { token, choice: choice.data }, context.clock.now());
  switch (outcome) {
    case "confirmed":
    case "already_confirmed":
      return redirect(`/confirm/${token}`, 303);
    case "unknown_link":
      return data({ problem: outcome, errors: {} }, 404);
    case "expired":
      return data({ problem: outcome, errors: {} }, 410);
    case "campaign_closed":
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
  if (sent?.problem) return <ConfirmProblem problem={sent.problem} slug={page.slug} />;
  switch (page.stage) {
    case "problem":
      return <ConfirmProblem problem={page.problem} slug={page.slug} />;
    case "thanks":
      return <ThankYou {...page} />;
    case "confirm":
      return <ConfirmForm {...page} errors={sent?.errors ?? {}} />;
  }
}
