import { changeSettings } from "../domain/campaign/change-settings.server.ts";
import { closeCampaign } from "../domain/campaign/close-campaign.server.ts";
import { giveUpCampaign } from "../domain/campaign/give-up-campaign.server.ts";
import { SettingsForm } from "../domain/campaign/settings-form.ts";
import { setCampaignGroup } from "../domain/group/set-campaign-group.server.ts";
import type { Site } from "../domain/site.ts";
import { type FormValues, fieldErrors } from "./read-form.server.ts";

/** What became of a form about a campaign's settings: the word for what was done, or why nothing was. */
export type SettingsAnswer =
  | { done: "saved" | "grouped" | "closed" | "given_up" }
  | { done?: undefined; status: 409 | 422; problem: string; errors: Record<string, string> };

const MOVED: SettingsAnswer = {
  status: 409,
  problem: "It has moved on meanwhile, so this cannot be done any more.",
  errors: {},
};

/** Does what a form of an owner asks. @throws Response 400 for a form that is none of them. */
export async function actOnSettings(
  site: Site,
  who: { campaignId: string; accountId: string },
  form: FormValues,
  now: number,
): Promise<SettingsAnswer> {
  switch (form.intent) {
    case "save":
      return save(site, who, form, now);
    case "group":
      return group(site, who, form, now);
    case "close": {
      if (form.sure !== "on") return wrong("sure-close", "Tick the box if you want to close it");
      const outcome = await closeCampaign(site, { ...who, mover: "organiser" }, now);
      return outcome === "closed" ? { done: "closed" } : MOVED;
    }
    case "give_up":
      if (form.sure !== "on") return wrong("sure-give-up", "Tick the box if you want to give it up");
      return (await giveUpCampaign(site, who, now)) === "given_up" ? { done: "given_up" } : MOVED;
  }
  throw new Response(null, { status: 400 });
}

async function save(
  site: Site,
  who: { campaignId: string; accountId: string },
  typed: FormValues,
  now: number,
): Promise<SettingsAnswer> {
  const parsed = SettingsForm.safeParse(typed);
  if (!parsed.success) return { status: 422, problem: "", errors: fieldErrors(parsed.error) };
  const outcome = await changeSettings(site, { ...who, form: parsed.data }, now);
  switch (outcome) {
    case "saved":
      return { done: "saved" };
    case "too_early":
      return wrong("closesOn", "Enter today or a later day");
    case "too_late":
      return wrong("closesOn", "Enter a day at most twelve months after it opened");
    case "not_now":
      return MOVED;
  }
}

async function group(
  site: Site,
  who: { campaignId: string; accountId: string },
  typed: FormValues,
  now: number,
): Promise<SettingsAnswer> {
  const outcome = await setCampaignGroup(site, { ...who, slug: typed.group ?? "" }, now);
  switch (outcome) {
    case "set":
    case "unchanged":
      return { done: "grouped" };
    case "not_member":
      return wrong("group", "Choose a group that you run");
    case "not_owner":
    case "not_now":
      return MOVED;
  }
}

function wrong(field: string, message: string): SettingsAnswer {
  return { status: 422, problem: "", errors: { [field]: message } };
}
