import type { LoaderFunctionArgs } from "@remix-run/node";
import { compareCouncils } from "#app/domain/story/compare-councils.server.ts";
import { compareCsv } from "#app/http/compare-csv.ts";
import { openCsv } from "#app/http/open-data/open-data.ts";

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  return openCsv(compareCsv(await compareCouncils(context.db.read)), "stories-by-council.csv");
}
