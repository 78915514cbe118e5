import type { ReactElement } from "react";
import type { StoryContent } from "#app/domain/story/content.ts";
import { monthOfYear } from "./format.ts";
import { PlainText } from "./plain-text.tsx";
import { tellerWords } from "./story-words.ts";

interface StoryArticleProps {
  story: Pick<StoryContent, "title" | "text" | "pullQuote" | "contentNote" | "easy" | "teller"> & {
    /** The council's short name: "Worcestershire". */
    place: string;
    /** The day on which it was published, `YYYY-MM-DD`; only its month is shown. */
    on: string;
  };
  /** Level of the title. */
  level: 1 | 2;
  /** Where the easy words stand instead. */
  isEasy?: boolean;
  /** The way to the other wording. */
  path?: string;
  /** For its author and moderators, who know what comes: the note hides nothing. */
  isOpen?: boolean;
}

/** A story as everybody reads it: one measure, its own sentence large, behind its note where it has one. */
export function StoryArticle(props: StoryArticleProps): ReactElement {
  const { story, level, isEasy = false, path, isOpen = false } = props;
  const { title, contentNote, easy, teller, place, on } = story;
  const Title = level === 1 ? "h1" : "h2";
  return (
    <article className="story">
      <p className="kicker">
        Told in {monthOfYear(on)} by {tellerWords(teller)}
        {place === "" ? "" : ` in ${place}`}
      </p>
      <Title className="story-title">{title}</Title>
      {easy === "" || path === undefined ? null : (
        <p>
          <a href={isEasy ? path : `${path}?text=easy`}>
            {isEasy ? "Read it in the author’s full words" : "Read the Easy Read version"}
          </a>
        </p>
      )}
      {contentNote === "" ? (
        <StoryWords {...{ story, isEasy }} />
      ) : (
        <details className="story-behind" open={isOpen ? true : undefined}>
          <summary>
            <b>Before you read:</b> {contentNote} <span className="story-open">Open the story</span>
          </summary>
          <StoryWords {...{ story, isEasy }} />
        </details>
      )}
    </article>
  );
}

function StoryWords({ story, isEasy }: Pick<StoryArticleProps, "story" | "isEasy">): ReactElement {
  const { text, pullQuote, easy } = story;
  return (
    <>
      {pullQuote === "" || isEasy ? null : (
        // The sentence stands in the story too: read aloud, once is enough.
        <p className="story-quote" aria-hidden="true">
          {pullQuote}
        </p>
      )}
      <div className={isEasy ? "story-text story-easy" : "story-text"}>
        <PlainText text={isEasy ? easy : text} />
      </div>
    </>
  );
}
