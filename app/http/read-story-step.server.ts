import type { z } from "zod";
import { EmailForm } from "../domain/signature/sign-form.ts";
import { suggestAddress } from "../domain/signature/suggest-address.ts";
import { type Placed, placeByCouncil, placeStory } from "../domain/story/place-story.server.ts";
import type { StoryPlace } from "../domain/story/save-story-step.server.ts";
import type { StepPart } from "../domain/story/seen-step.server.ts";
import type { StoryStep } from "../domain/story/steps.ts";
import { CourtForm, quoteForm, readFacts, TextForm, WhoForm } from "../domain/story/story-form.ts";
import type { OwnStory } from "../domain/story/story-queries.server.ts";
import { readTopics } from "../domain/story/topics.ts";
import type { RequestContext } from "./context.ts";
import { type FormValues, fieldErrors } from "./read-form.server.ts";

/** One page of a story as it was sent, or what is wrong with it by field. */
export type ReadStoryStep =
  | { part: StepPart; place?: StoryPlace; email?: string }
  | { errors: Record<string, string> }
  /** The address that may have been meant. */
  | { suggestion: string };

/** Reads the form of a step. What stands on the pages of marks and consents is read where it is done. */
export async function readStoryStep(
  context: Pick<RequestContext, "db" | "places">,
  step: Exclude<StoryStep, "marks" | "consents">,
  values: FormValues,
  story: Pick<OwnStory, "content" | "councilGss">,
): Promise<ReadStoryStep> {
  switch (step) {
    case "who":
      return partOf(WhoForm.safeParse(values));
    case "court":
      return partOf(CourtForm.safeParse(values));
    case "text":
      return partOf(TextForm.safeParse(values));
    case "facts":
      return partOf(readFacts(values));
    case "quote":
      return partOf(quoteForm(story.content.text).safeParse(values));
    case "topics":
      return { part: { topics: readTopics(values) } };
    case "where":
      return readPlace(context, values, story.councilGss);
    case "email": {
      const parsed = EmailForm.safeParse(values);
      if (!parsed.success) return { errors: fieldErrors(parsed.error) };
      const suggestion = values.emailChecked === "on" ? undefined : suggestAddress(parsed.data.email);
      return suggestion === undefined ? { part: {}, email: parsed.data.email } : { suggestion };
    }
  }
}

function partOf(parsed: z.ZodSafeParseResult<StepPart>): ReadStoryStep {
  return parsed.success ? { part: parsed.data } : { errors: fieldErrors(parsed.error) };
}

/** A council from the list counts where no postcode was typed; with neither, what is known already stays. */
async function readPlace(
  { db, places }: Pick<RequestContext, "db" | "places">,
  { postcode = "", council = "" }: FormValues,
  known: string,
): Promise<ReadStoryStep> {
  if (postcode.trim() !== "") {
    const placed = placeStory(places, postcode);
    return typeof placed === "string"
      ? { errors: { postcode: PLACE_PROBLEMS[placed] } }
      : { part: {}, place: placed.place };
  }
  if (council !== "") {
    const place = await placeByCouncil(db.read, council);
    return place ? { part: {}, place } : { errors: { council: "Choose a council from the list" } };
  }
  return known === "" ? { errors: { postcode: PLACE_PROBLEMS.not_a_postcode } } : { part: {} };
}

const PLACE_PROBLEMS: Record<Extract<Placed, string>, string> = {
  not_a_postcode: "Enter a full postcode, like WR5 2NP, or choose your council",
  unknown: "We do not know where this postcode is. Choose your council from the list below",
  northern_ireland: "We cannot publish stories from Northern Ireland yet. See below who can help you there",
  abroad: "We can only publish stories about councils in England, Wales and Scotland",
};
