import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { EmailQuestion } from "#app/components/email-question.tsx";
import { kindWords } from "#app/components/kind-words.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { SignForm } from "#app/components/sign-form.tsx";
import { signFormCampaign } from "#app/components/sign-form-campaign.ts";
import { takesSignatures } from "#app/domain/campaign/campaign.ts";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { findPublisher } from "#app/domain/group/publisher.server.ts";
import { recordSignature } from "#app/domain/signature/record-signature.server.ts";
import { readSignForm } from "#app/domain/signature/sign-form.ts";
import { findSigningPause } from "#app/domain/signature/signing-pause.server.ts";
import { suggestAddress } from "#app/domain/signature/suggest-address.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireCampaign, requireCampaignAt } from "#app/http/require-campaign.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(context, request, params.slug);
  const isSignable = takesSignatures(campaign, context.clock.now());
  const isHalted = (await findSigningPause(context.db.read)) !== undefined;
  const publisher = await findPublisher(context.db.read, campaign.groupId);
  return {
    base: publicCampaignPath(campaign),
    kind: campaign.kind,
    title: campaign.title,
    form: signFormCampaign({ ...campaign, publisher }, isSignable, isHalted),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const now = context.clock.now();
  const campaign = await requireCampaignAt(context, request, params.slug);
  const values = await readForm(request);
  const parsed = readSignForm(campaign.kind, values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), suggestion: "" }, 422);
  const form = parsed.data;
  const suggestion = form.emailChecked === "" ? suggestAddress(form.email) : undefined;
  if (suggestion !== undefined) return data({ values, errors: {}, suggestion }, 422);
  const outcome = await recordSignature(
    context,
    { campaignId: campaign.id, form, clientAddress: context.client.address },
    now,
  );
  switch (outcome) {
    case "recorded":
      return redirect(`${publicCampaignPath(campaign)}/check-your-email`, 303);
    case "campaign_closed":
    case "campaign_full":
    case "signing_paused":
      return data({ values, errors: {}, suggestion: "" }, 409);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) =>
  pageTitle(found ? `Sign: ${found.title}` : "Sign");

export default function SignPage(): ReactElement {
  const { base, kind, title, form } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const signUrl = `${base}/sign`;
  return (
    <>
      <PageHeading
        title={title}
        kicker={
          <a href={base}>
            {kindWords(kind).One} to {form.bodyName}
          </a>
        }
      />
      {sent?.suggestion ? (
        <EmailQuestion action={signUrl} campaign={form} values={sent.values} suggestion={sent.suggestion} />
      ) : (
        <SignForm action={signUrl} campaign={form} values={sent?.values} errors={sent?.errors} />
      )}
    </>
  );
}
