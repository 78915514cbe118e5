import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { Chip } from "#app/components/chip.tsx";
import { STATE_WORDS } from "#app/components/organise-words.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { listOrganised } from "#app/domain/campaign/organised.server.ts";
import { requireVisitor } from "#app/http/require-role.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { accountId } = await requireVisitor(context, request);
  return { campaigns: await listOrganised(context.db.read, accountId) };
}

export const meta: MetaFunction = () => pageTitle("My petitions");

export default function OrganiseIndex(): ReactElement {
  const { campaigns } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="My petitions"
        lede={campaigns.length === 0 ? "You do not run a petition yet." : undefined}
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
          Start a petition
        </ButtonLink>
      </p>
    </>
  );
}
