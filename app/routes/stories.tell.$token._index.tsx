import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { storyGaps } from "#app/domain/story/steps.ts";
import { requireTold } from "#app/http/require-story.server.ts";

/** Leads on to where the story was left. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const story = await requireTold(context, params.token);
  throw redirect(`/stories/tell/${params.token}/${storyGaps(story)[0]?.step ?? "check"}`, 303);
}
