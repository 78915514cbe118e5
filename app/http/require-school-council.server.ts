import { type Area, findArea } from "../domain/area/queries.server.ts";
import type { RequestContext } from "./context.ts";
import { requireCouncil } from "./require-area.server.ts";

/** The council that runs schools at a council's address: itself, or the county of a district. @throws Response */
export async function requireSchoolCouncil(context: Pick<RequestContext, "db">, slug = ""): Promise<Area> {
  const council = await requireCouncil(context, slug);
  const county = council.kind === "district" ? await findArea(context.db.read, council.parentGss) : undefined;
  return county ?? council;
}
