import type { ReactElement, ReactNode } from "react";
import type { GroupState } from "#db/tables/group.ts";
import { Chip } from "./chip.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { GROUP_STATE_WORDS } from "./group-words.ts";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";

interface OrganiseGroupPageProps {
  group: { slug: string; name: string; state: GroupState };
  /** What the page is for; the group's own name on its first page. */
  title?: string;
  lede?: ReactNode;
  errors?: Readonly<Record<string, string>>;
  /** What went wrong that is no field's fault. */
  problem?: string;
  /** Said right after something was done. */
  done?: string;
  children: ReactNode;
}

/** A page for those who run a group: which one, in what state, what was done, what went wrong. */
export function OrganiseGroupPage(props: OrganiseGroupPageProps): ReactElement {
  const { group, title, lede, errors = {}, problem = "", done = "", children } = props;
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        kicker={
          title === undefined ? (
            <>
              <a href="/organise">What I run</a> · <Chip {...GROUP_STATE_WORDS[group.state]} />
            </>
          ) : (
            <a href={`/organise/groups/${group.slug}`}>{group.name}</a>
          )
        }
        title={title ?? group.name}
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
