import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { type Area, findArea, findCouncilBySlug } from "../area/queries.server.ts";
import { LISTED_STATES } from "./campaign.ts";

/** A council as a filter names it: by the slug of its address, or by its code where it has none. */
export interface AddressedCouncil {
  gssCode: string;
  name: string;
  key: string;
}

/** The councils that listed campaigns are addressed to, by name; there are 382 councils at most. */
export async function listAddressedCouncils(read: Reader, kind: CampaignKind): Promise<AddressedCouncil[]> {
  const { areas, campaigns } = read.tables;
  const rows = await read
    .selectDistinct({ gssCode: areas.gssCode, name: areas.name, slug: areas.slug })
    .from(areas)
    .innerJoin(campaigns, eq(campaigns.bodyGss, areas.gssCode))
    .where(
      and(eq(campaigns.kind, kind), ne(campaigns.bodyGss, ""), inArray(campaigns.state, [...LISTED_STATES])),
    )
    .orderBy(asc(areas.name), asc(areas.gssCode));
  return rows.map(addressed);
}

/** The council that a slug or a GSS code names, former ones too, or undefined. */
export async function findCouncil(read: Reader, slugOrGss: string): Promise<AddressedCouncil | undefined> {
  const area =
    (await findCouncilBySlug(read, slugOrGss.toLowerCase())) ??
    (await findArea(read, slugOrGss.toUpperCase()));
  return area?.level === "council" ? addressed(area) : undefined;
}

function addressed({ gssCode, name, slug }: Pick<Area, "gssCode" | "name" | "slug">): AddressedCouncil {
  return { gssCode, name, key: slug || gssCode };
}
