import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { counted } from "#app/components/format.ts";
import { kindWords } from "#app/components/kind-words.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { ToldFilter } from "#app/components/told-filter.tsx";
import { ToldHow } from "#app/components/told-how.tsx";
import { ToldQuiet } from "#app/components/told-quiet.tsx";
import { toldRows } from "#app/components/told-rows.ts";
import { ToldTable } from "#app/components/told-table.tsx";
import { ledgerSentences } from "#app/components/told-words.ts";
import { UntoldPlacesNote } from "#app/components/untold-places.tsx";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { readToldPage } from "#app/http/read-told.server.ts";
import { requireCampaign, requireOpened } from "#app/http/require-campaign.server.ts";
import { writeToldQuery } from "#app/http/told-query.ts";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";

const ROWS_A_PAGE = 50;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const campaign = requireOpened(await requireCampaign(context, request, params.slug));
  const found = await readToldPage(context, campaign, { url: request.url, limit: ROWS_A_PAGE });
  if (!found) throw new Response(null, { status: 404 });
  const { query, rows, count, pageCount, summary } = found;
  const { counts, polls, untold, councils } = summary;
  return {
    base: publicCampaignPath(campaign),
    kind: campaign.kind,
    title: campaign.title,
    forwarding: context.settings.forwarding,
    query,
    councils: councils.map(({ gssCode, name }) => ({ value: gssCode, label: name })),
    counts,
    polls: polls.map(({ name, pollOn }) => ({ name, pollOn })),
    untold,
    rows: toldRows(rows),
    count,
    pageCount,
  };
}

/** It changes once in ten minutes at most; a petition that is taken down takes it along within seconds. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "public, max-age=10" });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(
    "Who has been told",
    data && `Which MPs and councillors have been told of “${data.title}”, and what they answered.`,
  );

export default function ToldPage(): ReactElement {
  const { base, kind, title, forwarding, query, councils, counts, polls, untold, rows, count, pageCount } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading kicker={<a href={base}>{title}</a>} title="Who has been told" />
      <UntoldPlacesNote places={untold} href={`${base}/told?fate=no_address`} />
      <p>{standingOf(forwarding, kindWords(kind).one)}</p>
      {counts.all === 0 ? (
        <p>
          There is nobody to tell yet. A representative is told once {SMALLEST_SHOWN_COUNT} people have signed
          in their area.
        </p>
      ) : (
        <>
          <p>{ledgerSentences(counts, forwarding === "live")}</p>
          <ToldQuiet polls={polls} />
          <ToldFilter action={`${base}/told`} asked={query} councils={councils} />
          <h2>{counted(count, "representative")}</h2>
          {rows.length === 0 ? (
            <p>
              There is nobody of this kind. <a href={`${base}/told`}>Show everybody</a>
            </p>
          ) : (
            <ToldTable
              caption="Representatives, how many of their constituents have signed, when they were last told, and what they answered"
              fateHeading="What became of it"
              rows={rows}
            />
          )}
          <Pagination
            page={query.page}
            pageCount={pageCount}
            hrefFor={(page) => `${base}/told${writeToldQuery({ ...query, page })}`}
          />
          <p className="soft">
            <a href={`${base}/told/map`}>See them on a map</a>.{" "}
            <a href="/about/data#told">The same as data</a>:{" "}
            <a href={`${base}/told.csv${writeToldQuery({ ...query, page: 1 })}`}>CSV</a>,{" "}
            <a href={`${base}/told.json${writeToldQuery({ ...query, page: 1 })}`}>JSON</a>.
          </p>
        </>
      )}
      <ToldHow />
    </>
  );
}

function standingOf(forwarding: "off" | "rehearsal" | "live", kind: string): string {
  switch (forwarding) {
    case "off":
      return "This site writes to no representatives at present. These are the ones it would tell.";
    case "rehearsal":
      return "This site is rehearsing: its messages go to addresses that lead nowhere, and no real person has been told.";
    case "live":
      return `Every message about this ${kind} to an MP or a councillor, and what became of it.`;
  }
}
