import { addPoll } from "../domain/forwarding/add-poll.server.ts";
import { cancelPoll } from "../domain/forwarding/cancel-poll.server.ts";
import { dissolveParliament } from "../domain/forwarding/dissolve-parliament.server.ts";
import { DissolveForm, PollForm } from "../domain/forwarding/poll-form.ts";
import type { Site } from "../domain/site.ts";
import { type FormValues, fieldErrors } from "./read-form.server.ts";

/** What an admin's form about polls led to. */
export type PollAct =
  | { done: "added" | "cancelled" | "dissolved" }
  | { done?: undefined; status: 409 | 422; errors: Record<string, string>; problem: string };

/** Does what one of the forms of the page about polls asks for. @throws Response 400 for none of them */
export async function doPollAct(
  site: Site,
  accountId: string,
  values: FormValues,
  now: number,
): Promise<PollAct> {
  switch (values.intent) {
    case "add":
      return add(site, accountId, values, now);
    case "cancel": {
      const outcome = await cancelPoll(site, { accountId, publicId: values.poll ?? "" }, now);
      return outcome === "cancelled"
        ? { done: "cancelled" }
        : stopped("Somebody else has called it off meanwhile.");
    }
    case "dissolve":
      return dissolve(site, accountId, values, now);
    default:
      throw new Response(null, { status: 400 });
  }
}

async function add(site: Site, accountId: string, values: FormValues, now: number): Promise<PollAct> {
  const form = PollForm.safeParse(values);
  if (!form.success) return wrong(fieldErrors(form.error));
  switch (await addPoll(site, { accountId, form: form.data }, now)) {
    case "added":
      return { done: "added" };
    case "unknown_place":
      return wrong({ place: "Enter a council, constituency or nation by its full name, or its code" });
    case "ambiguous_place":
      return wrong({ place: "Two places are called so. Enter the code of one, like E14001597" });
  }
}

async function dissolve(site: Site, accountId: string, values: FormValues, now: number): Promise<PollAct> {
  const form = DissolveForm.safeParse(values);
  if (!form.success) return wrong(fieldErrors(form.error));
  const { dissolvedOn } = form.data;
  const { outcome } = await dissolveParliament(site, { accountId, dissolvedOn }, now);
  switch (outcome) {
    case "dissolved":
      return { done: "dissolved" };
    case "nobody":
      return stopped("There is no term that runs beyond that day.");
    case "bad_day":
      return wrong({ dissolvedOn: "Enter a day that is less than two months away" });
  }
}

function wrong(errors: Record<string, string>): PollAct {
  return { status: 422, errors, problem: "" };
}

function stopped(problem: string): PollAct {
  return { status: 409, errors: {}, problem };
}
