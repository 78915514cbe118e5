import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { CampaignList } from "#app/components/campaign-card.tsx";
import { kindWords } from "#app/components/kind-words.ts";
import { councilWords, tierWords } from "#app/components/list-council.ts";
import { cardNote } from "#app/components/list-note.ts";
import { NothingFound } from "#app/components/list-nothing.tsx";
import { ListViews } from "#app/components/list-views.tsx";
import { listWords, orderWords } from "#app/components/list-words.ts";
import { listedCard } from "#app/components/listed-card.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { SearchForm } from "#app/components/search-form.tsx";
import { listAddressedCouncils } from "#app/domain/campaign/addressed-councils.server.ts";
import { campaignFolder } from "#app/domain/campaign/campaign-path.ts";
import { listAnswers } from "#app/domain/campaign/listed.server.ts";
import { soughtWords } from "#app/domain/campaign/search-words.ts";
import { askedKind } from "#app/http/asked-kind.ts";
import { findListPage } from "#app/http/list-page.server.ts";
import { usualSort, writeListQuery } from "#app/http/list-query.ts";
import { listViews, waysOn } from "#app/http/list-views.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { read } = context.db;
  const kind = askedKind(request);
  const [page, addressed] = await Promise.all([
    findListPage(context, kind, request.url),
    listAddressedCouncils(read, kind),
  ]);
  if (!page) throw new Response(null, { status: 404 });
  const { query, council, campaigns, count, pageCount, corrected } = page;
  const isOffered = addressed.some(({ gssCode }) => gssCode === council?.gssCode);
  const councils = council && !isOffered ? [council, ...addressed] : addressed;
  const answers = query.state === "answered" ? await listAnswers(read, campaigns) : undefined;
  return {
    kind,
    query: { ...query, council: council?.key ?? query.council },
    council,
    corrected,
    search: searchOf(query.q),
    councils: councils.map(({ key, name }) => ({ value: key, label: name })),
    cards: campaigns.map((campaign) =>
      listedCard(campaign, { note: cardNote(campaign, query.sort, answers?.get(campaign.id)) }),
    ),
    count,
    pageCount,
  };
}

function searchOf(q: string): "none" | "empty" | "words" {
  if (q === "") return "none";
  return soughtWords(q).length === 0 ? "empty" : "words";
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data?.kind === "letter"
    ? pageTitle("Open letters", "Open letters to councils, and the people and organisations who signed them.")
    : pageTitle(
        "Petitions",
        "Petitions to councils, departments and Parliament, with how many people signed.",
      );

const LEDES = {
  petition: "Find one that asks for what you need, and add your name.",
  letter: "Read what people write to those who decide. Each name under a letter was confirmed by e-mail.",
} as const;

export default function PetitionsPage(): ReactElement {
  const { kind, query, council, corrected, search, councils, cards, count, pageCount } =
    useLoaderData<typeof loader>();
  const { q, state, sort } = query;
  const to = council ? councilWords(council) : query.council === "" ? undefined : `“${query.council}”`;
  const sought = corrected ?? q;
  const folder = `/${campaignFolder(kind)}`;
  const { Many, many } = kindWords(kind);
  return (
    <>
      <PageHeading title={Many} lede={LEDES[kind]} />
      <SearchForm
        action={folder}
        label="Search for a word"
        q={q}
        choices={[
          {
            name: "council",
            label: `${Many} to`,
            options: councils,
            blank: "Anybody",
            value: query.council,
          },
        ]}
        kept={{
          ...(state === "open" ? {} : { state }),
          ...(sort === usualSort(q) ? {} : { sort }),
        }}
      />
      <ListViews label={`Kinds of ${many}`} views={listViews(kind, query)} />
      <h2>{listWords({ kind, count, state, sort, q: sought, council: to })}</h2>
      {corrected === undefined ? null : (
        <p>
          Showing results for “{corrected}”.{" "}
          <a href={`${folder}${writeListQuery({ ...query, isExact: true, page: 1 })}`}>
            Search for “{q}” instead
          </a>
        </p>
      )}
      {council && count > 0 && tierWords(council, kind) !== "" ? (
        <p className="soft">{tierWords(council, kind)}</p>
      ) : null}
      {count < 2 ? null : <p className="soft">{orderWords({ count, sort })}</p>}
      {cards.length === 0 ? (
        <NothingFound kind={kind} search={search} ways={waysOn(kind, query)} />
      ) : (
        <CampaignList campaigns={cards} />
      )}
      <Pagination
        page={query.page}
        pageCount={pageCount}
        hrefFor={(page) => `${folder}${writeListQuery({ ...query, page })}`}
      />
    </>
  );
}
