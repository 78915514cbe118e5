import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { areaHref } from "#app/components/area-links.ts";
import { ButtonLink } from "#app/components/button.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { ReportLink } from "#app/components/report-link.tsx";
import { StoryArticle } from "#app/components/story-article.tsx";
import { StoryStatements } from "#app/components/story-statements.tsx";
import { findArea } from "#app/domain/area/queries.server.ts";
import { findPublicStory } from "#app/domain/story/public-stories.server.ts";
import { listShownStatements } from "#app/domain/story/shown-statements.server.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { ASKED_EACH_TIME } from "#app/http/story-headers.ts";

/** Its author may take it back: nothing keeps it unasked. */
export const headers: HeadersFunction = () => ASKED_EACH_TIME;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, keyring, settings } = context;
  const found = await findPublicStory(db.read, keyring, params.publicId ?? "");
  if (found === "gone") throw new Response(null, { status: 410 });
  if (!found) throw new Response(null, { status: 404 });
  const council = await findArea(db.read, found.councilGss);
  const { councilGss: _, publishedAt, ...story } = found;
  return {
    story: { ...story, place: council?.shortName ?? "", on: londonDay(publishedAt) },
    statements: await listShownStatements(db.read, { storyPublicId: found.publicId }),
    isEasy: found.easy !== "" && new URL(request.url).searchParams.get("text") === "easy",
    council: council && { name: council.shortName, slug: council.slug, href: areaHref(council) ?? "" },
    cardWords: found.pullQuote === "" || found.contentNote !== "" ? found.title : found.pullQuote,
    shareUrl: `${settings.appUrl}/stories/${found.publicId}`,
  };
}

/** What is passed on, and what search engines say under the title, says nothing of the story itself. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(
    data?.story.title ?? "A story",
    data &&
      `What happened to a family${data.council ? ` in ${data.council.name}` : ""}, told in their own words.`,
  ),
  {
    property: "og:title",
    content: `What happened to a family${data?.council ? ` in ${data.council.name}` : ""}`,
  },
  { property: "og:description", content: "Told in their own words." },
  { property: "og:type", content: "article" },
  ...(data === undefined
    ? []
    : [
        { property: "og:url", content: data.shareUrl },
        { property: "og:image", content: `${data.shareUrl}/card.png` },
        { property: "og:image:alt", content: data.cardWords },
        { property: "og:image:width", content: "1200" },
        { property: "og:image:height", content: "630" },
        { name: "twitter:card", content: "summary_large_image" },
      ]),
];

export default function StoryReadPage(): ReactElement {
  const { story, isEasy, council, shareUrl, statements } = useLoaderData<typeof loader>();
  return (
    <>
      <StoryArticle {...{ story, isEasy }} level={1} path={`/stories/${story.publicId}`} />
      <StoryStatements
        {...{ statements }}
        replyPath={`/stories/${story.publicId}/reply`}
        about="this story"
      />
      <div className="story-foot">
        <p>
          {council === undefined ? null : (
            <>
              <a href={`/stories?council=${council.slug}`}>Other stories from {council.name}</a> ·{" "}
              <a href={council.href}>More about {council.name}</a> ·{" "}
            </>
          )}
          <ReportLink words="Report this story" />
        </p>
        <p>
          To pass it on, copy this: <span className="break">{shareUrl}</span>
        </p>
        <p className="row">
          <ButtonLink href={council === undefined ? "/stories/new" : `/stories/new?council=${council.slug}`}>
            Tell your story
          </ButtonLink>
        </p>
        <p className="soft small">
          For journalists: we give nobody the author’s name or address, and have no name. Write to us, and we
          pass on your request if the author allows that.
        </p>
        <p className="soft small">
          The author’s own account. Hear Hear checks that no child can be recognised, not each fact.
        </p>
      </div>
    </>
  );
}
