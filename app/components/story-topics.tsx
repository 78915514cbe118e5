import type { ReactElement } from "react";
import { HAPPENING_TOPICS, NEED_TOPICS } from "#app/domain/story/topics.ts";
import { STORIES_PER_TOPIC } from "#app/policy-stories.ts";
import { CheckField } from "./check-field.tsx";

/** A box for each topic; none is ticked beforehand, whatever facts were told. */
export function TopicFields({ values }: { values: Readonly<Record<string, string>> }): ReactElement {
  return (
    <>
      <p>
        <b>Tick only what your own words already say.</b> What you tick says no more than they do: it is used
        once at least {STORIES_PER_TOPIC} stories stand under it, and is not printed beside your story. The
        facts that you may have told are not used for this.
      </p>
      <TopicBoxes legend="What happened" topics={HAPPENING_TOPICS} values={values} />
      <TopicBoxes legend="Your child’s need" topics={NEED_TOPICS} values={values} />
    </>
  );
}

function TopicBoxes({
  legend,
  topics,
  values,
}: {
  legend: string;
  topics: readonly { value: string; label: string }[];
  values: Readonly<Record<string, string>>;
}): ReactElement {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {topics.map(({ value, label }) => (
        <CheckField key={value} name={`topic_${value}`} label={label} value={values[`topic_${value}`]} />
      ))}
    </fieldset>
  );
}
