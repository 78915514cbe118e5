import type { ReactElement } from "react";
import { HAPPENING_TOPICS } from "#app/domain/story/topics.ts";
import { Button } from "./button.tsx";
import { Choice, type ChoiceOption } from "./choice.tsx";

interface StoryFilterProps {
  /** Where the form is sent, with the place in the page; blank is this page. */
  action?: string;
  /** Councils to choose from; on a council's own page none. */
  councils?: readonly ChoiceOption[];
  council?: string;
  /** Topics under which enough stories stand in this list. */
  topics: readonly ChoiceOption[];
  topic: string | undefined;
  /** Fewer than five would be left: all are shown. */
  isTooFew: boolean;
}

/** Narrows a list of stories. A topic under which fewer than five stand here is not offered, nor obeyed. */
export function StoryFilter(props: StoryFilterProps): ReactElement | null {
  const { action, councils = [], council, topics, topic, isTooFew } = props;
  const isOf = (value: string) => HAPPENING_TOPICS.some((one) => one.value === value);
  const sorted = [
    ...topics.filter(({ value }) => isOf(value)),
    ...topics.filter(({ value }) => !isOf(value)),
  ];
  const isEmpty = councils.length < 2 && sorted.length === 0;
  return (
    <>
      {isEmpty ? null : (
        <form className="search" method="get" action={action}>
          {councils.length < 2 ? null : (
            <Choice name="council" label="Council" options={councils} blank="All councils" value={council} />
          )}
          {sorted.length === 0 ? null : (
            <Choice name="topic" label="About" options={sorted} blank="Everything" value={topic} />
          )}
          <Button tone="quiet">Show</Button>
        </form>
      )}
      {isTooFew ? (
        <p role="status">
          Fewer than five stories here are about that, so that choosing it could point at one family. These
          are all of them.
        </p>
      ) : null}
    </>
  );
}
