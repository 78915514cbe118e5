import type { ComponentProps, ReactElement } from "react";
import type { StoryContent } from "#app/domain/story/content.ts";
import type { StoryGap } from "#app/domain/story/steps.ts";
import { STORY_UNPUBLISHED_DAYS } from "#app/policy-stories.ts";
import type { StoryState, StoryUse } from "#db/tables/story.ts";
import { Button, ButtonLink } from "./button.tsx";
import { Chip, type ChipTone } from "./chip.tsx";
import { londonDay } from "./format.ts";
import { PageHeading } from "./page-heading.tsx";
import { StoryArticle } from "./story-article.tsx";
import { StoryDecisionNote } from "./story-decision.tsx";
import { StoryRequests } from "./story-request.tsx";
import { UseFields } from "./story-step.tsx";
import { StorySuggestion } from "./story-suggestion.tsx";
import { StoryAppeal, StoryTakeUp } from "./story-take-up.tsx";
import { storyStateWords } from "./story-words.ts";

export interface ManagedStoryView {
  state: StoryState;
  content: StoryContent;
  publicId: string;
  place: string;
  on: string;
  /** Masked. */
  email: string;
  /** What can be allowed besides publishing, and what is. */
  uses: readonly { use: StoryUse; words: string }[];
  allowed: Readonly<Record<string, string>>;
  /** What it lacks before it can be sent (again). */
  gaps: readonly StoryGap[];
  /** Where it has gone. */
  sharings: readonly { words: string; at: number }[];
  withdrawnAt: number | null;
  /** By which moderators' decision it is as it is. */
  decision?: ComponentProps<typeof StoryDecisionNote>["decision"];
  /** Its author has it back, to change it. */
  isTakenUp: boolean;
  /** Its author can ask for another moderator. */
  mayAppeal: boolean;
  /** Its author has asked for one. */
  isAppealed: boolean;
  /** What others ask through us. */
  requests: ComponentProps<typeof StoryRequests>["requests"];
  /** Another wording that waits for the author's yes or no. */
  suggestion?: ComponentProps<typeof StorySuggestion>["suggestion"];
}

interface StoryManageProps {
  story: ManagedStoryView;
  token: string;
}

/** The author's own page: how the story stands, what may be done with it, where it has gone, the way to take it back. */
export function StoryManage({ story, token }: StoryManageProps): ReactElement {
  const { state, content, publicId, place, on, sharings } = story;
  const { chip, sentence } = storyStateWords(state);
  const lede = story.isTakenUp
    ? "You have it back: it is on no page, and nobody decides about it. Change it, then send it again."
    : story.isAppealed && state === "in_review"
      ? "Another moderator than the one who decided looks at it now."
      : sentence;
  if (state === "withdrawn") return <StoryWithdrawn sharings={sharings} />;
  return (
    <div className="start">
      <PageHeading title="Your story" kicker={<Chip words={chip} tone={TONES[state]} />} lede={lede} />
      {state === "published" ? (
        <p>
          <ButtonLink href={`/stories/${publicId}`}>Read it as others do</ButtonLink>
        </p>
      ) : null}
      {story.decision === undefined ? null : <StoryDecisionNote decision={story.decision} />}
      {story.mayAppeal ? <StoryAppeal /> : null}
      {story.suggestion === undefined ? null : <StorySuggestion suggestion={story.suggestion} />}
      <StoryRequests requests={story.requests} />
      <StorySend {...{ story, token }} />
      {content.text === "" ? null : (
        <details>
          <summary>What you have told</summary>
          <StoryArticle story={{ ...content, place, on }} level={2} isOpen />
        </details>
      )}
      {state === "draft" ? null : (
        <>
          <StoryTakeUp state={state} />
          <StoryUses {...{ story, token }} />
          <h2>Where it has gone</h2>
          <StorySharings sharings={sharings} />
          <p>
            <a href={`/story/${token}/download.json`}>Download everything we keep of it</a>
          </p>
        </>
      )}
      <h2>{state === "draft" ? "Throw it away" : "Take it back"}</h2>
      <p>
        {state === "draft"
          ? "Everything you wrote is deleted at once."
          : "At once and for good: it is off every page, and we delete its words and your address."}
      </p>
      <p>
        <ButtonLink tone="quiet" href={`/story/${token}/withdraw`}>
          {state === "draft" ? "Throw it away…" : "Take my story back…"}
        </ButtonLink>
      </p>
    </div>
  );
}

const TONES: Record<StoryState, ChipTone> = {
  draft: "waiting",
  in_review: "waiting",
  published: "ok",
  changes_requested: "waiting",
  rejected: "refused",
  withdrawn: "plain",
};

/** Where it is not with the moderators: the way to go on, and the button that sends it. */
function StorySend({ story, token }: StoryManageProps): ReactElement | null {
  const { state, gaps } = story;
  if (state !== "draft" && state !== "changes_requested") return null;
  return (
    <>
      {gaps.length > 0 ? null : (
        <form method="post">
          <input type="hidden" name="intent" value="send" />
          <p>
            Nothing is missing. When you press this, a moderator reads it. No word is changed without your
            yes.
          </p>
          <Button>Send my story</Button>
        </form>
      )}
      <p>
        <ButtonLink tone="quiet" href={`/stories/tell/${token}`}>
          {gaps.length > 0 ? "Go on writing" : "Read it over, or change it"}
        </ButtonLink>
      </p>
      {state === "draft" ? null : (
        <p className="hint">
          If it is not sent again, we delete it {STORY_UNPUBLISHED_DAYS} days after its last change.
        </p>
      )}
    </>
  );
}

function StoryUses({ story }: StoryManageProps): ReactElement {
  const { uses, allowed } = story;
  return (
    <>
      <h2>What you allow</h2>
      <p>Published on this site: yes. To take that back, take your story back, below.</p>
      <form method="post">
        <input type="hidden" name="intent" value="uses" />
        <UseFields values={allowed} uses={uses} />
        <Button tone="quiet">Save what I allow</Button>
      </form>
    </>
  );
}

/** Where a story has gone, each with its day. */
export function StorySharings({ sharings }: Pick<ManagedStoryView, "sharings">): ReactElement {
  if (sharings.length === 0) return <p>Nowhere beyond this site, as far as we have passed it on.</p>;
  return (
    <ul>
      {sharings.map(({ words, at }) => (
        <li key={`${at} ${words}`}>
          {londonDay(at)}: {words}
        </li>
      ))}
    </ul>
  );
}

function StoryWithdrawn({ sharings }: Pick<ManagedStoryView, "sharings">): ReactElement {
  return (
    <div className="start">
      <PageHeading
        title="Your story is withdrawn"
        lede="It is off every page of this site, and we have deleted its words and your address."
      />
      <p>
        Thank you for having told it. If you gave facts, like months out of school, they leave the sums of
        your council within a month, so that nobody can work out what you told by watching the numbers change.
      </p>
      <h2>Where it had gone</h2>
      <StorySharings sharings={sharings} />
      {sharings.length === 0 ? null : <p>We cannot call those back. They are asked not to pass it on.</p>}
      <p>Search engines may show its first words for some days. We ask them not to keep copies.</p>
    </div>
  );
}
