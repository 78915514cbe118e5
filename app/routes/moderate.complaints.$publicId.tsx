import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ComplaintDesk } from "#app/components/complaint-desk.tsx";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { ComplaintStep, possibleSteps } from "#app/domain/moderation/complaint.ts";
import {
  complaintSubject,
  findComplaint,
  listComplaintEvents,
} from "#app/domain/moderation/complaints.server.ts";
import { runsCampaign } from "#app/domain/moderation/moderator.server.ts";
import { settleComplaint } from "#app/domain/moderation/settle-complaint.server.ts";
import { actOnClaim, readClaim } from "#app/http/claim-actions.server.ts";
import type { RequestContext } from "#app/http/context.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

const PROBLEMS = {
  held: "Another moderator has this in hand. Nothing was done.",
  not_possible: "That is not possible any more: it has moved on meanwhile, as shown below. Nothing was done.",
  still_there:
    "The words still stand in the text. Nothing was done. Have the text changed first, or hide all of it.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { accountId, complaint } = await requireComplaint(context, request, params.publicId);
  const { id, campaignId, ...shown } = complaint;
  return {
    complaint: shown,
    steps: possibleSteps(complaint.state, campaignId !== ""),
    events: await listComplaintEvents(context.db.read, id),
    claim: await readClaim(context, { subject: complaintSubject(id), accountId }),
    now: context.clock.now(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId, complaint } = await requireComplaint(context, request, params.publicId);
  const { publicId } = complaint;
  const here = redirect(`/moderate/complaints/${publicId}`, 303);
  const values = await readForm(request);
  const claimed = await actOnClaim(context, { subject: complaintSubject(complaint.id), accountId }, values);
  if (claimed === "done") return here;
  if (claimed === "held") return data({ errors: {}, problem: PROBLEMS.held }, 409);
  const parsed = ComplaintStep.safeParse(values);
  if (!parsed.success) return data({ errors: fieldErrors(parsed.error), problem: "" }, 422);
  const outcome = await settleComplaint(
    context,
    { publicId, form: parsed.data, accountId },
    context.clock.now(),
  );
  switch (outcome) {
    case "settled":
      return here;
    case "held":
    case "not_possible":
    case "still_there":
      return data({ errors: {}, problem: PROBLEMS[outcome] }, 409);
    case "own_campaign":
      throw new Response(null, { status: 403 });
    case "unknown":
      throw new Response(null, { status: 404 });
  }
}

export const meta: MetaFunction = () => pageTitle("A complaint of defamation");

export default function ModerateComplaint(): ReactElement {
  const shown = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const { campaign, page } = shown.complaint;
  return (
    <ModeratePage
      title={campaign?.title ?? page}
      lede="A complaint of defamation"
      up={{ href: "/moderate/complaints", label: "Complaints of defamation" }}
      errors={errors}
      problem={sent?.problem}
    >
      <ComplaintDesk {...shown} errors={errors} />
    </ModeratePage>
  );
}

/** A complaint about a campaign that the moderator does not run: an author does not read here who complains. */
async function requireComplaint(context: RequestContext, request: Request, publicId = "") {
  const { accountId } = await requireRole(context, request, "moderator");
  const { db, keyring } = context;
  const complaint = await findComplaint(db.read, keyring, publicId);
  if (!complaint) throw new Response(null, { status: 404 });
  if (await runsCampaign(db.read, complaint.campaignId, accountId)) throw new Response(null, { status: 403 });
  return { accountId, complaint };
}
