import type { ReactElement, ReactNode } from "react";
import { STORY_STEPS, type StoryStep } from "#app/domain/story/steps.ts";
import { STORY_DRAFT_DAYS } from "#app/policy-stories.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { PageHeading } from "./page-heading.tsx";
import { storyStepWords } from "./story-words.ts";

interface StoryPageProps {
  /** `/stories/tell/<token>` */
  base: string;
  step: StoryStep;
  /** Steps that need nothing more. */
  done: readonly StoryStep[];
  errors: Readonly<Record<string, string>>;
  children: ReactNode;
}

/** One page of telling a story: where one is, one question, the way back, and all other steps. */
export function StoryPage({ base, step, done, errors, children }: StoryPageProps): ReactElement {
  const at = STORY_STEPS.indexOf(step);
  const before = STORY_STEPS[at - 1];
  const { heading, lede } = storyStepWords(step);
  return (
    <div className="start">
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        kicker={`Tell your story · step ${at + 1} of ${STORY_STEPS.length}`}
        title={heading}
        lede={lede}
      />
      {children}
      {before === undefined ? null : (
        <p>
          <a href={`${base}/${before}`}>Back: {storyStepWords(before).name}</a>
        </p>
      )}
      <StorySteps {...{ base, done }} current={step} />
    </div>
  );
}

/** All steps with what is done, to go to any of them; how to stop, and how to throw all of it away. */
export function StorySteps({
  base,
  done,
  current,
}: Pick<StoryPageProps, "base" | "done"> & { current?: StoryStep }): ReactElement {
  return (
    <>
      <nav aria-label="Steps" className="start-steps">
        <ol>
          {STORY_STEPS.map((step) => (
            <li key={step}>
              <a href={`${base}/${step}`} aria-current={step === current ? "step" : undefined}>
                {storyStepWords(step).name}
              </a>
              {done.includes(step) ? <span className="start-done"> · done</span> : null}
            </li>
          ))}
          <li>
            <a href={`${base}/check`}>Read it over and send it</a>
          </li>
        </ol>
      </nav>
      <p className="hint">
        Each page you save is kept, encrypted, for {STORY_DRAFT_DAYS} days. To go on another day or on another
        phone, <a href={`${base}/email`}>give us your e-mail address</a> and we send you a link. On a computer
        that others use, close the page when you stop: whoever has its address can read what you wrote.
      </p>
    </>
  );
}
