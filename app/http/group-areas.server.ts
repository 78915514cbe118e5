import { listCouncils } from "../domain/area/queries.server.ts";
import type { RequestContext } from "./context.ts";

/** The councils in whose area a group may say that it works, as its form offers them. */
export async function areaChoices({
  db,
}: Pick<RequestContext, "db">): Promise<{ value: string; label: string }[]> {
  const councils = await listCouncils(db.read);
  return councils.map(({ gssCode, name }) => ({ value: gssCode, label: name }));
}

/** Whether a code is one of them, or blank for everywhere. */
export async function isKnownArea({ db }: Pick<RequestContext, "db">, gssCode: string): Promise<boolean> {
  return gssCode === "" || (await listCouncils(db.read)).some((council) => council.gssCode === gssCode);
}
