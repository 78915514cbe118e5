import type { ReactElement, ReactNode } from "react";
import { Chip } from "./chip.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Notice } from "./notice.tsx";
import { STATE_WORDS } from "./organise-words.ts";
import { PageHeading } from "./page-heading.tsx";

interface OrganisePageProps {
  campaign: { number: number; title: string; state: keyof typeof STATE_WORDS };
  /** What the page is for; the campaign's own title on its first page. */
  title?: string;
  lede?: ReactNode;
  errors?: Readonly<Record<string, string>>;
  /** What went wrong that is no field's fault. */
  problem?: string;
  /** Said right after something was done. */
  done?: string;
  children: ReactNode;
}

/** A page for those who run a campaign: which one, in what state, what was done, what went wrong. */
export function OrganisePage(props: OrganisePageProps): ReactElement {
  const { campaign, title, lede, errors = {}, problem = "", done = "", children } = props;
  const state = STATE_WORDS[campaign.state];
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        kicker={
          title === undefined ? (
            <>
              <a href="/organise">What I run</a> · <Chip words={state.words} tone={state.tone} />
            </>
          ) : (
            <a href={`/organise/${campaign.number}`}>{campaign.title}</a>
          )
        }
        title={title ?? campaign.title}
        lede={lede}
      />
      {done === "" ? null : (
        <Notice tone="ok">
          <p role="status">{done}</p>
        </Notice>
      )}
      {problem === "" ? null : (
        <Notice tone="problem">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      {children}
    </>
  );
}
