import type { ReactElement, ReactNode } from "react";
import { type DraftStep, draftSteps } from "#app/domain/campaign/draft.ts";
import { DRAFT_DAYS } from "#app/policy.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { kindWords } from "./kind-words.ts";
import { PageHeading } from "./page-heading.tsx";
import { stepWords } from "./start-words.ts";

interface StartPageProps {
  kind: CampaignKind;
  /** `/start/<token>` */
  base: string;
  step: DraftStep;
  /** Steps that need nothing more. */
  done: readonly DraftStep[];
  errors: Readonly<Record<string, string>>;
  children: ReactNode;
}

/** One page of writing a campaign: where one is, one question, the way back, and all other steps. */
export function StartPage({ kind, base, step, done, errors, children }: StartPageProps): ReactElement {
  const steps = draftSteps(kind);
  const at = steps.indexOf(step);
  const before = steps[at - 1];
  const { heading, lede } = stepWords(kind, step);
  return (
    <div className="start">
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        kicker={
          <>
            {startWords(kind)} · step {at + 1} of {steps.length}
          </>
        }
        title={heading}
        lede={lede}
      />
      {children}
      {before === undefined ? null : <StartBack {...{ kind, base, before }} />}
      <StepList {...{ kind, base, done }} current={step} />
      <p className="hint">
        What you save is kept for {DRAFT_DAYS} days. Keep this page’s address, or go on from the e-mail that
        we send you, on any phone or computer. Whoever has it can change your draft, so show it to nobody you
        do not trust.
      </p>
    </div>
  );
}

/** What is being done: "Start an open letter". */
export function startWords(kind: CampaignKind): string {
  return `Start ${kindWords(kind).a}`;
}

/** The way to the page before. */
export function StartBack({
  kind,
  base,
  before,
}: Pick<StartPageProps, "kind" | "base"> & { before: DraftStep }): ReactElement {
  return (
    <p>
      <a href={`${base}/${before}`}>Back: {stepWords(kind, before).name}</a>
    </p>
  );
}

interface StepListProps {
  kind: CampaignKind;
  base: string;
  done: readonly DraftStep[];
  current?: DraftStep;
}

/** All steps with what is done, to go to any of them. */
export function StepList({ kind, base, done, current }: StepListProps): ReactElement {
  return (
    <nav aria-label="Steps" className="start-steps">
      <ol>
        {draftSteps(kind).map((step) => (
          <li key={step}>
            <a href={`${base}/${step}`} aria-current={step === current ? "step" : undefined}>
              {stepWords(kind, step).name}
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
