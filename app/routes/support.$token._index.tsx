import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { CampaignLayout } from "#app/components/campaign-layout.tsx";
import { CampaignWords } from "#app/components/campaign-words.tsx";
import { EmailQuestion } from "#app/components/email-question.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { SignForm } from "#app/components/sign-form.tsx";
import { supportForm } from "#app/components/sign-form-campaign.ts";
import { SupportLead } from "#app/components/support-lead.tsx";
import { SupportLetter } from "#app/components/support-letter.tsx";
import { findPicture } from "#app/domain/campaign/find-picture.server.ts";
import { findPublisher } from "#app/domain/group/publisher.server.ts";
import { listAddressees } from "#app/domain/recipient/list-named.server.ts";
import { STANDING_STATES } from "#app/domain/recipient/named-recipient.ts";
import { countSupporters } from "#app/domain/signature/gathering.server.ts";
import { recordSignature } from "#app/domain/signature/record-signature.server.ts";
import { readSignForm } from "#app/domain/signature/sign-form.ts";
import { findSigningPause } from "#app/domain/signature/signing-pause.server.ts";
import { suggestAddress } from "#app/domain/signature/suggest-address.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireSupported } from "#app/http/require-supported.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { read } = context.db;
  const token = params.token ?? "";
  const isEasy = new URL(request.url).searchParams.get("text") === "easy";
  const campaign = await requireSupported(context, token, isEasy ? "easy" : "en");
  const [count, pause, picture, publisher, addressees] = await Promise.all([
    countSupporters(read, campaign.id),
    findSigningPause(read),
    findPicture(read, campaign.pictureId),
    findPublisher(read, campaign.groupId),
    listAddressees(read, campaign.id, STANDING_STATES),
  ]);
  const { kind, title, why, more, variants, bodyName, organiserName, asks, state, letter } = campaign;
  return {
    path: `/support/${token}`,
    campaign: { kind, title, why, more, variants, bodyName, organiserName, asks, isEasy, letter },
    addressees,
    picture,
    form: supportForm({ ...campaign, publisher }, { count, isHalted: pause !== undefined }),
    count,
    isInReview: state !== "gathering",
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const campaign = await requireSupported(context, token);
  const values = await readForm(request);
  const parsed = readSignForm(campaign.kind, values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), suggestion: "" }, 422);
  const form = parsed.data;
  const suggestion = form.emailChecked === "" ? suggestAddress(form.email) : undefined;
  if (suggestion !== undefined) return data({ values, errors: {}, suggestion }, 422);
  const signing = { campaignId: campaign.id, form, clientAddress: context.client.address };
  const outcome = await recordSignature(context, signing, context.clock.now());
  switch (outcome) {
    case "recorded":
      return redirect(`/support/${token}/check-your-email`, 303);
    case "campaign_closed":
    case "campaign_full":
    case "signing_paused":
      return data({ values, errors: {}, suggestion: "" }, 409);
  }
}

export const headers: HeadersFunction = () => ({ "X-Robots-Tag": "noindex, nofollow" });

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  ...pageTitle(found ? `Support: ${found.campaign.title}` : "Support it"),
  { name: "robots", content: "noindex, nofollow" },
];

export default function SupportPage(): ReactElement {
  const { path, campaign, addressees, picture, form, count, isInReview } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <CampaignLayout
      lead={<SupportLead campaign={campaign} count={count} isInReview={isInReview} />}
      side={
        sent?.suggestion ? (
          <EmailQuestion action={path} campaign={form} values={sent.values} suggestion={sent.suggestion} />
        ) : (
          <SignForm action={path} campaign={form} values={sent?.values} errors={sent?.errors} />
        )
      }
    >
      {campaign.kind === "letter" && !campaign.isEasy ? (
        <SupportLetter {...{ campaign, addressees, picture, path }} />
      ) : (
        <CampaignWords campaign={campaign} picture={picture} path={path} />
      )}
    </CampaignLayout>
  );
}
