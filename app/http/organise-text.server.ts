import { isIn } from "../domain/campaign/campaign.ts";
import { ChangeForm, VersionForm } from "../domain/campaign/change-form.ts";
import { editText } from "../domain/campaign/edit-text.server.ts";
import { EDITABLE_STATES } from "../domain/campaign/proposal.ts";
import { proposeChange, withdrawChange } from "../domain/campaign/propose-change.server.ts";
import { textForm } from "../domain/campaign/text-form.ts";
import type { Site } from "../domain/site.ts";
import { PROPOSE_PROBLEMS } from "./propose-words.ts";
import { type FormValues, fieldErrors } from "./read-form.server.ts";
import type { Organising } from "./require-organiser.server.ts";

/** What became of a form about a campaign's text: the word for what was done, or why nothing was. */
export type TextAnswer =
  | { done: "saved" | "proposed" | "taken_back" }
  | { done?: undefined; status: 409 | 422; problem: string; errors: Record<string, string> };

/** Saves a text, proposes it, or takes back what was proposed. @throws Response 400 for another form */
export async function actOnText(
  site: Site,
  organising: Organising,
  form: FormValues,
  now: number,
): Promise<TextAnswer> {
  const { campaign } = organising;
  switch (form.intent) {
    case "save":
      return isIn(EDITABLE_STATES, campaign.state)
        ? save(site, organising, form, now)
        : propose(site, organising, form, now);
    case "take_back": {
      const change = { campaignId: campaign.id, publicId: form.change ?? "" };
      if (await withdrawChange(site, change, now)) return { done: "taken_back" };
      return refused("A moderator has settled it meanwhile.");
    }
  }
  throw new Response(null, { status: 400 });
}

async function save(
  site: Site,
  { campaign }: Organising,
  form: FormValues,
  now: number,
): Promise<TextAnswer> {
  const text = textForm(campaign.kind).safeParse(form);
  if (!text.success) return { status: 422, problem: "", errors: fieldErrors(text.error) };
  const { version } = VersionForm.parse(form);
  const outcome = await editText(site, { campaignId: campaign.id, content: text.data, version }, now);
  switch (outcome) {
    case "saved":
    case "unchanged":
      return { done: "saved" };
    case "changed_meanwhile":
    case "not_now":
      return refused(PROPOSE_PROBLEMS[outcome]);
  }
}

async function propose(
  site: Site,
  { campaign, visitor }: Organising,
  form: FormValues,
  now: number,
): Promise<TextAnswer> {
  const text = textForm(campaign.kind).safeParse(form);
  const change = ChangeForm.safeParse(form);
  if (!text.success || !change.success) {
    const errors = {
      ...(text.error ? fieldErrors(text.error) : {}),
      ...(change.error ? fieldErrors(change.error) : {}),
    };
    return { status: 422, problem: "", errors };
  }
  const { version } = VersionForm.parse(form);
  const who = { campaignId: campaign.id, accountId: visitor.accountId };
  const proposal = { ...who, version, content: text.data, why: change.data.reason };
  const outcome = await proposeChange(site, proposal, now);
  return outcome === "proposed" ? { done: "proposed" } : refused(PROPOSE_PROBLEMS[outcome]);
}

function refused(problem: string): TextAnswer {
  return { status: 409, problem, errors: {} };
}
