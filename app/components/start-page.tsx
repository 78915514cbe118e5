import type { ReactElement, ReactNode } from "react";
import { DRAFT_STEPS, type DraftStep } from "#app/domain/campaign/draft.ts";
import { DRAFT_DAYS } from "#app/policy.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { PageHeading } from "./page-heading.tsx";
import { STEP_WORDS } from "./start-words.ts";

interface StartPageProps {
  /** `/start/<token>` */
  base: string;
  step: DraftStep;
  /** Steps that need nothing more. */
  done: readonly DraftStep[];
  errors: Readonly<Record<string, string>>;
  children: ReactNode;
}

/** One page of writing a petition: where one is, one question, the way back, and all other steps. */
export function StartPage({ base, step, done, errors, children }: StartPageProps): ReactElement {
  const at = DRAFT_STEPS.indexOf(step);
  const before = DRAFT_STEPS[at - 1];
  const { heading, lede } = STEP_WORDS[step];
  return (
    <div className="start">
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        kicker={
          <>
            Start a petition · step {at + 1} of {DRAFT_STEPS.length}
          </>
        }
        title={heading}
        lede={lede}
      />
      {children}
      {before === undefined ? null : <StartBack base={base} before={before} />}
      <StepList base={base} done={done} current={step} />
      <p className="hint">
        What you save is kept for {DRAFT_DAYS} days. Keep this page’s address, or go on from the e-mail that
        we send you, on any phone or computer. Whoever has it can change your draft, so show it to nobody you
        do not trust.
      </p>
    </div>
  );
}

/** The way to the page before. */
export function StartBack({ base, before }: { base: string; before: DraftStep }): ReactElement {
  return (
    <p>
      <a href={`${base}/${before}`}>Back: {STEP_WORDS[before].name}</a>
    </p>
  );
}

interface StepListProps {
  base: string;
  done: readonly DraftStep[];
  current?: DraftStep;
}

/** All steps with what is done, to go to any of them. */
export function StepList({ base, done, current }: StepListProps): ReactElement {
  return (
    <nav aria-label="Steps" className="start-steps">
      <ol>
        {DRAFT_STEPS.map((step) => (
          <li key={step}>
            <a href={`${base}/${step}`} aria-current={step === current ? "step" : undefined}>
              {STEP_WORDS[step].name}
            </a>
            {done.includes(step) ? <span className="start-done"> · done</span> : null}
          </li>
        ))}
        <li>
          <a href={`${base}/check`}>Look it over and begin</a>
        </li>
      </ol>
    </nav>
  );
}
