import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { counted } from "#app/components/format.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { StoryFilter } from "#app/components/story-filter.tsx";
import { StoryList } from "#app/components/story-list.tsx";
import { findAreas, findCouncilBySlug } from "#app/domain/area/queries.server.ts";
import { chooseTopic } from "#app/domain/story/list-topics.server.ts";
import { listPublicStories, listToldCouncils } from "#app/domain/story/public-stories.server.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { ASKED_EACH_TIME } from "#app/http/story-headers.ts";
import { STORIES_PER_PAGE } from "#app/policy-stories.ts";

export const headers: HeadersFunction = () => ASKED_EACH_TIME;

/** A council of which there is no story is no council of this list: nothing is said of whether it has one. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { read } = context.db;
  const { searchParams } = new URL(request.url);
  const slug = searchParams.get("council") ?? "";
  const council = slug === "" ? undefined : await findCouncilBySlug(read, slug);
  const asked = Number(searchParams.get("page") ?? "1");
  const page = Number.isSafeInteger(asked) && asked >= 1 && asked < 10_000 ? asked : 1;
  const councilGss = council?.gssCode;
  const { offered, topic, isTooFew } = await chooseTopic(read, {
    councilGss,
    asked: searchParams.get("topic") ?? "",
  });
  const found = await listPublicStories(read, context.keyring, { councilGss, topic, page });
  const [councils, areas] = await Promise.all([
    listToldCouncils(read),
    findAreas(
      read,
      found.stories.map(({ councilGss }) => councilGss),
    ),
  ]);
  return {
    council: council && { slug: council.slug, name: council.name },
    ...{ topics: offered, topic, isTooFew },
    ...{ total: found.total, page, pageCount: Math.max(1, Math.ceil(found.total / STORIES_PER_PAGE)) },
    councils: councils.map((one) => ({ value: one.slug, label: one.name })),
    stories: found.stories.map(
      ({ publicId, title, pullQuote, contentNote, teller, councilGss, publishedAt }) => ({
        ...{ publicId, title, pullQuote, contentNote, teller },
        place: areas.get(councilGss)?.shortName ?? "",
        on: londonDay(publishedAt),
      }),
    ),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(
    data?.council ? `Stories from ${data.council.name}` : "Stories",
    data?.council
      ? `What happened to families under ${data.council.name}, told in their own words.`
      : "What happened to families, council by council, told in their own words.",
  ),
  {
    tagName: "link",
    rel: "alternate",
    type: "application/atom+xml",
    title: "Stories of families",
    href: "/stories.atom",
  },
];

export default function StoriesPage(): ReactElement {
  const { council, councils, topics, topic, isTooFew, stories, total, page, pageCount } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title={
          council === undefined ? "What happened to families" : `What happened to families: ${council.name}`
        }
        lede="In their own words, and so that nobody can recognise a child."
      />
      <p className="row">
        <ButtonLink href={council === undefined ? "/stories/new" : `/stories/new?council=${council.slug}`}>
          Tell your story
        </ButtonLink>
        {council === undefined ? (
          <ButtonLink tone="quiet" href="/stories/compare">
            Councils compared
          </ButtonLink>
        ) : (
          <ButtonLink tone="quiet" href={`/councils/${council.slug}/stories`}>
            What it adds up to
          </ButtonLink>
        )}
      </p>
      <p className="soft">
        Nobody is named. You can stop half way and go on another day, a moderator reads it before anybody
        else, and you can take it back at any time, at once.
      </p>
      <StoryFilter {...{ councils, topics, topic, isTooFew }} council={council?.slug} />
      {total === 0 ? (
        <p>No story has been published here yet.</p>
      ) : (
        <p>{counted(total, "story", "stories")}</p>
      )}
      <StoryList stories={stories} />
      <Pagination
        hrefFor={(one) => {
          const asked = new URLSearchParams({
            ...(council === undefined ? {} : { council: council.slug }),
            ...(topic === undefined ? {} : { topic }),
            page: String(one),
          });
          return `/stories?${asked}`;
        }}
        {...{ page, pageCount }}
      />
    </>
  );
}
