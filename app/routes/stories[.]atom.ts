import type { LoaderFunctionArgs } from "@remix-run/node";
import { findAreas } from "#app/domain/area/queries.server.ts";
import { listPublicStories } from "#app/domain/story/public-stories.server.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { ASKED_EACH_TIME } from "#app/http/story-headers.ts";
import { writeStoryFeed } from "#app/http/write-story-feed.ts";

/** The newest stories as a feed: what a list shows of each, and never its words, which a reader's program would keep. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { db, keyring, settings } = context;
  const { stories } = await listPublicStories(db.read, keyring, { page: 1 });
  const areas = await findAreas(
    db.read,
    stories.map(({ councilGss }) => councilGss),
  );
  const feed = writeStoryFeed(
    settings.appUrl,
    stories.map(({ publicId, title, councilGss, publishedAt, isDemonstration }) => ({
      ...{ publicId, title, isDemonstration },
      place: areas.get(councilGss)?.shortName ?? "",
      day: londonDay(publishedAt),
    })),
  );
  return new Response(feed, {
    headers: { ...ASKED_EACH_TIME, "Content-Type": "application/atom+xml; charset=utf-8" },
  });
}
