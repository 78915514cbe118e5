import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { Chip } from "#app/components/chip.tsx";
import { GROUP_STATE_WORDS } from "#app/components/group-words.ts";
import { STATE_WORDS } from "#app/components/organise-words.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { listOrganised } from "#app/domain/campaign/organised.server.ts";
import { listOwnGroups } from "#app/domain/group/queries.server.ts";
import { requireVisitor } from "#app/http/require-role.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { accountId } = await requireVisitor(context, request);
  const { read } = context.db;
  const [campaigns, groups] = await Promise.all([
    listOrganised(read, accountId),
    listOwnGroups(read, accountId),
  ]);
  return {
    campaigns,
    groups: groups.map(({ group: { slug, name, state }, role }) => ({ slug, name, state, role })),
  };
}

export const meta: MetaFunction = () => pageTitle("What I run");

export default function OrganiseIndex(): ReactElement {
  const { campaigns, groups } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="What I run"
        lede={campaigns.length === 0 ? "You do not run a petition or an open letter yet." : undefined}
      />
      <ul className="organised plain-list">
        {campaigns.map(({ number, title, state, role }) => (
          <li key={number}>
            <a href={`/organise/${number}`}>{title}</a>
            <Chip words={STATE_WORDS[state].words} tone={STATE_WORDS[state].tone} />
            {role === "editor" ? <span className="soft">You help to run it.</span> : null}
          </li>
        ))}
      </ul>
      <p>
        <ButtonLink tone={campaigns.length === 0 ? "plain" : "quiet"} href="/start">
          Start one
        </ButtonLink>
      </p>
      <h2>My groups</h2>
      <ul className="organised plain-list">
        {groups.map(({ slug, name, state, role }) => (
          <li key={slug}>
            <a href={`/organise/groups/${slug}`}>{name}</a>
            <Chip {...GROUP_STATE_WORDS[state]} />
            {role === "editor" ? <span className="soft">You help to run it.</span> : null}
          </li>
        ))}
      </ul>
      <p>
        <ButtonLink tone="quiet" href="/organise/groups/new">
          Make a page for a group
        </ButtonLink>
      </p>
    </>
  );
}
