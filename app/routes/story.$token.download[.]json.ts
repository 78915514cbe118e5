import type { LoaderFunctionArgs } from "@remix-run/node";
import { findAreas } from "#app/domain/area/queries.server.ts";
import { findStoryByLink, listSharings } from "#app/domain/story/story-queries.server.ts";

/** Everything we keep of one story and its author, for themselves. */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const { db, keyring } = context;
  const story = await findStoryByLink(db.read, keyring, params.token ?? "");
  if (!story) throw new Response(null, { status: 404 });
  const { state, content, councilGss, districtGss, constituencyGss, email, consents } = story;
  const areas = await findAreas(db.read, [councilGss, districtGss, constituencyGss]);
  const sharings = await listSharings(db.read, story.id);
  const copy = {
    ...{ state, email, ...content },
    council: areas.get(councilGss)?.name ?? "",
    district: areas.get(districtGss)?.name ?? "",
    constituency: areas.get(constituencyGss)?.name ?? "",
    begunAt: isoTime(story.createdAt),
    sentAt: isoTime(story.submittedAt),
    publishedAt: isoTime(story.publishedAt),
    withdrawnAt: isoTime(story.withdrawnAt),
    consents: consents.map(({ use, wording, wordingVersion, givenAt, withdrawnAt }) => ({
      ...{ use, wording, wordingVersion },
      ...{ givenAt: isoTime(givenAt), withdrawnAt: isoTime(withdrawnAt) },
    })),
    gone: sharings.map(({ use, words, at }) => ({ use, words, at: isoTime(at) })),
  };
  return Response.json(copy, {
    headers: {
      "Content-Disposition": 'attachment; filename="my-story.json"',
      "Cache-Control": "private, no-store",
    },
  });
}

function isoTime(instant: number | null): string {
  return instant === null ? "" : new Date(instant).toISOString();
}
