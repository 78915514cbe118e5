import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { z } from "zod";
import { figure } from "#app/components/format.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { toldRows } from "#app/components/told-rows.ts";
import { ToldTable } from "#app/components/told-table.tsx";
import { UntoldPlacesNote } from "#app/components/untold-places.tsx";
import { listTold, listUntold } from "#app/domain/forwarding/queries.server.ts";
import { requireCampaign, requireOpened } from "#app/http/require-campaign.server.ts";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";

const ROWS_A_PAGE = 100;
const Page = z.coerce.number().int().min(1).max(10_000).catch(1);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, clock, settings } = context;
  const now = clock.now();
  const { id, slug, title } = requireOpened(await requireCampaign(context, "petition", params.slug));
  const page = Page.parse(new URL(request.url).searchParams.get("page") ?? 1);
  const { forwarding } = settings;
  const [told, untold] = await Promise.all([
    listTold(
      db.read,
      { campaignId: id, forwarding, limit: ROWS_A_PAGE, offset: (page - 1) * ROWS_A_PAGE },
      now,
    ),
    listUntold(db.read, id, now),
  ]);
  const pageCount = Math.max(1, Math.ceil(told.count / ROWS_A_PAGE));
  if (page > pageCount) throw new Response(null, { status: 404 });
  return { slug, title, forwarding, rows: toldRows(told.rows), count: told.count, untold, page, pageCount };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(
    "Who has been told",
    data && `Which MPs and councillors have been told of “${data.title}”, and when.`,
  );

export default function ToldPage(): ReactElement {
  const { slug, title, forwarding, rows, count, untold, page, pageCount } = useLoaderData<typeof loader>();
  const base = `/petitions/${slug}`;
  return (
    <>
      <PageHeading kicker={<a href={base}>{title}</a>} title="Who has been told" />
      <UntoldPlacesNote places={untold} />
      <p>{standingOf(forwarding)}</p>
      {rows.length === 0 ? (
        <p>
          There is nobody to tell yet. A representative is told once {SMALLEST_SHOWN_COUNT} people have signed
          in their area.
        </p>
      ) : (
        <>
          <h2>{count === 1 ? "1 representative" : `${figure(count)} representatives`}</h2>
          <ToldTable
            caption="Representatives, how many of their constituents have signed, and when they were last told"
            fateHeading="What became of it"
            rows={rows}
          />
          <Pagination page={page} pageCount={pageCount} hrefFor={(to) => `${base}/told?page=${to}`} />
        </>
      )}
      <h2>How to read this</h2>
      <ul>
        <li>
          Each number is of people who signed in that representative’s own area. The same numbers stand in the
          messages; nobody’s name or address does.
        </li>
        <li>
          Not having been told is not silence. Nobody can answer what they have not been sent, and “sent” does
          not yet mean that it was read.
        </li>
        <li>
          Nobody is told of fewer than {SMALLEST_SHOWN_COUNT}: so small a number could point at a person.
        </li>
        <li>
          A representative hears when a number has grown a good step, and at most once a week over all
          campaigns. <a href="/about#told">How we tell them</a>
        </li>
      </ul>
    </>
  );
}

function standingOf(forwarding: "off" | "rehearsal" | "live"): string {
  switch (forwarding) {
    case "off":
      return "This site writes to no representatives at present. These are the ones it would tell.";
    case "rehearsal":
      return "This site is rehearsing: its messages go to addresses that lead nowhere, and no real person has been told.";
    case "live":
      return "Every message about this petition to an MP or a councillor, and what became of it.";
  }
}
