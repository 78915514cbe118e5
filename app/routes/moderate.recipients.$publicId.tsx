import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { problemErrors } from "#app/components/admin-words.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { RecipientFacts } from "#app/components/recipient-facts.tsx";
import { RecipientSettle } from "#app/components/recipient-settle.tsx";
import { isIn } from "#app/domain/campaign/campaign.ts";
import { runsCampaign } from "#app/domain/moderation/moderator.server.ts";
import { CHECKED_STATES, namedLine } from "#app/domain/recipient/named-recipient.ts";
import { SettleRecipientForm } from "#app/domain/recipient/settle-form.ts";
import { settleRecipient } from "#app/domain/recipient/settle-recipient.server.ts";
import { findRecipient } from "#app/domain/recipient/waiting-recipients.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const { db, keyring, clock } = context;
  const found = await findRecipient(db.read, keyring, params.publicId ?? "", clock.now());
  if (!found) throw new Response(null, { status: 404 });
  const { campaignId, representativeId: _, known, ...recipient } = found;
  return {
    recipient,
    known: known.map(({ representativeId: __, ...one }) => one),
    isOwn: await runsCampaign(db.read, campaignId, accountId),
    maySettle: recipient.state === "waiting" && isIn(CHECKED_STATES, recipient.campaign.state),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId: moderatorId } = await requireRole(context, request, "moderator");
  const values = await readForm(request);
  const form = SettleRecipientForm.safeParse(values);
  if (!form.success) return data({ values, errors: fieldErrors(form.error), problem: "" }, 422);
  const asked = { publicId: params.publicId ?? "", moderatorId, form: form.data };
  const settled = await settleRecipient(context, asked, context.clock.now());
  const refused = (status: number, problem: string) => data({ values, errors: {}, problem }, status);
  switch (settled.outcome) {
    case "settled":
      return redirect("/moderate/recipients", 303);
    case "unknown":
      throw new Response(null, { status: 404 });
    case "own_campaign":
      return refused(403, "You run this campaign, so another moderator decides about it.");
    case "already_settled":
      return refused(409, "This has been settled meanwhile, as shown below.");
    case "not_now":
      return refused(409, "The campaign is neither in review nor open any more, so nobody is taken now.");
    case "address_known":
      return data({ values, errors: { known: ADDRESS_KNOWN }, problem: "" }, 422);
    case "refused":
      return data({ values, errors: onForm(problemErrors(settled.problem)), problem: "" }, 422);
  }
}

const ADDRESS_KNOWN = "Somebody known has this address: choose them, or enter another address";

/** The fields of this form by those of the pages for representatives. */
function onForm(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, message]) => [field === "address" ? "email" : "seat", message]),
  );
}

export const meta: MetaFunction = () => pageTitle("Whom a campaign is addressed to");

export default function ModerateRecipient(): ReactElement {
  const { recipient, known, isOwn, maySettle } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ModeratePage
      title={namedLine(recipient)}
      lede="Named by those who run a campaign. Compare it with the page before anything is shown or sent."
      up={{ href: "/moderate/recipients", label: "Whom campaigns are addressed to" }}
      errors={sent?.errors}
      problem={sent?.problem}
    >
      <RecipientFacts recipient={recipient} />
      {!maySettle ? null : isOwn ? (
        <p>You run this campaign, so another moderator decides about it.</p>
      ) : (
        <RecipientSettle {...{ recipient, known }} values={sent?.values ?? {}} errors={sent?.errors ?? {}} />
      )}
    </ModeratePage>
  );
}
