import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AppealFacts } from "#app/components/appeal-facts.tsx";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { SettleForm } from "#app/components/settle-form.tsx";
import { hasRole } from "#app/domain/account/account.ts";
import { findAppeal } from "#app/domain/moderation/appeals.server.ts";
import { SettleAppealForm } from "#app/domain/moderation/decision.ts";
import { runsCampaign } from "#app/domain/moderation/moderator.server.ts";
import { settleAppeal, type Unsettled } from "#app/domain/moderation/settle-appeal.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

const PROBLEMS: Record<Exclude<Unsettled, "unknown">, string> = {
  already_settled: "Another moderator has settled this meanwhile, as shown below.",
  same_moderator: "You made the decision that this appeal is against, so somebody else settles it.",
  own_campaign: "You run this campaign, so another moderator settles its appeal.",
  overtaken: "The decision that it is against does not stand any more, so it can only be dismissed.",
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const found = await findAppeal(context.db.read, context.keyring, params.publicId ?? "");
  if (!found) throw new Response(null, { status: 404 });
  if (await runsCampaign(context.db.read, found.campaignId, accountId))
    throw new Response(null, { status: 403 });
  const { id, campaignId, decision, ...appeal } = found;
  const { accountId: decidedBy, ...against } = decision;
  return { appeal, against, isOwnDecision: decidedBy === accountId };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const visitor = await requireRole(context, request, "moderator");
  const values = await readForm(request);
  const parsed = SettleAppealForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), problem: "" }, 422);
  const asked = {
    publicId: params.publicId ?? "",
    moderatorId: visitor.accountId,
    isAdmin: hasRole(visitor, "admin"),
    form: parsed.data,
  };
  const outcome = await settleAppeal(context, asked, context.clock.now());
  if (outcome === "settled") return redirect("/moderate/appeals", 303);
  if (outcome === "unknown") throw new Response(null, { status: 404 });
  const isForbidden = outcome === "same_moderator" || outcome === "own_campaign";
  return data({ values, errors: {}, problem: PROBLEMS[outcome] }, isForbidden ? 403 : 409);
}

export const meta: MetaFunction = () => pageTitle("An appeal");

export default function ModerateAppeal(): ReactElement {
  const { appeal, against, isOwnDecision } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <ModeratePage
      title={appeal.title}
      lede="An appeal"
      up={{ href: "/moderate/appeals", label: "Appeals" }}
      errors={errors}
      problem={sent?.problem}
    >
      <AppealFacts appeal={appeal} against={against} />
      {appeal.state !== "waiting" ? null : isOwnDecision ? (
        <p>You made the decision that this appeal is against, so somebody else settles it.</p>
      ) : (
        <SettleForm
          options={[
            {
              value: "granted",
              label: "Grant it",
              hint:
                appeal.against === "hidden"
                  ? "It is where it was before it was hidden."
                  : "It is reviewed again.",
            },
            {
              value: "dismissed",
              label: "Dismiss it",
              hint: "The decision stands. There is no second appeal.",
            },
          ]}
          values={sent?.values ?? {}}
          errors={errors}
        />
      )}
    </ModeratePage>
  );
}
