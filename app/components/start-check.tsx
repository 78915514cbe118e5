import type { ReactElement } from "react";
import type { DraftGap } from "#app/domain/campaign/draft.ts";
import { CampaignList } from "./campaign-card.tsx";
import { Notice } from "./notice.tsx";

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

/** Open petitions about the same: signing one of them may help more than another. */
export function SimilarPetitions({
  similar,
}: {
  similar: Parameters<typeof CampaignList>[0]["campaigns"];
}): ReactElement | null {
  if (similar.length === 0) return null;
  return (
    <section>
      <h2>Is one of these the same?</h2>
      <p>
        One petition with many names is heard more than two with few. If one of these asks for what you ask,
        sign it instead.
      </p>
      <CampaignList campaigns={similar} />
    </section>
  );
}

/** What will happen when "Begin" is pressed. */
export function StartNext({ email }: { email: string }): ReactElement {
  return (
    <section>
      <h2>What happens next</h2>
      <ol>
        <li>
          We send a link to <b>{email}</b>. Press the button there, so that we know it is you.
        </li>
        <li>You get a link to pass on. Five people have to support your petition; you can be one of them.</li>
        <li>A moderator reads it, mostly within two days. Then it is open to everybody.</li>
      </ol>
      <p>
        By beginning you say that what you have written is true as far as you know, and yours to publish.{" "}
        <a href="/terms">What cannot be published</a>
      </p>
    </section>
  );
}
