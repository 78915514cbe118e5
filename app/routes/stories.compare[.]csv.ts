import type { LoaderFunctionArgs } from "@remix-run/node";
import { compareCouncils } from "#app/domain/story/compare-councils.server.ts";
import { listInventedCouncils } from "#app/domain/story/invented-stories.server.ts";
import { compareCsv } from "#app/http/compare-csv.ts";
import { openCsv } from "#app/http/open-data/open-data.ts";

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { read } = context.db;
  const [councils, invented] = await Promise.all([compareCouncils(read), listInventedCouncils(read)]);
  return openCsv(compareCsv(councils, invented), "stories-by-council.csv");
}
