import { VerifyForm } from "../domain/group/group.ts";
import { hideGroup, restoreGroup } from "../domain/group/hide-group.server.ts";
import { unverifyGroup, verifyGroup } from "../domain/group/verify-group.server.ts";
import { HideForm } from "../domain/moderation/decision.ts";
import type { Site } from "../domain/site.ts";
import { type FormValues, fieldErrors } from "./read-form.server.ts";

/** What became of a moderator's form about a group: the word for what was done, or why nothing was. */
export type GroupAnswer =
  | { done: "verified" | "unverified" | "hidden" | "restored" }
  | { done?: undefined; status: 403 | 409 | 422; problem: string; errors: Record<string, string> };

/** Does what a moderator's form about a group asks. @throws Response 400 for a form that is none of them, 404 */
export async function actOnGroup(
  site: Site,
  who: { slug: string; moderatorId: string },
  form: FormValues,
  now: number,
): Promise<GroupAnswer> {
  switch (form.intent) {
    case "verify": {
      const parsed = VerifyForm.safeParse(form);
      if (!parsed.success) return { status: 422, problem: "", errors: fieldErrors(parsed.error) };
      return answerOf(await verifyGroup(site, { ...who, ...parsed.data }, now));
    }
    case "unverify":
      return answerOf(await unverifyGroup(site, who, now));
    case "hide": {
      const parsed = HideForm.safeParse(form);
      if (!parsed.success) return { status: 422, problem: "", errors: fieldErrors(parsed.error) };
      return answerOf(await hideGroup(site, { ...who, reason: parsed.data.hideReason }, now));
    }
    case "restore":
      return answerOf(await restoreGroup(site, who, now));
  }
  throw new Response(null, { status: 400 });
}

function answerOf(
  outcome: "verified" | "unverified" | "hidden" | "restored" | "unknown" | "own_group" | "not_now",
): GroupAnswer {
  switch (outcome) {
    case "unknown":
      throw new Response(null, { status: 404 });
    case "own_group":
      return {
        status: 403,
        problem: "You run this group, so another moderator decides about it.",
        errors: {},
      };
    case "not_now":
      return { status: 409, problem: "Something has changed meanwhile, as shown.", errors: {} };
    default:
      return { done: outcome };
  }
}
