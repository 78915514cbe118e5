import type { LoaderFunctionArgs } from "@remix-run/node";
import { findArea } from "#app/domain/area/queries.server.ts";
import { findPublicStory } from "#app/domain/story/public-stories.server.ts";
import { drawCard } from "#app/http/draw-card.server.ts";
import { ASKED_EACH_TIME } from "#app/http/story-headers.ts";

/**
 * The picture that stands for a story where it is passed on: the sentence that its author chose, or its title where
 * there is none or a note stands before the story; the council; never need, age or anything of its facts. It is gone
 * with the story.
 */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const { db, keyring } = context;
  const story = await findPublicStory(db.read, keyring, params.publicId ?? "");
  if (story === "gone") throw new Response(null, { status: 410 });
  if (!story) throw new Response(null, { status: 404 });
  const council = await findArea(db.read, story.councilGss);
  const { pullQuote, contentNote, title, isDemonstration } = story;
  const card = await drawCard({
    kicker: `What happened to a family${council === undefined ? "" : ` in ${council.shortName}`}`,
    words: pullQuote === "" || contentNote !== "" ? title : `“${pullQuote}”`,
    foot: isDemonstration ? "Hear Hear · Demonstration: an invented family" : "Hear Hear",
  });
  return new Response(new Uint8Array(card), {
    headers: { ...ASKED_EACH_TIME, "Content-Type": "image/png" },
  });
}
