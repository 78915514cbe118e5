import type { LoaderFunctionArgs } from "@remix-run/node";
import { publishedTallies } from "#app/domain/area/published.server.ts";
import { findAreas } from "#app/domain/area/queries.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";
import { TALLY_LEVELS, talliesCsv } from "#app/http/tallies-csv.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { campaign } = await requireOrganiser(context, request, params.number);
  const { read } = context.db;
  const publication = await publishedTallies(read, campaign.id, TALLY_LEVELS);
  const parents = await findAreas(
    read,
    (publication?.areas ?? []).map(({ parentGss }) => parentGss),
  );
  const names = new Map([...parents].map(([code, { name }]) => [code, name]));
  return new Response(talliesCsv(campaign.title, publication, names), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${campaign.kind}-${campaign.number}-tallies.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
