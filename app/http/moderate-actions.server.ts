import { claimSubject } from "../domain/moderation/claim-subject.server.ts";
import { campaignSubject } from "../domain/moderation/claims.server.ts";
import { decideCampaign, type Undecided } from "../domain/moderation/decide-campaign.server.ts";
import { DecisionForm, RestoreForm } from "../domain/moderation/decision.ts";
import { releaseSubject } from "../domain/moderation/release-subject.server.ts";
import { restoreCampaign } from "../domain/moderation/restore-campaign.server.ts";
import type { RequestContext } from "./context.ts";
import { type FormValues, fieldErrors } from "./read-form.server.ts";
import type { Moderating } from "./require-moderated.server.ts";

/** What became of a form: where to go on, or what stands in the way and with which status. */
export type Acted = { saved: string } | { status: number; errors: Record<string, string>; problem: string };

/** Does what a form on a moderator's page of a campaign asks for. @throws Response 404 once it is gone. */
export async function actOnCampaign(
  context: RequestContext,
  moderating: Moderating,
  values: FormValues,
): Promise<Acted> {
  if (moderating.isOwn) return refused("own_campaign");
  switch (values.intent) {
    case "claim":
    case "take_over":
      return claim(context, moderating, values);
    case "release": {
      const subject = campaignSubject(moderating.campaign.id);
      await releaseSubject(context, { subject, accountId: moderating.visitor.accountId });
      return { saved: "" };
    }
    case "restore":
      return restore(context, moderating, values);
    default:
      return decide(context, moderating, values);
  }
}

async function claim(
  context: RequestContext,
  { visitor, campaign }: Moderating,
  { intent, from = "" }: FormValues,
): Promise<Acted> {
  if (campaign.state !== "in_review") return refused("not_in_review");
  const asked = {
    subject: campaignSubject(campaign.id),
    accountId: visitor.accountId,
    from: intent === "take_over" ? from : undefined,
  };
  const outcome = await claimSubject(context, asked, context.clock.now());
  return outcome === "claimed" ? { saved: "" } : refused("held");
}

async function decide(
  context: RequestContext,
  { visitor, isAdmin, campaign }: Moderating,
  values: FormValues,
): Promise<Acted> {
  const parsed = DecisionForm.safeParse(values);
  if (!parsed.success) return { status: 422, errors: fieldErrors(parsed.error), problem: "" };
  const { textVersion, ...decision } = parsed.data;
  const outcome = await decideCampaign(
    context,
    { number: campaign.number, moderatorId: visitor.accountId, isAdmin, textVersion, decision },
    context.clock.now(),
  );
  return outcome === "decided" ? { saved: `?saved=${decision.decision}` } : refused(outcome);
}

async function restore(
  context: RequestContext,
  { visitor, isAdmin, campaign }: Moderating,
  values: FormValues,
): Promise<Acted> {
  if (!isAdmin) throw new Response(null, { status: 403 });
  const parsed = RestoreForm.safeParse(values);
  if (!parsed.success) return { status: 422, errors: fieldErrors(parsed.error), problem: "" };
  const asked = { number: campaign.number, adminId: visitor.accountId, note: parsed.data.note };
  const outcome = await restoreCampaign(context, asked, context.clock.now());
  return outcome === "restored" ? { saved: "?saved=restored" } : refused(outcome);
}

type Refusal = Undecided | "not_hidden" | "appeal_waiting";

function refused(why: Refusal): Acted {
  if (why === "unknown") throw new Response(null, { status: 404 });
  return { status: why === "own_campaign" ? 403 : 409, errors: {}, problem: PROBLEMS[why] };
}

const PROBLEMS: Record<Exclude<Refusal, "unknown">, string> = {
  own_campaign: "You run this campaign, so another moderator decides about it.",
  not_in_review: "This campaign is not in review, or not any more. How it stands now is shown below.",
  held: "Another moderator has this in hand. Nothing was decided; what you wrote is still in the form.",
  text_changed:
    "The text has changed since you opened this page. Nothing was decided. The new text is shown below: read it, then decide.",
  no_chance_left: "Changes have been asked for twice already. Publish it, reject it or hide it.",
  not_hidden: "This campaign is not hidden any more.",
  appeal_waiting: "Its organiser has appealed. Settle the appeal: that puts it back.",
};
