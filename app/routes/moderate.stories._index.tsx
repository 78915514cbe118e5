import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Chip } from "#app/components/chip.tsx";
import { counted } from "#app/components/format.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { urgencyChip, waitedWords } from "#app/components/moderate-words.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { SearchForm } from "#app/components/search-form.tsx";
import { storyStateWords } from "#app/components/story-words.ts";
import { listWaitingStories } from "#app/domain/story/review-queries.server.ts";
import { type SoughtStory, searchStories } from "#app/domain/story/search-stories.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";
import { STORY_TARGET_DAYS } from "#app/policy-stories.ts";

const WORDS_AT_MOST = 200;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const { db, keyring, clock } = context;
  const { searchParams } = new URL(request.url);
  const page = readPage(searchParams.get("page"));
  const q = (searchParams.get("q") ?? "").slice(0, WORDS_AT_MOST).trim();
  const { stories, count } = await listWaitingStories(db.read, keyring, page);
  return {
    ...{ stories, count, page, now: clock.now(), q },
    found: q === "" ? [] : await searchStories(db.read, q),
    pageCount: Math.max(1, Math.ceil(count / PAGE_LENGTH)),
  };
}

export const meta: MetaFunction = () => pageTitle("Stories of families");

export default function ModerateStories(): ReactElement {
  const { stories, count, page, now, pageCount, q, found } = useLoaderData<typeof loader>();
  return (
    <ModeratePage
      title="Stories of families"
      lede={
        count === 0
          ? "None waits."
          : `${counted(count, "story waits", "stories wait")}. Those that may tell of danger come first, then the one that has waited longest.`
      }
    >
      <SearchForm
        action="/moderate/stories"
        label="Find a story that was sent: words of its title, or its address"
        q={q}
      />
      {q === "" ? null : <FoundStories stories={found} />}
      <ul className="queues plain-list">
        {stories.map(({ publicId, title, council, isUrgent, submittedAt, ...story }) => (
          <li key={publicId}>
            <a href={`/moderate/stories/${publicId}`}>{title}</a>
            <span className="detail">{council}</span>
            <span className="detail">
              {isUrgent ? <Chip words="Read this first: may tell of danger" tone="refused" /> : null}{" "}
              <Chip {...urgencyChip(submittedAt, STORY_TARGET_DAYS * 24, now)} /> Has waited{" "}
              {waitedWords(submittedAt, now)}
            </span>
            {story.needsTwo ? (
              <span className="detail">
                {story.isApproved
                  ? "Approved once. It waits for another moderator to publish it"
                  : "Two moderators look at it"}
                {story.needsSenior ? "; only an admin publishes it." : "."}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <Pagination page={page} pageCount={pageCount} hrefFor={(to) => `/moderate/stories?page=${to}`} />
    </ModeratePage>
  );
}

function FoundStories({ stories }: { stories: readonly SoughtStory[] }): ReactElement {
  return (
    <section aria-label="Found">
      <h2>Found</h2>
      {stories.length === 0 ? (
        <p>
          No story has these words in its title. Of one that is not published only its address finds it: the
          title is sealed.
        </p>
      ) : (
        <ul className="queues plain-list">
          {stories.map(({ publicId, title, council, state }) => (
            <li key={publicId}>
              <a href={`/moderate/stories/${publicId}`}>{title || "A story that nobody reads now"}</a>
              <span className="detail">{council}</span>
              <span className="detail">{storyStateWords(state).chip}</span>
            </li>
          ))}
        </ul>
      )}
      <h2>What waits</h2>
    </section>
  );
}
