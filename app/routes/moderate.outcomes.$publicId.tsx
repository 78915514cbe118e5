import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { OutcomeFacts } from "#app/components/outcome-facts.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { SettleForm } from "#app/components/settle-form.tsx";
import { settleOutcome } from "#app/domain/campaign/settle-outcome.server.ts";
import { runsCampaign } from "#app/domain/moderation/moderator.server.ts";
import { readOutcome } from "#app/domain/moderation/read-outcome.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { settleProposal } from "#app/http/settle-proposal.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const found = await readOutcome(context.db.read, context.keyring, params.publicId ?? "");
  if (!found) throw new Response(null, { status: 404 });
  const { campaignId, ...outcome } = found;
  return { outcome, isOwn: await runsCampaign(context.db.read, campaignId, accountId) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const asked = { publicId: params.publicId, settle: settleOutcome };
  const refused = await settleProposal(context, request, asked);
  return refused ? data(refused, refused.status) : redirect("/moderate/outcomes", 303);
}

export const meta: MetaFunction = () => pageTitle("What became of an ask");

export default function ModerateOutcome(): ReactElement {
  const { outcome, isOwn } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ModeratePage
      title={outcome.title}
      lede="What became of an ask"
      up={{ href: "/moderate/outcomes", label: "What became of asks" }}
      errors={sent?.errors}
      problem={sent?.problem}
    >
      <OutcomeFacts outcome={outcome} />
      {outcome.state !== "waiting" ? null : isOwn ? (
        <p>You run this campaign, so another moderator decides about it.</p>
      ) : (
        <SettleForm
          options={[
            {
              value: "accepted",
              label: "Accept it",
              hint: "Open the source first: it must show this. Then it stands on its page.",
            },
            { value: "declined", label: "Decline it" },
          ]}
          values={sent?.values ?? {}}
          errors={sent?.errors ?? {}}
        />
      )}
    </ModeratePage>
  );
}
