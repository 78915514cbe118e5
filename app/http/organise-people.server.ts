import type { OrganiserRole } from "#db/tables/organising.ts";
import type { InviteOutcome } from "../domain/crew/open-invitation.server.ts";
import { EmailForm } from "../domain/signature/sign-form.ts";
import { type FormValues, fieldErrors } from "./read-form.server.ts";

/** What became of a form about those who run something: the word for what was done, or why nothing was. */
export type PeopleAnswer =
  | { done: "invited" | "taken_back" | "removed" | "handed_over" | "left" }
  | { done?: undefined; status: 409 | 422; problem: string; errors: Record<string, string> };

/** What those who run something may do about each other, bound to what they run and who asks. */
export interface PeopleActs {
  /** "petition", "open letter", "group". */
  thing: string;
  invite(email: string, role: OrganiserRole): Promise<InviteOutcome>;
  takeBack(publicId: string): Promise<boolean>;
  remove(key: string): Promise<"removed" | "unknown" | "not_owner">;
  handOver(key: string): Promise<"handed_over" | "unknown" | "not_owner">;
  leave(): Promise<"left" | "last_owner" | "unknown">;
}

/** Does what a form about those who run something asks. @throws Response 400 for a form that is none of them. */
export async function actOnPeople(acts: PeopleActs, form: FormValues): Promise<PeopleAnswer> {
  const key = form.key ?? "";
  switch (form.intent) {
    case "invite":
      return invite(acts, form);
    case "take_back":
      return (await acts.takeBack(form.invitation ?? ""))
        ? { done: "taken_back" }
        : moved("That invitation is not open any more.");
    case "remove":
      return (await acts.remove(key)) === "removed" ? { done: "removed" } : moved();
    case "hand_over":
      if (form.sure !== "on") return unsure(`sure-${key}`, "Tick the box if you want to do this");
      return (await acts.handOver(key)) === "handed_over" ? { done: "handed_over" } : moved();
    case "leave":
      if (form.sure !== "on") return unsure("sure-leave", "Tick the box if you want to stop");
      return (await acts.leave()) === "left"
        ? { done: "left" }
        : moved(`Make somebody else the owner of the ${acts.thing} first.`);
  }
  throw new Response(null, { status: 400 });
}

async function invite(acts: PeopleActs, form: FormValues): Promise<PeopleAnswer> {
  const parsed = EmailForm.safeParse(form);
  if (!parsed.success) return { status: 422, problem: "", errors: fieldErrors(parsed.error) };
  const outcome = await acts.invite(parsed.data.email, form.role === "owner" ? "owner" : "editor");
  if (outcome === "invited") return { done: "invited" };
  return { status: 422, problem: "", errors: { email: inviteProblem(outcome, acts.thing) } };
}

function inviteProblem(outcome: Exclude<InviteOutcome, "invited">, thing: string): string {
  switch (outcome) {
    case "already_organiser":
      return `This address runs the ${thing} already`;
    case "already_invited":
      return "This address has an invitation already";
    case "too_many":
      return "That is enough invitations for today. Try again tomorrow";
    case "full":
      return `As many people as may run one ${thing} do so already`;
    case "not_owner":
      return "Only its owner may invite people";
    case "not_now":
      return `Nobody can be invited to this ${thing} now`;
  }
}

function moved(problem = "Something has changed meanwhile, as shown below."): PeopleAnswer {
  return { status: 409, problem, errors: {} };
}

function unsure(field: string, message: string): PeopleAnswer {
  return { status: 422, problem: "", errors: { [field]: message } };
}
