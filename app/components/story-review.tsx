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
import type { Mark } from "#app/domain/story/mark.ts";
import type { MarkedField } from "#app/domain/story/story-marks.ts";
import { topicLabel } from "#app/domain/story/topics.ts";
import { DefinitionList } from "./definition-list.tsx";
import { StoryMarks } from "./story-marks.tsx";
import { tellerWords } from "./story-words.ts";

interface StoryReviewProps {
  content: StoryContent;
  council: string;
  /** Every text that is not blank, with what could lead to a child. */
  texts: readonly { field: MarkedField; text: string; marks: readonly Mark[] }[];
}

const TEXT_NAMES: Record<MarkedField, string> = {
  title: "Its title",
  text: "The story",
  contentNote: "Before you read",
  easy: "In easy words",
};

/** A story as a moderator reads it: each text with what was marked in it, and what is never shown beside it. */
export function StoryReview({ content, council, texts }: StoryReviewProps): ReactElement {
  const marked = texts.reduce((sum, { marks }) => sum + marks.length, 0);
  return (
    <>
      <h2>What everybody would read</h2>
      <p>
        {marked === 0
          ? "Nothing was marked that could lead to a child. The program misses some: read for names, schools, days and anything that only one child can be."
          : "What could lead to a child is marked and numbered, with its reason. The program misses some and marks too many: you judge."}
      </p>
      {texts.map(({ field, text, marks }) => (
        <section key={field} className="marks-beside">
          <h3>{TEXT_NAMES[field]}</h3>
          <StoryMarks text={text} marks={marks} name={field} />
        </section>
      ))}
      <h2>About it</h2>
      <p>Readers see who tells it and the council. The facts are only added up, never shown with it.</p>
      <DefinitionList rows={facts(content, council)} />
    </>
  );
}

function facts(content: StoryContent, council: string): { term: string; value: string }[] {
  const { teller, pullQuote, need, ageBand, happened, monthsOut, money, miles, monthsWaited, tribunal } =
    content;
  const rows = [
    { term: "Told by", value: tellerWords(teller) },
    { term: "Council", value: council },
    { term: "Shown large", value: pullQuote },
    { term: "Readers find it under", value: content.topics.map(topicLabel).join("; ") },
    { term: "Need", value: label(NEEDS, need) },
    { term: "Age", value: label(AGE_BANDS, ageBand) },
    { term: "What happened", value: happened.map((one) => label(HAPPENINGS, one)).join("; ") },
    { term: "Without a full place", value: label(MONTHS_OUT, monthsOut) },
    { term: "Spent", value: label(MONEY, money) },
    { term: "Miles each way", value: label(MILES, miles) },
    { term: "Waited", value: label(MONTHS_WAITED, monthsWaited) },
    { term: "Tribunal", value: label(TRIBUNALS, tribunal) },
  ];
  return rows.filter(({ value }) => value !== "");
}

function label(choices: readonly Choice[], value: string): string {
  return choices.find((one) => one.value === value)?.label ?? "";
}
