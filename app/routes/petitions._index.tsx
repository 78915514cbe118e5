import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { CampaignList } from "#app/components/campaign-card.tsx";
import { listWords } from "#app/components/list-words.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { petitionCard } from "#app/components/petition-card.ts";
import { SearchForm } from "#app/components/search-form.tsx";
import { listAddressedCouncils } from "#app/domain/campaign/addressed-councils.server.ts";
import { findListPage } from "#app/http/list-page.server.ts";
import { writeListQuery } from "#app/http/list-query.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const [page, addressed] = await Promise.all([
    findListPage(context, "petition", request.url),
    listAddressedCouncils(context.db.read, "petition"),
  ]);
  const { query, council, campaigns, count, pageCount } = page;
  if (query.page > pageCount) throw new Response(null, { status: 404 });
  const isOffered = addressed.some(({ gssCode }) => gssCode === council?.gssCode);
  const councils = council && !isOffered ? [council, ...addressed] : addressed;
  return {
    query: { ...query, council: council?.key ?? query.council },
    councilName: council?.name,
    councils: councils.map(({ key, name }) => ({ value: key, label: name })),
    cards: campaigns.map((campaign) => petitionCard(campaign)),
    count,
    pageCount,
  };
}

export const meta: MetaFunction = () =>
  pageTitle("Petitions", "Petitions to councils, departments and Parliament, with how many people signed.");

const STATES = [
  { value: "open", label: "Open to sign" },
  { value: "closed", label: "Closed" },
  { value: "all", label: "Open and closed" },
] as const;

export default function PetitionsPage(): ReactElement {
  const { query, councilName, councils, cards, count, pageCount } = useLoaderData<typeof loader>();
  const council = query.council === "" ? undefined : (councilName ?? `“${query.council}”`);
  return (
    <>
      <PageHeading title="Petitions" lede="Find one that asks for what you need, and add your name." />
      <SearchForm
        action="/petitions"
        label="Search for a word"
        q={query.q}
        choices={[
          {
            name: "council",
            label: "Petitions to",
            options: councils,
            blank: "Anybody",
            value: query.council,
          },
          { name: "state", label: "Show", options: STATES, value: query.state },
        ]}
      />
      <h2>{listWords({ count, state: query.state, q: query.q, council })}</h2>
      {cards.length === 0 ? <NothingFound state={query.state} /> : <CampaignList campaigns={cards} />}
      <Pagination
        page={query.page}
        pageCount={pageCount}
        hrefFor={(page) => `/petitions${writeListQuery({ ...query, page })}`}
      />
    </>
  );
}

function NothingFound({ state }: { state: string }): ReactElement {
  return (
    <>
      <p>
        Try one word instead of two, or the beginning of a word.
        {state === "open" ? " Petitions that have closed can still be read." : ""}
      </p>
      <p className="row">
        <ButtonLink href="/petitions">All open petitions</ButtonLink>
        <ButtonLink tone="quiet" href="/petitions?state=all">
          Closed ones too
        </ButtonLink>
      </p>
    </>
  );
}
