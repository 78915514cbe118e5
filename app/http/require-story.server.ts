import { redirect } from "@remix-run/node";
import { isEditable } from "../domain/story/story.ts";
import type { StoryWay } from "../domain/story/story-links.server.ts";
import { findStoryByLink, type OwnStory } from "../domain/story/story-queries.server.ts";
import type { RequestContext } from "./context.ts";

/**
 * The story of a link's token, to be written in. One that was sent leads to its own page, where its author sees what
 * became of it.
 *
 * @throws Response 404 for a link that is nobody's, 303 once it can no longer be written in
 */
export async function requireTold(
  context: Pick<RequestContext, "db" | "keyring">,
  token = "",
): Promise<OwnStory & { way: StoryWay }> {
  const story = await findStoryByLink(context.db.read, context.keyring, token);
  if (!story) throw new Response(null, { status: 404 });
  if (!isEditable(story.state)) throw redirect(`/story/${token}`, 303);
  return story;
}
