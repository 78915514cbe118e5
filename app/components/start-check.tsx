import type { ReactElement } from "react";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import type { DraftGap, DraftStep } from "#app/domain/campaign/draft.ts";
import { REVIEW_TARGET_HOURS, SUPPORTERS_FOR_REVIEW } from "#app/policy.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { ButtonLink } from "./button.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { calendarDay, counted, figure } from "./format.ts";
import { kindWords } from "./kind-words.ts";
import { Notice } from "./notice.tsx";
import { stepWords } from "./start-words.ts";

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

interface SimilarCampaign {
  kind: CampaignKind;
  slug: string;
  title: string;
  bodyName: string;
  signatureCount: number;
}

/** Open campaigns about the same: signing one of them may help more than another. */
export function SimilarCampaigns({ similar }: { similar: readonly SimilarCampaign[] }): ReactElement | null {
  if (similar.length === 0) return null;
  return (
    <section>
      <h2>Is one of these the same?</h2>
      <p>One with many names is heard more than two with few.</p>
      <ul className="start-similar plain-list">
        {similar.map(({ kind, slug, title, bodyName, signatureCount }) => (
          <li key={`${kind} ${slug}`}>
            <p>
              <a href={publicCampaignPath({ kind, slug })}>{title}</a>
              <br />
              <span className="soft">
                {kindWords(kind).One} to {bodyName} · {counted(signatureCount, "signature")}
              </span>
            </p>
            <ButtonLink tone="quiet" href={`${publicCampaignPath({ kind, slug })}#sign`}>
              Sign that one instead<span className="hidden">: {title}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The ways back to the steps that made what stands above. */
export function StartChange({
  kind,
  base,
  steps,
}: {
  kind: CampaignKind;
  base: string;
  steps: readonly DraftStep[];
}): ReactElement {
  return (
    <p className="start-change">
      Change:{" "}
      {steps.map((step, index) => (
        <span key={step}>
          {index === 0 ? "" : " · "}
          <a href={`${base}/${step}`}>{stepWords(kind, step).name}</a>
        </span>
      ))}
    </p>
  );
}

interface StartFactsProps {
  kind: CampaignKind;
  base: string;
  facts: { organiserName: string; email: string; goal: number; closesOn: string; showsNames: boolean };
}

/** What the page above does not show: who stands behind it, how many, how long. */
export function StartFacts({ kind, base, facts }: StartFactsProps): ReactElement {
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
      <StartChange kind={kind} base={base} steps={["you", "goal"]} />
    </>
  );
}

/** What will happen when "Begin" is pressed; by mail, unless the address has been proved already. */
export function StartNext({
  kind,
  email,
  isProved,
}: {
  kind: CampaignKind;
  email: string;
  isProved: boolean;
}): ReactElement {
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
          At least {SUPPORTERS_FOR_REVIEW} people have to support your {kindWords(kind).one}. You can be one
          of them.
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
