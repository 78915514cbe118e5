import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { figure, people as peopleWords } from "#app/components/format.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { ReportLink } from "#app/components/report-link.tsx";
import { SearchForm } from "#app/components/search-form.tsx";
import { CoSignerList, SignatoryList } from "#app/components/signatory-list.tsx";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { countSignatures } from "#app/domain/campaign/queries.server.ts";
import { countListedNames, listCoSigners } from "#app/domain/open-letter/printed-names.server.ts";
import { findSignatories, listSignatories } from "#app/domain/open-letter/signatories.server.ts";
import { foundOrganisations, withoutIds } from "#app/domain/open-letter/signatory-search.ts";
import { cleaned, readPage } from "#app/http/admin-query.ts";
import { requireCampaign, requireOpened } from "#app/http/require-campaign.server.ts";
import { SIGNATORIES_FOUND, SIGNATORIES_PER_PAGE } from "#app/policy-letters.ts";

/** Who signs what says something of them: search engines need not carry it about. */
export const headers: HeadersFunction = () => ({ "X-Robots-Tag": "noindex" });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { read } = context.db;
  const campaign = requireOpened(await requireCampaign(context, request, params.slug));
  const { id: campaignId, kind, title } = campaign;
  const query = new URL(request.url).searchParams;
  const q = cleaned(query.get("q"));
  const [count, { listed, held }, organisations] = await Promise.all([
    countSignatures(read, campaignId),
    countListedNames(read, campaignId),
    listCoSigners(read, campaignId),
  ]);
  const named = Math.max(0, listed - held);
  const pageCount = Math.max(1, Math.ceil(listed / SIGNATORIES_PER_PAGE));
  const page = Math.min(readPage(query.get("page")), pageCount);
  const shared = { base: publicCampaignPath(campaign), kind, title, q, page, count, named };
  if (q !== "") {
    const { people, isCut } = await findSignatories(read, { campaignId, q });
    return {
      ...{ ...shared, isCut, pageCount: 1, people: withoutIds(people) },
      organisations: foundOrganisations(organisations, q),
    };
  }
  const people = withoutIds(await listSignatories(read, { campaignId, page }));
  return { ...shared, isCut: false, pageCount, people, organisations: page === 1 ? organisations : [] };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data ? `Who signs: ${data.title}` : "Who signs"),
  { name: "robots", content: "noindex" },
];

export default function SignatoriesPage(): ReactElement {
  const found = useLoaderData<typeof loader>();
  const { base, title, q, page, pageCount, count, named, people, organisations, isCut } = found;
  const here = `${base}/signatories`;
  const unnamed = count - named;
  return (
    <>
      <PageHeading kicker={<a href={base}>{title}</a>} title="Who signs" lede={lede(count, named)} />
      <SearchForm action={here} label="Find a name or an organisation" q={q} />
      {q === "" ? null : (
        <p>
          <a href={here}>Show everybody</a>
        </p>
      )}
      <CoSignerList organisations={organisations} level={2} />
      {organisations.length > 0 && people.length > 0 ? <h2>People</h2> : null}
      <SignatoryList people={people} />
      {q !== "" && people.length + organisations.length === 0 ? (
        <p>Nobody who shows their name has a name or an organisation that begins like that.</p>
      ) : null}
      {isCut ? <p>These are the first {SIGNATORIES_FOUND}. Type more of the name to find others.</p> : null}
      <Pagination page={page} pageCount={pageCount} hrefFor={(to) => `${here}?page=${to}`} />
      {q === "" && unnamed > 0 && named > 0 ? (
        <p>And {figure(unnamed)} more, who do not show their names.</p>
      ) : null}
      <p className="detail">
        Names are shown where people chose that. A role or an organisation stands there once it has been
        checked. <ReportLink words="Report a name or an organisation" />
      </p>
    </>
  );
}

function lede(count: number, named: number): string {
  if (count === 0) return "Nobody has signed yet.";
  const signed = `${peopleWords(count)} ${count === 1 ? "has" : "have"} signed.`;
  if (named === 0) return `${signed} Nobody’s name is shown.`;
  return `${signed} ${figure(named)} of them ${named === 1 ? "shows their name" : "show their names"}.`;
}
