import type { ReactElement } from "react";
import type { StoryContent } from "#app/domain/story/content.ts";
import { monthOfYear } from "./format.ts";
import { tellerWords } from "./story-words.ts";

/** A story in a list: what its author chose to be read first, and nothing behind a note. */
export interface ListedStory {
  publicId: string;
  title: string;
  pullQuote: string;
  contentNote: string;
  teller: StoryContent["teller"];
  place: string;
  /** `YYYY-MM-DD`; only its month is shown. */
  on: string;
}

/** Stories to read, newest first. Under what its author lets one be found is not printed on it: that would say it of one family. */
export function StoryList({
  stories,
  level = 2,
}: {
  stories: readonly ListedStory[];
  /** Level of each title: below the heading of the list. */
  level?: 2 | 3;
}): ReactElement | null {
  if (stories.length === 0) return null;
  const Title = level === 2 ? "h2" : "h3";
  return (
    <ul className="story-list plain-list">
      {stories.map(({ publicId, title, pullQuote, contentNote, teller, place, on }) => (
        <li key={publicId}>
          <Title>
            <a href={`/stories/${publicId}`}>{title}</a>
          </Title>
          {contentNote === "" ? (
            pullQuote === "" ? null : (
              <p className="story-quote">{pullQuote}</p>
            )
          ) : (
            <p>Before you read: {contentNote}</p>
          )}
          <p className="soft">
            Told in {monthOfYear(on)} by {tellerWords(teller)}
            {place === "" ? "" : ` in ${place}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
