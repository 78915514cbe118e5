import { askSecondLook } from "../domain/story/ask-second-look.server.ts";
import { decideStory, type StoryUndecided } from "../domain/story/decide-story.server.ts";
import { passOnRequest, StoryRequestForm } from "../domain/story/pass-on-request.server.ts";
import { reviewAgain } from "../domain/story/review-again.server.ts";
import {
  SecondLookForm,
  StoryVerdictForm,
  SuggestionForm,
  TakeStoryDownForm,
} from "../domain/story/review-form.ts";
import { type Suggesting, suggestWording } from "../domain/story/suggest-wording.server.ts";
import { takeDownStory } from "../domain/story/take-down-story.server.ts";
import type { RequestContext } from "./context.ts";
import { type FormValues, fieldErrors } from "./read-form.server.ts";

/** What a moderator's form came to: done, or the status and words of why it was not. */
export type Reviewed =
  | { ok: true }
  | { ok: false; status: number; problem: string; errors: Record<string, string> };

interface Asked {
  publicId: string;
  moderatorId: string;
  isAdmin: boolean;
}

const DONE: Reviewed = { ok: true };

/** Does what a form about a story asks for: `intent` is decide, second, suggest, take_down, pass_on or review_again. */
export async function reviewStory(
  context: RequestContext,
  { publicId, moderatorId, isAdmin }: Asked,
  values: FormValues,
): Promise<Reviewed> {
  const now = context.clock.now();
  const by = { publicId, moderatorId };
  switch (values.intent) {
    case "decide": {
      const form = StoryVerdictForm.safeParse(values);
      if (!form.success) return wrong(fieldErrors(form.error));
      const { revision, ...verdict } = form.data;
      const outcome = await decideStory(context, { ...by, isAdmin, revision, verdict }, now);
      return outcome === "decided" ? DONE : refused(outcome);
    }
    case "suggest": {
      const form = SuggestionForm.safeParse(values);
      if (!form.success) return wrong(fieldErrors(form.error));
      const outcome = await suggestWording(context, { ...by, form: form.data }, now);
      return outcome === "suggested" ? DONE : refused(outcome);
    }
    case "second": {
      const form = SecondLookForm.safeParse(values);
      if (!form.success) return wrong(fieldErrors(form.error));
      const outcome = await askSecondLook(context, { ...by, ...form.data }, now);
      return outcome === "asked" ? DONE : refused(outcome);
    }
    case "take_down": {
      const form = TakeStoryDownForm.safeParse(values);
      if (!form.success) return wrong(fieldErrors(form.error));
      const outcome = await takeDownStory(context, { ...by, form: form.data }, now);
      if (outcome === "taken_down") return DONE;
      return outcome === "unknown" ? refused(outcome) : conflict("It is not published any more.");
    }
    case "pass_on": {
      const form = StoryRequestForm.safeParse(values);
      if (!form.success) return wrong(fieldErrors(form.error));
      return passedOn(await passOnRequest(context, { ...by, form: form.data }, now));
    }
    case "review_again": {
      const outcome = await reviewAgain(context, by, now);
      if (outcome === "waiting") return DONE;
      return outcome === "own_story" ? refused(outcome) : conflict("It waits already, or is kept no longer.");
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

function passedOn(outcome: Awaited<ReturnType<typeof passOnRequest>>): Reviewed {
  switch (outcome) {
    case "passed_on":
      return DONE;
    case "unknown":
      throw new Response(null, { status: 404 });
    case "not_published":
      return conflict("It is not published any more. Nothing was passed on.");
    case "no_consent":
      return conflict("Its author does not say yes to that any more. Nothing was passed on.");
    case "too_many":
      return conflict("Its author was passed three requests this week. Wait until next week.");
  }
}

function refused(outcome: Exclude<StoryUndecided | Suggesting, "suggested">): Reviewed {
  switch (outcome) {
    case "unknown":
      throw new Response(null, { status: 404 });
    case "own_story":
      throw new Response(null, { status: 403 });
    case "held":
      return conflict("Another moderator has this in hand. Nothing was decided.");
    case "decided_before":
      return conflict("Its author has asked for another moderator than you to look.");
    case "not_in_review":
      return conflict("It was decided, or taken back by its author, meanwhile, as shown below.");
    case "text_changed":
      return conflict("Its author has changed the text since you opened this page. Read it again.");
    case "needs_second":
      return conflict("Another moderator has to approve exactly this text first.");
    case "needs_senior":
      return conflict("Only an admin publishes this one.");
    case "approved_already":
      return conflict("You have approved it already. Another moderator publishes it.");
    case "needs_no_second":
      return conflict("One moderator is enough for this one: publish it.");
    case "no_consent":
      return conflict("Its author does not say yes to publishing it any more.");
    case "same":
      return wrong({ text: "Change at least one word" });
    case "waits":
      return conflict("The author has not answered the last suggestion yet.");
  }
}

function wrong(errors: Record<string, string>): Reviewed {
  return { ok: false, status: 422, problem: "", errors };
}

function conflict(problem: string): Reviewed {
  return { ok: false, status: 409, problem, errors: {} };
}
