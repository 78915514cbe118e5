import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Chip } from "#app/components/chip.tsx";
import { GroupVerified } from "#app/components/group-verified.tsx";
import { Notice } from "#app/components/notice.tsx";
import { OrganiseGroupPage } from "#app/components/organise-group-page.tsx";
import { STATE_WORDS } from "#app/components/organise-words.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { groupPath } from "#app/domain/group/group.ts";
import { findNewestChange } from "#app/domain/group/group-changes.server.ts";
import { listRunCampaigns } from "#app/domain/group/queries.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { requireMember } from "#app/http/require-group.server.ts";

const DONE = {
  made: "A moderator reads it now. You get a mail.",
  joined: "You help to run this group now.",
  proposed: "A moderator reads it before it is shown. You get a mail.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { group, role } = await requireMember(context, request, params.slug);
  const { read } = context.db;
  const { slug, name, state, verifiedAt, verifiedWords } = group;
  const [newest, campaigns] = await Promise.all([
    findNewestChange(read, context.keyring, group.id),
    listRunCampaigns(read, group.id),
  ]);
  return {
    group: { slug, name, state, verifiedAt, checked: verifiedWords },
    isOwner: role === "owner",
    isWaiting: newest?.state === "waiting",
    note: newest?.state === "declined" ? newest.note : "",
    campaigns,
    done: doneWords(request, DONE),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.group.name ?? "Group");

export default function OrganiseGroup(): ReactElement {
  const { group, isOwner, isWaiting, note, campaigns, done } = useLoaderData<typeof loader>();
  const base = `/organise/groups/${group.slug}`;
  const isPublic = group.state === "open" || group.state === "closed";
  return (
    <OrganiseGroupPage group={group} done={done}>
      <Standing {...{ group, isWaiting, note, base }} />
      {group.state === "open" ? (
        <GroupVerified checked={group.checked} verifiedAt={group.verifiedAt} />
      ) : null}
      <nav aria-label="Look after it" className="organise-links">
        <h2>Look after it</h2>
        <ul className="plain-list">
          <li>
            <a href={`${base}/edit`}>What it says about itself</a>
          </li>
          <li>
            <a href={`${base}/picture`}>Picture</a>
          </li>
          <li>
            <a href={`${base}/people`}>Who runs it</a>
          </li>
          {isOwner ? (
            <li>
              <a href={`${base}/settings`}>Messages, closing</a>
            </li>
          ) : null}
          {isPublic ? (
            <li>
              <a href={groupPath(group.slug)}>The page that everybody sees</a>
            </li>
          ) : null}
        </ul>
      </nav>
      <h2>Its petitions and open letters</h2>
      {campaigns.length === 0 ? (
        <p>
          None yet. <a href="/start">Start one</a>, or choose the group in the settings of one that you run.
        </p>
      ) : (
        <ul className="organised plain-list">
          {campaigns.map(({ number, title, state }) => (
            <li key={number}>
              <a href={`/organise/${number}`}>{title}</a> <Chip {...STATE_WORDS[state]} />
            </li>
          ))}
        </ul>
      )}
    </OrganiseGroupPage>
  );
}

interface StandingProps {
  group: { state: "in_review" | "open" | "rejected" | "hidden" | "closed" };
  isWaiting: boolean;
  note: string;
  base: string;
}

/** What its members wait for, or can do. */
function Standing({ group, isWaiting, note, base }: StandingProps): ReactElement | null {
  if (group.state === "closed") return <p>It is closed. Its page stays to be read.</p>;
  if (group.state === "hidden")
    return <p>A moderator has hidden its page. The mail that you got says why, and whom to write to.</p>;
  if (isWaiting)
    return (
      <Notice tone="waiting">
        <p>
          {group.state === "open"
            ? "A change waits for a moderator."
            : "A moderator reads what you wrote. Nobody else sees it until then."}{" "}
          <a href={`${base}/edit`}>Change it</a>
        </p>
      </Notice>
    );
  if (note === "" && group.state === "open") return null;
  return (
    <Notice tone="problem">
      <p>
        {group.state === "open" ? "Your last change was not accepted." : "It was not let in."}{" "}
        <a href={`${base}/edit`}>Change it and send it again</a>
      </p>
      {note === "" ? null : <p className="mail-text">The moderator writes: {note}</p>}
    </Notice>
  );
}
