import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ModerateClaim } from "#app/components/moderate-claim.tsx";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { ResponseFacts } from "#app/components/response-facts.tsx";
import { ResponseSettle } from "#app/components/response-settle.tsx";
import { runsCampaign } from "#app/domain/moderation/moderator.server.ts";
import { SettleAnswerForm } from "#app/domain/response/answer-form.ts";
import { declineWords, responseSubject } from "#app/domain/response/response.ts";
import { settleResponse } from "#app/domain/response/settle-response.server.ts";
import { findResponse } from "#app/domain/response/waiting.server.ts";
import { actOnClaim, readClaim } from "#app/http/claim-actions.server.ts";
import type { RequestContext } from "#app/http/context.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

const PROBLEMS = {
  already_settled: "This has been settled or taken back meanwhile, as shown below.",
  held: "Another moderator has this in hand. Nothing was decided.",
  answered_itself:
    "They have answered here themselves meanwhile. A reply that organisers posted does not take the place of that: decline it.",
  not_real: "It was written in a rehearsal. Nothing of it may be published of a real person: decline it.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { accountId, response } = await requireResponse(context, request, params.publicId);
  const { groupId, campaignId: _campaignId, ...shown } = response;
  const claim = await readClaim(context, { subject: responseSubject(groupId), accountId });
  return { response: { ...shown, reason: declineWords(shown.reason) }, claim };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId, response } = await requireResponse(context, request, params.publicId);
  const { publicId, groupId } = response;
  const values = await readForm(request);
  const claimed = await actOnClaim(context, { subject: responseSubject(groupId), accountId }, values);
  if (claimed === "done") return redirect(`/moderate/responses/${publicId}`, 303);
  if (claimed === "held") return data({ values, errors: {}, problem: PROBLEMS.held }, 409);
  const parsed = SettleAnswerForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), problem: "" }, 422);
  const settle = { publicId, form: parsed.data, accountId };
  const outcome = await settleResponse(context, settle, context.clock.now());
  switch (outcome) {
    case "settled":
      return redirect("/moderate/responses", 303);
    case "already_settled":
    case "held":
    case "not_real":
    case "answered_itself":
      return data({ values, errors: {}, problem: PROBLEMS[outcome] }, 409);
    case "own_campaign":
      throw new Response(null, { status: 403 });
    case "unknown":
      throw new Response(null, { status: 404 });
  }
}

export const meta: MetaFunction = () => pageTitle("An answer");

export default function ModerateResponse(): ReactElement {
  const { response, claim } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const values: Record<string, string> = sent?.values ?? {};
  return (
    <ModeratePage
      title={`${response.representative.name} answers`}
      up={{ href: "/moderate/responses", label: "Answers of representatives" }}
      errors={errors}
      problem={sent?.problem}
    >
      <ResponseFacts response={response} />
      {response.state === "waiting" ? (
        <>
          <ModerateClaim claim={claim} />
          <ResponseSettle {...{ values, errors }} />
        </>
      ) : null}
    </ModeratePage>
  );
}

/** An answer that its address has confirmed, to a campaign that the moderator does not run. */
async function requireResponse(context: RequestContext, request: Request, publicId = "") {
  const { accountId } = await requireRole(context, request, "moderator");
  const { db, keyring } = context;
  const response = await findResponse(db.read, keyring, { publicId });
  if (!response || response.state === "unconfirmed") throw new Response(null, { status: 404 });
  if (await runsCampaign(db.read, response.campaignId, accountId)) throw new Response(null, { status: 403 });
  return { accountId, response };
}
