import type { ReactElement } from "react";
import type { DraftGap, DraftStep } from "#app/domain/campaign/draft.ts";
import { REVIEW_TARGET_HOURS, SUPPORTERS_FOR_REVIEW } from "#app/policy.ts";
import { ButtonLink } from "./button.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { calendarDay, counted, figure } from "./format.ts";
import { Notice } from "./notice.tsx";
import { STEP_WORDS } from "./start-words.ts";

/** What a draft lacks before it can begin, each with the way to it. */
export function StartMissing({
  base,
  gaps,
}: {
  base: string;
  gaps: readonly DraftGap[];
}): ReactElement | null {
  if (gaps.length === 0) return null;
  return (
    <Notice tone="waiting" title="Still missing">
      <ul>
        {gaps.map(({ step, words }) => (
          <li key={step}>
            <a href={`${base}/${step}`}>{words}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface SimilarPetition {
  slug: string;
  title: string;
  bodyName: string;
  signatureCount: number;
}

/** Open petitions about the same: signing one of them may help more than another. */
export function SimilarPetitions({ similar }: { similar: readonly SimilarPetition[] }): ReactElement | null {
  if (similar.length === 0) return null;
  return (
    <section>
      <h2>Is one of these the same?</h2>
      <p>One petition with many names is heard more than two with few.</p>
      <ul className="start-similar plain-list">
        {similar.map(({ slug, title, bodyName, signatureCount }) => (
          <li key={slug}>
            <p>
              <a href={`/petitions/${slug}`}>{title}</a>
              <br />
              <span className="soft">
                to {bodyName} · {counted(signatureCount, "signature")}
              </span>
            </p>
            <ButtonLink tone="quiet" href={`/petitions/${slug}#sign`}>
              Sign that one instead<span className="hidden">: {title}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The ways back to the steps that made what stands above. */
export function StartChange({ base, steps }: { base: string; steps: readonly DraftStep[] }): ReactElement {
  return (
    <p className="start-change">
      Change:{" "}
      {steps.map((step, index) => (
        <span key={step}>
          {index === 0 ? "" : " · "}
          <a href={`${base}/${step}`}>{STEP_WORDS[step].name}</a>
        </span>
      ))}
    </p>
  );
}

interface StartFactsProps {
  base: string;
  facts: { organiserName: string; email: string; goal: number; closesOn: string; showsNames: boolean };
}

/** What the page above does not show: who stands behind it, how many, how long. */
export function StartFacts({ base, facts }: StartFactsProps): ReactElement {
  const { organiserName, email, goal, closesOn, showsNames } = facts;
  return (
    <>
      <DefinitionList
        rows={[
          { term: "Started by", value: organiserName || "not said yet" },
          { term: "Your e-mail, never shown", value: email || "not said yet" },
          { term: "Goal", value: `${figure(goal)} people` },
          { term: "Last day to sign", value: `about ${calendarDay(closesOn)}` },
          { term: "Names", value: showsNames ? "shown of those who agree" : "not shown" },
        ]}
      />
      <StartChange base={base} steps={["you", "goal"]} />
    </>
  );
}

/** What will happen when "Begin" is pressed; by mail, unless the address has been proved already. */
export function StartNext({ email, isProved }: { email: string; isProved: boolean }): ReactElement {
  return (
    <section>
      <h2>What happens next</h2>
      <ol>
        <li>
          {isProved ? (
            "You get a link to pass on. "
          ) : (
            <>
              We mail a link to <b>{email}</b>, so that we know it is you. Then you get a link to pass on.{" "}
            </>
          )}
          At least {SUPPORTERS_FOR_REVIEW} people have to support your petition. You can be one of them.
        </li>
        <li>A moderator reads it, mostly within {REVIEW_TARGET_HOURS / 24} days.</li>
        <li>
          Everybody can sign it. Councillors and MPs hear how many of their own constituents have, never who.
        </li>
      </ol>
    </section>
  );
}

/** What no moderator publishes, in plain words. */
export function NotAllowed(): ReactElement {
  return (
    <section>
      <h2>What cannot be published</h2>
      <ul>
        <li>
          anything by which a child could be recognised: a name, a school, a photograph without the family’s
          yes
        </li>
        <li>names of teachers, doctors, social workers or other staff</li>
        <li>what is before a court, or was in a family court</li>
        <li>threats, hatred, or accusations that you cannot show to be true</li>
      </ul>
    </section>
  );
}
