import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ChangeFacts } from "#app/components/change-facts.tsx";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { SettleForm } from "#app/components/settle-form.tsx";
import { settleChange } from "#app/domain/campaign/settle-change.server.ts";
import { runsCampaign } from "#app/domain/moderation/moderator.server.ts";
import { type ReadChange, readChange } from "#app/domain/moderation/read-change.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { settleProposal } from "#app/http/settle-proposal.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const found = await readChange(context.db.read, context.keyring, params.publicId ?? "");
  if (!found) throw new Response(null, { status: 404 });
  const { campaignId, ...change } = found;
  return { change, isOwn: await runsCampaign(context.db.read, campaignId, accountId) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const asked = { publicId: params.publicId, settle: settleChange };
  const refused = await settleProposal(context, request, asked);
  return refused ? data(refused, refused.status) : redirect("/moderate/changes", 303);
}

export const meta: MetaFunction = () => pageTitle("A change to a campaign");

export default function ModerateChange(): ReactElement {
  const { change, isOwn } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ModeratePage
      title={change.title}
      lede="A change to what is public"
      up={{ href: "/moderate/changes", label: "Changes to campaigns" }}
      errors={sent?.errors}
      problem={sent?.problem}
    >
      <ChangeFacts change={change} />
      {change.state !== "waiting" ? null : isOwn ? (
        <p>You run this campaign, so another moderator decides about it.</p>
      ) : (
        <SettleForm
          options={[
            {
              value: "accepted",
              label: "Accept it",
              hint: acceptHint(change),
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

function acceptHint({ kind, isOfSigned }: Pick<ReadChange, "kind" | "isOfSigned">): string {
  if (kind === "petition") return "It must not change what people have signed. The old text stays in public.";
  return isOfSigned
    ? "It becomes a new version. Everybody who signed gets one mail, and stays with the old words unless they agree. The old version stays in public."
    : "Only what stands outside the signed letter changes: no new version, and no mail.";
}
