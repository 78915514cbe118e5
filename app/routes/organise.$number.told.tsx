import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { calendarDay } from "#app/components/format.ts";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { TellingCounts, TellingTable } from "#app/components/telling-table.tsx";
import { UntoldPlacesNote } from "#app/components/untold-places.tsx";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { WHYS } from "#app/domain/forwarding/explain.ts";
import { explainTelling, explanationPages } from "#app/domain/forwarding/explain-telling.server.ts";
import { TELLING_STATES } from "#app/domain/forwarding/forwarding.ts";
import { listUntold } from "#app/domain/forwarding/untold.server.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { requireToldReader } from "#app/http/require-told-reader.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign, isOrganiser } = await requireToldReader(context, request, params.number);
  const query = new URL(request.url).searchParams;
  const why = WHYS.find((one) => one === query.get("why"));
  const typed = query.get("page") ?? "1";
  const page = /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 1;
  const { forwarding } = context.settings;
  const { id, number, title, state } = campaign;
  const { read } = context.db;
  const now = context.clock.now();
  const explained = await explainTelling(read, { campaignId: id, forwarding, why, page }, now);
  const pageCount = explanationPages(explained.count);
  if (page > pageCount) throw new Response(null, { status: 404 });
  return {
    campaign: { number, title, state },
    ledger: `${publicCampaignPath(campaign)}/told`,
    untold: TELLING_STATES.some((one) => one === state) ? await listUntold(read, id, londonDay(now)) : [],
    ...{ isOrganiser, forwarding, why, page, pageCount },
    ...explained,
  };
}

export const meta: MetaFunction = () => pageTitle("Who is told, and why");

export default function OrganiseTold(): ReactElement {
  const { campaign, ledger, untold, isOrganiser, forwarding, why, page, pageCount, slotOn, counts, rows } =
    useLoaderData<typeof loader>();
  return (
    <OrganisePage
      campaign={campaign}
      title="Who is told, and why"
      lede={`The next round is on ${calendarDay(slotOn)} at ten o’clock.`}
    >
      {forwarding === "off" ? (
        <p>Messages are switched off on this site. This is what would be told.</p>
      ) : null}
      {forwarding === "rehearsal" ? (
        <p>
          This site is rehearsing: its messages go to addresses that lead nowhere. What stands here of real
          people happened in the rehearsal alone: none of them has been told.
        </p>
      ) : null}
      <UntoldPlacesNote places={untold} href={`${ledger}?fate=no_address`} />
      {counts.length === 0 && untold.length > 0 ? null : counts.length === 0 ? (
        <p>Nobody is told of it yet: it is not open, or no place has five signatures.</p>
      ) : (
        <>
          <TellingCounts counts={counts} chosen={why} />
          {rows.length === 0 ? <p>There is nobody for this reason.</p> : <TellingTable rows={rows} />}
          <Pagination
            page={page}
            pageCount={pageCount}
            hrefFor={(to) => `?${why === undefined ? "" : `why=${why}&`}page=${to}`}
          />
        </>
      )}
      {isOrganiser ? (
        <p>
          <a href={`/organise/${campaign.number}/forwarding`}>Choose who is told</a>
        </p>
      ) : null}
    </OrganisePage>
  );
}
