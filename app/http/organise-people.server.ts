import {
  handOver,
  leaveCampaign,
  type OrganiserChange,
  removeEditor,
} from "../domain/campaign/change-organisers.server.ts";
import {
  type InviteOutcome,
  inviteEditor,
  withdrawInvitation,
} from "../domain/campaign/invite-editor.server.ts";
import { EmailForm } from "../domain/signature/sign-form.ts";
import type { Site } from "../domain/site.ts";
import { type FormValues, fieldErrors } from "./read-form.server.ts";

/** What became of a form about those who run a campaign: the word for what was done, or why nothing was. */
export type PeopleAnswer =
  | { done: "invited" | "taken_back" | "removed" | "handed_over" | "left" }
  | { done?: undefined; status: 409 | 422; problem: string; errors: Record<string, string> };

const INVITE_PROBLEMS: Record<Exclude<InviteOutcome, "invited">, string> = {
  already_organiser: "This address runs the petition already",
  already_invited: "This address has an invitation already",
  too_many: "That is enough invitations for today. Try again tomorrow",
  full: "As many people as may run one petition do so already",
  not_owner: "Only its owner may invite people",
  not_now: "Nobody can be invited to this petition now",
};

/** Does what a form about those who run a campaign asks. @throws Response 400 for a form that is none of them. */
export async function actOnPeople(
  site: Site,
  who: Omit<OrganiserChange, "key">,
  form: FormValues,
  now: number,
): Promise<PeopleAnswer> {
  const key = form.key ?? "";
  switch (form.intent) {
    case "invite":
      return invite(site, who, form, now);
    case "take_back": {
      const { campaignId } = who;
      const isGone = await withdrawInvitation(site, { campaignId, publicId: form.invitation ?? "" });
      return isGone ? { done: "taken_back" } : moved("That invitation is not open any more.");
    }
    case "remove":
      return (await removeEditor(site, { ...who, key }, now)) === "removed" ? { done: "removed" } : moved();
    case "hand_over":
      if (form.sure !== "on") return unsure(`sure-${key}`, "Tick the box if you want to hand it over");
      return (await handOver(site, { ...who, key }, now)) === "handed_over"
        ? { done: "handed_over" }
        : moved();
    case "leave": {
      if (form.sure !== "on") return unsure("sure-leave", "Tick the box if you want to stop");
      const outcome = await leaveCampaign(site, who, now);
      return outcome === "left" ? { done: "left" } : moved("Hand the petition over to somebody else first.");
    }
  }
  throw new Response(null, { status: 400 });
}

async function invite(
  site: Site,
  who: Omit<OrganiserChange, "key">,
  form: FormValues,
  now: number,
): Promise<PeopleAnswer> {
  const parsed = EmailForm.safeParse(form);
  if (!parsed.success) return { status: 422, problem: "", errors: fieldErrors(parsed.error) };
  const outcome = await inviteEditor(site, { ...who, email: parsed.data.email }, now);
  if (outcome === "invited") return { done: "invited" };
  return { status: 422, problem: "", errors: { email: INVITE_PROBLEMS[outcome] } };
}

function moved(problem = "Something has changed meanwhile, as shown below."): PeopleAnswer {
  return { status: 409, problem, errors: {} };
}

function unsure(field: string, message: string): PeopleAnswer {
  return { status: 422, problem: "", errors: { [field]: message } };
}
