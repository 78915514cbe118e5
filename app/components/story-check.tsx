import type { ReactElement } from "react";
import type { StoryContent } from "#app/domain/story/content.ts";
import {
  AGE_BANDS,
  type Choice,
  HAPPENINGS,
  MILES,
  MONEY,
  MONTHS_OUT,
  MONTHS_WAITED,
  NEEDS,
  TRIBUNALS,
} from "#app/domain/story/facts.ts";
import type { StoryGap } from "#app/domain/story/steps.ts";
import { topicLabel } from "#app/domain/story/topics.ts";
import { DefinitionList } from "./definition-list.tsx";
import { counted } from "./format.ts";
import { Notice } from "./notice.tsx";

/** What a story lacks before it can be sent, and what its author should look at once more. */
export function StoryMissing({
  base,
  gaps,
  markCount,
}: {
  base: string;
  gaps: readonly StoryGap[];
  markCount: number;
}): ReactElement {
  return (
    <>
      {gaps.length === 0 ? null : (
        <Notice tone="waiting" title="Still missing">
          <ul>
            {gaps.map(({ step, words }) => (
              <li key={step}>
                <a href={`${base}/${step}`}>{words}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {markCount === 0 ? null : (
        <Notice tone="waiting" title="Look once more">
          <p>
            In {counted(markCount, "place")} your child might be recognised.{" "}
            <a href={`${base}/marks`}>See which, and what could stand there instead</a>. You may leave them if
            they are harmless: the moderator sees them too.
          </p>
        </Notice>
      )}
    </>
  );
}

/** What the page above does not show: the facts, what is allowed, where the author is reached. */
export function StoryRest({
  base,
  content,
  email,
  allowed,
}: {
  base: string;
  content: StoryContent;
  /** Masked, or blank. */
  email: string;
  allowed: readonly string[];
}): ReactElement {
  const facts = factRows(content);
  return (
    <>
      <h2>What is never shown with it</h2>
      {facts.length === 0 ? (
        <p>You have told no facts besides. That is fine.</p>
      ) : (
        <DefinitionList rows={facts} />
      )}
      <p>
        Change: <a href={`${base}/facts`}>facts</a> · <a href={`${base}/where`}>council</a> ·{" "}
        <a href={`${base}/quote`}>for the reader</a> · <a href={`${base}/topics`}>how readers find it</a>
      </p>
      {content.topics.length === 0 ? null : (
        <p>Readers find it under: {content.topics.map(topicLabel).join(", ")}.</p>
      )}
      <h2>What you allow</h2>
      {allowed.length === 0 ? (
        <p>Nothing yet.</p>
      ) : (
        <ul>
          {allowed.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <p>
        <a href={`${base}/consents`}>Change what you allow</a>
        {email === "" ? null : (
          <>
            {" "}
            · Your e-mail: {email} · <a href={`${base}/email`}>change it</a>
          </>
        )}
      </p>
    </>
  );
}

/** The facts that were told, in words. */
export function factRows(content: StoryContent): { term: string; value: string }[] {
  const of = (choices: readonly Choice[], value: string) =>
    choices.find((choice) => choice.value === value)?.label ?? "";
  const rows = [
    { term: "What happened", value: content.happened.map((one) => of(HAPPENINGS, one)).join(", ") },
    { term: "Main need", value: of(NEEDS, content.need) },
    { term: "Age", value: of(AGE_BANDS, content.ageBand) },
    { term: "Without a full school place", value: of(MONTHS_OUT, content.monthsOut) },
    { term: "Waited", value: of(MONTHS_WAITED, content.monthsWaited) },
    { term: "Spent", value: of(MONEY, content.money) },
    { term: "Each way to school", value: of(MILES, content.miles) },
    { term: "Tribunal", value: of(TRIBUNALS, content.tribunal) },
  ];
  return rows.filter(({ value }) => value !== "");
}
