import { type HeadersFunction, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { EvidenceFiles } from "#app/components/evidence-files.tsx";
import { counted } from "#app/components/format.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { PlaceBars } from "#app/components/place-bars.tsx";
import { SendElsewhere } from "#app/components/send-elsewhere.tsx";
import { SendFigures } from "#app/components/send-figures.tsx";
import { StoryFilter } from "#app/components/story-filter.tsx";
import { StoryList } from "#app/components/story-list.tsx";
import { StoryStatements } from "#app/components/story-statements.tsx";
import { StorySumBand } from "#app/components/story-sum-band.tsx";
import { StorySumMethod } from "#app/components/story-sum-method.tsx";
import { findArea } from "#app/domain/area/queries.server.ts";
import { findSendFigures } from "#app/domain/area/send-figures.server.ts";
import { findEvidence } from "#app/domain/story/council-evidence.server.ts";
import { chooseTopic } from "#app/domain/story/list-topics.server.ts";
import { listPublicStories } from "#app/domain/story/public-stories.server.ts";
import { listShownStatements } from "#app/domain/story/shown-statements.server.ts";
import { barsInWords } from "#app/domain/story/sum-words.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { requireCouncil } from "#app/http/require-area.server.ts";
import { mayMakePack } from "#app/http/require-pack-maker.server.ts";
import { ASKED_EACH_TIME } from "#app/http/story-headers.ts";
import { STORIES_PER_PAGE } from "#app/policy-stories.ts";

export const headers: HeadersFunction = () => ASKED_EACH_TIME;

/** A district runs no schools: its county's page has what families there tell. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { read } = context.db;
  const council = await requireCouncil(context, params.slug);
  const county = council.kind === "district" ? await findArea(read, council.parentGss) : undefined;
  if (county) throw redirect(`/councils/${county.slug}/stories`);
  const { searchParams } = new URL(request.url);
  const asked = Number(searchParams.get("page") ?? "1");
  const page = Number.isSafeInteger(asked) && asked >= 1 && asked < 10_000 ? asked : 1;
  const { gssCode: councilGss } = council;
  const narrowed = await chooseTopic(read, { councilGss, asked: searchParams.get("topic") ?? "" });
  const [evidence, figures, found] = await Promise.all([
    findEvidence(read, council.gssCode),
    findSendFigures(read, council.gssCode),
    listPublicStories(read, context.keyring, { councilGss, topic: narrowed.topic, page }),
  ]);
  const { slug, name, shortName, nation, endsOn } = council;
  return {
    ...{ slug, name, shortName, nation, hasEnded: endsOn !== "", evidence, figures, page },
    statements: await listShownStatements(read, { councilGss: council.gssCode }),
    narrowed,
    mayPack: await mayMakePack(context, request),
    pageCount: Math.max(1, Math.ceil(found.total / STORIES_PER_PAGE)),
    stories: found.stories.map(({ publicId, title, pullQuote, contentNote, teller, publishedAt }) => ({
      ...{ publicId, title, pullQuote, contentNote, teller, place: "", on: londonDay(publishedAt) },
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(
    data ? `What families say: ${data.name}` : "Stories",
    data && `What happened to families under ${data.name}, told in their own words and added up.`,
  );

export default function CouncilStoriesPage(): ReactElement {
  const { slug, name, shortName, nation, hasEnded, evidence, figures, narrowed, ...listed } =
    useLoaderData<typeof loader>();
  const { stories, page, pageCount, statements, mayPack } = listed;
  const { storyCount, sum } = evidence;
  return (
    <>
      <PageHeading
        kicker={<a href={`/councils/${slug}`}>{name}</a>}
        title={`What families in ${shortName} say`}
        lede={
          storyCount === 0
            ? "Nobody has told their story here yet."
            : `${counted(storyCount, "story", "stories")}, in the words of those who tell them, and so that nobody can recognise a child.`
        }
      />
      {hasEnded ? null : (
        <p className="row">
          <ButtonLink href={`/stories/new?council=${slug}`}>Tell your story</ButtonLink>
        </p>
      )}
      <StorySumBand {...{ sum, storyCount }} />
      <div className="area-page">
        <div>
          <h2>What happened</h2>
          <Bars sum={sum} />
          <StoryStatements
            {...{ statements }}
            replyPath={`/councils/${slug}/reply`}
            about="what families say"
          />
          <h2 id="stories">Their stories</h2>
          <StoryFilter
            action={`/councils/${slug}/stories#stories`}
            topics={narrowed.offered}
            topic={narrowed.topic}
            isTooFew={narrowed.isTooFew}
          />
          <StoryList stories={stories} level={3} />
          {stories.length === 0 ? <p>There is no story to read here.</p> : null}
          <Pagination
            hrefFor={(one) =>
              `/councils/${slug}/stories?${narrowed.topic === undefined ? "" : `topic=${narrowed.topic}&`}page=${one}#stories`
            }
            {...{ page, pageCount }}
          />
          <EvidenceFiles slug={slug} mayPack={mayPack} />
          <StorySumMethod />
        </div>
        <aside className="stack" aria-label={`Official figures of ${name}`}>
          {figures === undefined ? (
            <SendElsewhere nation={nation} county={undefined} />
          ) : (
            <SendFigures figures={figures} place={shortName} />
          )}
          <p className="soft small">
            These are the officials’ numbers of all children here. They are not added to what families tell.
          </p>
        </aside>
      </div>
    </>
  );
}

function Bars({
  sum,
}: Pick<ReturnType<typeof useLoaderData<typeof loader>>["evidence"], "sum">): ReactElement {
  const bars = sum === undefined ? [] : barsInWords(sum);
  if (sum === undefined)
    return <p>We count what happened once ten families have told their story and been published.</p>;
  if (bars.length === 0) return <p>Nothing happened to so many of them that we can show a number.</p>;
  return (
    <>
      <PlaceBars label="Families by what happened; more than one thing can be true" places={bars} />
      <p className="hint">Of {counted(sum.familyCount, "family", "families")}. More than one can be true.</p>
    </>
  );
}
