import type { LoaderFunctionArgs } from "@remix-run/node";
import { findArea } from "#app/domain/area/queries.server.ts";
import { findSendFigures } from "#app/domain/area/send-figures.server.ts";
import { hasInventedStories } from "#app/domain/story/invented-stories.server.ts";
import { storySum } from "#app/domain/story/sum-stories.server.ts";
import { evidenceCsv } from "#app/http/evidence-csv.ts";
import { openCsv, openRedirect } from "#app/http/open-data/open-data.ts";
import { requireCouncil } from "#app/http/require-area.server.ts";

/** Of a district, its county's: there the schools are run. */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const { read } = context.db;
  const council = await requireCouncil(context, params.slug);
  const county = council.kind === "district" ? await findArea(read, council.parentGss) : undefined;
  if (county) return openRedirect(`/councils/${county.slug}/stories.csv`);
  const { gssCode, name, slug } = council;
  const [sum, figures, isInvented] = await Promise.all([
    storySum(read, gssCode),
    findSendFigures(read, gssCode),
    hasInventedStories(read, gssCode),
  ]);
  return openCsv(evidenceCsv({ council: name, sum, figures, isInvented }), `${slug}-stories.csv`);
}
