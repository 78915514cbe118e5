import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { SettleForm } from "#app/components/settle-form.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { UpdateFacts } from "#app/components/update-facts.tsx";
import { UpdateLooks } from "#app/components/update-looks.tsx";
import { runsCampaign } from "#app/domain/moderation/moderator.server.ts";
import { readUpdate } from "#app/domain/moderation/read-update.server.ts";
import { settleUpdate } from "#app/domain/update/settle-update.server.ts";
import { previewUpdate } from "#app/http/preview-update.server.ts";
import { pullByForm } from "#app/http/pull-update.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { settleProposal } from "#app/http/settle-proposal.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const found = await readUpdate(context.db.read, context.keyring, params.publicId ?? "");
  if (!found) throw new Response(null, { status: 404 });
  const { campaignId, update } = found;
  return {
    update,
    mailed: await previewUpdate(context, { campaignId, publicId: update.publicId }),
    isOwn: await runsCampaign(context.db.read, campaignId, accountId),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { publicId = "" } = params;
  const pulled = await pullByForm(context, request.clone(), publicId);
  if (pulled === "pulled") return redirect(`/moderate/updates/${publicId}`, 303);
  if (pulled !== "not_asked") return data(pulled, pulled.status);
  const refused = await settleProposal(context, request, { publicId, settle: settleUpdate });
  return refused ? data(refused, refused.status) : redirect("/moderate/updates", 303);
}

export const meta: MetaFunction = () => pageTitle("An update");

export default function ModerateUpdate(): ReactElement {
  const { update, mailed, isOwn } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const values: Record<string, string> = sent?.values ?? {};
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <ModeratePage
      title={update.title}
      lede="News of a campaign"
      up={{ href: "/moderate/updates", label: "News" }}
      errors={errors}
      problem={sent?.problem}
    >
      <UpdateFacts update={update} />
      <UpdateLooks update={update} mailed={update.mailing === "none" ? undefined : mailed} />
      {isOwn ? (
        <p>You run this campaign, so another moderator decides about its news.</p>
      ) : update.state === "waiting" ? (
        <SettleForm
          options={[
            {
              value: "accepted",
              label: "Publish it",
              hint: "Follow its links first. It appears at once, and is mailed where that was asked for.",
            },
            { value: "declined", label: "Decline it" },
          ]}
          values={values}
          errors={errors}
        />
      ) : update.state === "published" ? (
        <form method="post" noValidate>
          <h2>Take it down</h2>
          <p>Its page will say that it is gone, and what has not been mailed stays here.</p>
          <TextArea
            name="pullNote"
            label="Why, for the organiser"
            hint="They get it by mail."
            value={values.pullNote}
            error={errors.pullNote}
          />
          <Button tone="danger" name="intent" value="pull">
            Take it down
          </Button>
        </form>
      ) : null}
    </ModeratePage>
  );
}
