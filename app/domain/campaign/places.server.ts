import type { Reader } from "#db/database.ts";
import type { TallyLevel } from "#db/tables/tally.ts";
import { keepByPublication } from "../area/kept-by-publication.server.ts";
import { type PublishedArea, publishedTallies } from "../area/published.server.ts";
import { type Area, findArea, findAreas } from "../area/queries.server.ts";

/** Wards, or divisions, of other councils than the one addressed that a page shows at most; open data has all. */
const PARTS_ELSEWHERE = 200;

/** Published places of one kind, with their own total: the sum of what is shown, of this tier alone. */
export interface PlacesTable {
  places: PublishedArea[];
  total: number;
  /** How many could not be placed in this tier; undefined where none, or where that may not be told. */
  unplacedCount?: number;
}

/** The wards of one council, or the divisions of one county. */
export interface PlacesGroup extends PlacesTable {
  gssCode: string;
  slug: string;
  name: string;
}

/** All that is published of where people signed one campaign. */
export interface CampaignPlaces {
  countedAt: number;
  total: number;
  councils: PlacesTable;
  constituencies: PlacesTable;
  /** Districts and unitary councils; undefined where they are the same as `councils`. */
  districts?: PlacesTable;
  wards: PlacesGroup[];
  divisions: PlacesGroup[];
  countries: PlacesTable;
  /** Whether wards or divisions of other councils were left to open data. */
  isShortened: boolean;
}

const LEVELS = ["country", "upper", "lower", "constituency", "ward", "division"] as const;

/** Ten campaigns that are signed in all of the country. */
const keep = keepByPublication<CampaignPlaces>(4_000_000);

/** The published places of a campaign in tables, the area of the council addressed first; undefined before the first publication. */
export function listPlaces(
  read: Reader,
  campaign: { id: string; bodyGss: string },
): Promise<CampaignPlaces | undefined> {
  const { id, bodyGss } = campaign;
  return keep(read, { campaignId: id, besides: bodyGss }, () => readPlaces(read, campaign));
}

async function readPlaces(
  read: Reader,
  campaign: { id: string; bodyGss: string },
): Promise<CampaignPlaces | undefined> {
  const publication = await publishedTallies(read, campaign.id, LEVELS);
  if (!publication) return undefined;
  const { publishedAt, total, areas } = publication;
  const body = campaign.bodyGss === "" ? undefined : await findArea(read, campaign.bodyGss);
  const of = (level: TallyLevel) => areas.filter((area) => area.level === level);
  const parents = await findAreas(
    read,
    areas.map((area) => area.parentGss),
  );
  const [wards, divisions] = [of("ward"), of("division")].map((parts) => groupParts(parts, parents, body));
  const districts = tableOf(of("lower"));
  return {
    countedAt: publishedAt,
    total,
    councils: tableOf(of("upper")),
    constituencies: tableOf(of("constituency")),
    districts: districts.places.some((district) => district.parentGss !== "") ? districts : undefined,
    wards: wards?.groups ?? [],
    divisions: divisions?.groups ?? [],
    countries: tableOf(of("country")),
    isShortened: Boolean(wards?.isShortened || divisions?.isShortened),
  };
}

function tableOf(areas: readonly PublishedArea[]): PlacesTable {
  const places = areas.filter((area) => area.code !== "unplaced");
  return {
    places,
    total: places.reduce((sum, place) => sum + place.count, 0),
    unplacedCount: areas.find((area) => area.code === "unplaced")?.count,
  };
}

/** Groups by council: those of the body's own area first, then by name. */
function groupParts(
  parts: readonly PublishedArea[],
  parents: ReadonlyMap<string, Area>,
  body: Area | undefined,
): { groups: PlacesGroup[]; isShortened: boolean } {
  const isOurs = ({ parentGss }: PublishedArea): boolean =>
    body !== undefined && (parentGss === body.gssCode || parents.get(parentGss)?.parentGss === body.gssCode);
  const ours = parts.filter(isOurs);
  const others = parts.filter((part) => !isOurs(part));
  return {
    groups: [...byParent(ours, parents), ...byParent(others.slice(0, PARTS_ELSEWHERE), parents)],
    isShortened: others.length > PARTS_ELSEWHERE,
  };
}

function byParent(parts: readonly PublishedArea[], parents: ReadonlyMap<string, Area>): PlacesGroup[] {
  const codes = [...new Set(parts.map((part) => part.parentGss))];
  return codes
    .map((gssCode) => ({
      gssCode,
      slug: parents.get(gssCode)?.slug ?? "",
      name: parents.get(gssCode)?.name ?? "Council not known",
      ...tableOf(parts.filter((part) => part.parentGss === gssCode)),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}
