import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Chip } from "#app/components/chip.tsx";
import { counted } from "#app/components/format.ts";
import { GROUP_STATE_WORDS } from "#app/components/group-words.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { VerifiedMark } from "#app/components/verified-mark.tsx";
import { WaitingProposals } from "#app/components/waiting-proposals.tsx";
import { listAllGroups } from "#app/domain/group/queries.server.ts";
import { listWaitingGroupChanges } from "#app/domain/group/read-group-change.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const { searchParams } = new URL(request.url);
  const { read } = context.db;
  const [page, all] = [readPage(searchParams.get("page")), readPage(searchParams.get("all"))];
  const [waiting, groups] = await Promise.all([
    listWaitingGroupChanges(read, page),
    listAllGroups(read, all),
  ]);
  return {
    ...waiting,
    groups: groups.groups.map(({ slug, name, state, verifiedAt }) => ({
      ...{ slug, name, state, isVerified: verifiedAt !== null },
    })),
    groupCount: groups.count,
    ...{ page, all, now: context.clock.now() },
  };
}

export const meta: MetaFunction = () => pageTitle("Groups");

export default function ModerateGroups(): ReactElement {
  const { proposals, count, page, all, groups, groupCount, now } = useLoaderData<typeof loader>();
  return (
    <ModeratePage
      title="Groups"
      lede={count === 0 ? "Nothing waits." : `${counted(count, "thing waits", "things wait")} to be read.`}
    >
      <WaitingProposals base="/moderate/group-changes" {...{ proposals, count, page, now }} />
      <h2>All groups</h2>
      {groups.length === 0 ? <p>There is none.</p> : null}
      <ul className="queues plain-list">
        {groups.map(({ slug, name, state, isVerified }) => (
          <li key={slug}>
            <a href={`/moderate/groups/${slug}`}>{name}</a>{" "}
            <span className="detail">
              <Chip {...GROUP_STATE_WORDS[state]} /> {isVerified ? <VerifiedMark /> : null}
            </span>
          </li>
        ))}
      </ul>
      <Pagination
        page={all}
        pageCount={Math.max(1, Math.ceil(groupCount / PAGE_LENGTH))}
        hrefFor={(to) => `/moderate/groups?all=${to}`}
      />
    </ModeratePage>
  );
}
