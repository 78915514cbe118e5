import type { LoaderFunctionArgs } from "@remix-run/node";
import { readTalliesCsv } from "#app/http/read-tallies-csv.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { campaign } = await requireOrganiser(context, request, params.number);
  return new Response(await readTalliesCsv(context.db.read, campaign), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${campaign.kind}-${campaign.number}-tallies.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
