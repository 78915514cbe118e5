import { and, asc, eq, exists, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { type Area, findArea, findCouncilBySlug, listDistricts } from "../area/queries.server.ts";
import { LISTED_STATES } from "./campaign.ts";

/** A council as a filter names it: by the slug of its address, or by its code where it has none. */
export interface AddressedCouncil {
  gssCode: string;
  name: string;
  key: string;
}

/** A council, and those that share its place with it: the county of a district, the districts of a county. */
export interface CouncilHere extends AddressedCouncil {
  kind: string;
  otherTier: AddressedCouncil[];
}

/** The councils that listed campaigns are addressed to, by name; there are 382 councils at most. */
export async function listAddressedCouncils(read: Reader, kind: CampaignKind): Promise<AddressedCouncil[]> {
  const { areas, campaigns } = read.tables;
  const isAddressed = read
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(
      and(
        eq(campaigns.bodyGss, areas.gssCode),
        inArray(campaigns.state, [...LISTED_STATES]),
        eq(campaigns.kind, kind),
      ),
    );
  const rows = await read
    .select({ gssCode: areas.gssCode, name: areas.name, slug: areas.slug })
    .from(areas)
    .where(and(eq(areas.level, "council"), exists(isAddressed)))
    .orderBy(asc(areas.name), asc(areas.gssCode));
  return rows.map(addressed);
}

/** The council that a slug or a GSS code names, former ones too, or undefined. */
export async function findCouncil(read: Reader, slugOrGss: string): Promise<CouncilHere | undefined> {
  const area =
    (await findCouncilBySlug(read, slugOrGss.toLowerCase())) ??
    (await findArea(read, slugOrGss.toUpperCase()));
  if (area?.level !== "council") return undefined;
  return { ...addressed(area), kind: area.kind, otherTier: (await listOtherTier(read, area)).map(addressed) };
}

async function listOtherTier(read: Reader, { kind, gssCode, parentGss }: Area): Promise<Area[]> {
  if (kind === "county") return listDistricts(read, gssCode);
  if (kind !== "district") return [];
  const county = await findArea(read, parentGss);
  return county ? [county] : [];
}

function addressed({ gssCode, name, slug }: Pick<Area, "gssCode" | "name" | "slug">): AddressedCouncil {
  return { gssCode, name, key: slug || gssCode };
}
