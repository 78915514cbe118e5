import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ModerateClaim } from "#app/components/moderate-claim.tsx";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { StandingReview } from "#app/components/standing-review.tsx";
import { StandingSettle } from "#app/components/standing-settle.tsx";
import { runsCampaign } from "#app/domain/moderation/moderator.server.ts";
import { readStanding } from "#app/domain/open-letter/read-standing.server.ts";
import { settleStanding } from "#app/domain/open-letter/settle-standing.server.ts";
import { SettleStandingForm } from "#app/domain/open-letter/settle-standing-form.ts";
import { standingSubject } from "#app/domain/open-letter/standing.ts";
import { actOnClaim, readClaim } from "#app/http/claim-actions.server.ts";
import type { RequestContext } from "#app/http/context.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

const PROBLEMS = {
  already_settled: "This has been settled or changed meanwhile.",
  not_counted: "The signature is not counted at the moment, so there is nothing to vouch for.",
  held: "Another moderator has this in hand. Nothing was decided.",
  organisation_taken:
    "This organisation stands under the letter already, through somebody else. Vouch for this one as one of its people, or decline it.",
  shared_domain:
    "Many people share the domain of this address, or no organisation was named: it cannot vouch for anybody. Take the tick away.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { accountId, standing } = await requireStanding(context, request, params.publicId);
  const { signatureId, campaignId: _campaignId, ...shown } = standing;
  const claim = await readClaim(context, { subject: standingSubject(signatureId), accountId });
  return { standing: shown, claim, now: context.clock.now() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId, standing } = await requireStanding(context, request, params.publicId);
  const { publicId, signatureId } = standing;
  const values = await readForm(request);
  const claimed = await actOnClaim(context, { subject: standingSubject(signatureId), accountId }, values);
  if (claimed === "done") return redirect(`/moderate/standings/${publicId}`, 303);
  if (claimed === "held") return data({ values, errors: {}, problem: PROBLEMS.held }, 409);
  const parsed = SettleStandingForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), problem: "" }, 422);
  const settle = { publicId, form: parsed.data, moderatorId: accountId };
  const outcome = await settleStanding(context, settle, context.clock.now());
  switch (outcome) {
    case "settled":
      return redirect("/moderate/standings", 303);
    case "already_settled":
    case "not_counted":
    case "held":
    case "organisation_taken":
    case "shared_domain":
      return data({ values, errors: {}, problem: PROBLEMS[outcome] }, 409);
    case "own_campaign":
      throw new Response(null, { status: 403 });
    case "unknown":
      throw new Response(null, { status: 404 });
  }
}

export const meta: MetaFunction = () => pageTitle("A role or organisation");

export default function ModerateStanding(): ReactElement {
  const { standing, claim, now } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const values: Record<string, string> = sent?.values ?? {};
  const isOpen = standing.state === "waiting" || standing.state === "vouched";
  return (
    <ModeratePage
      title={standing.claim.onBehalf ? "Signs for an organisation" : "A role or organisation"}
      up={{ href: "/moderate/standings", label: "Roles and organisations" }}
      errors={errors}
      problem={sent?.problem}
    >
      <StandingReview standing={standing} now={now} />
      {isOpen ? (
        <>
          <ModerateClaim claim={claim} />
          <StandingSettle standing={standing} values={values} errors={errors} />
        </>
      ) : null}
    </ModeratePage>
  );
}

/** What somebody claims to be, under a letter that the moderator does not run. */
async function requireStanding(context: RequestContext, request: Request, publicId = "") {
  const { accountId } = await requireRole(context, request, "moderator");
  const { db, keyring } = context;
  const standing = await readStanding(db.read, keyring, publicId);
  if (!standing || standing.state === "unconfirmed") throw new Response(null, { status: 404 });
  if (await runsCampaign(db.read, standing.campaignId, accountId)) throw new Response(null, { status: 403 });
  return { accountId, standing };
}
