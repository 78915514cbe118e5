import type { Tables } from "../schema.ts";
import { areaSlug } from "./area-slug.ts";
import { type CsvRow, readCsv } from "./read-csv.ts";

type AreaRow = Tables["areas"]["$inferInsert"];
type SuccessorRow = Tables["areaSuccessors"]["$inferInsert"];

/** The day of the first election to today's constituencies. */
const CONSTITUENCIES_START_ON = "2024-07-04";

/** Barnsley and Sheffield changed their codes with their border on 1 April 2025. */
const BORDER_CHANGE_CODES = new Set(["E08000016", "E08000019"]);
const BORDER_CHANGE_ENDS_ON = "2025-03-31";

/** The other former codes ended on days the source does not tell; this is the day by which it lists them as former. */
const LISTED_AS_FORMER_ON = "2025-07-10";

/** Every area of the reference files, today's first, then former codes as ended areas with their successors. */
export function readAreaRows(): { areas: AreaRow[]; successors: SuccessorRow[] } {
  const councils = readCsv("councils.csv", [
    "gss_code",
    "slug",
    "type",
    "parent_county_gss",
    "former_gss_codes",
  ]);
  const council = new Map(councils.map((row) => [row("gss_code"), councilRow(row)]));
  const wards = readCsv("wards.csv", ["gss_code", "name", "kind", "council_gss"]);
  const constituencies = readCsv("constituencies.csv", ["gss_code", "name", "slug", "constituency_type"]);

  const areas = [...council.values(), ...constituencies.map(constituencyRow)];
  areas.push(...NATIONS.map(nationRow));
  for (const row of wards) areas.push(wardRow(row, council.get(row("council_gss"))));
  const successors: SuccessorRow[] = [];
  for (const row of councils) {
    for (const former of row("former_gss_codes").split(" ").filter(Boolean)) {
      const endsOn = BORDER_CHANGE_CODES.has(former) ? BORDER_CHANGE_ENDS_ON : LISTED_AS_FORMER_ON;
      areas.push({ ...councilRow(row), gssCode: former, slug: "", startsOn: "", endsOn });
      successors.push({ gssCode: former, successorGss: row("gss_code") });
    }
  }
  return { areas, successors };
}

function councilRow(row: CsvRow): AreaRow {
  return {
    gssCode: row("gss_code"),
    level: "council",
    kind: row("type"),
    name: row("name"),
    shortName: row("short_name"),
    slug: row("slug"),
    parentGss: row("parent_county_gss"),
    nation: row("nation"),
    region: row("region"),
    runsEducation: row("is_send_authority") === "yes",
    educationGss: row("send_authority_gss"),
    homepageUrl: row("homepage_url"),
    domain: row("domain"),
    startsOn: row("start_date"),
    endsOn: "",
  };
}

function constituencyRow(row: CsvRow): AreaRow {
  return {
    ...NO_DETAILS,
    gssCode: row("gss_code"),
    level: "constituency",
    kind: row("constituency_type"),
    name: row("name"),
    shortName: row("name"),
    slug: row("slug"),
    nation: row("nation"),
    region: row("region"),
    startsOn: CONSTITUENCIES_START_ON,
  };
}

/**
 * The nations and the kingdom, by the codes of the Office for National Statistics: departments, parliaments and trusts
 * have their seat there. Source: ONS, "Countries (December 2025) Names and Codes in the United Kingdom".
 */
const NATIONS = [
  { gssCode: "K02000001", name: "United Kingdom", nation: "" },
  { gssCode: "E92000001", name: "England", nation: "England" },
  { gssCode: "S92000003", name: "Scotland", nation: "Scotland" },
  { gssCode: "W92000004", name: "Wales", nation: "Wales" },
  { gssCode: "N92000002", name: "Northern Ireland", nation: "Northern Ireland" },
] as const;

function nationRow({ gssCode, name, nation }: (typeof NATIONS)[number]): AreaRow {
  const names = { name, shortName: name, nation, region: "" };
  return { ...NO_DETAILS, gssCode, level: "nation", kind: nation === "" ? "kingdom" : "nation", ...names };
}

function wardRow(row: CsvRow, council: AreaRow | undefined): AreaRow {
  if (!council) throw new Error(`wards.csv: ${row("gss_code")} lies in no council of councils.csv`);
  return {
    ...NO_DETAILS,
    gssCode: row("gss_code"),
    level: row("kind") === "county-division" ? "division" : "ward",
    kind: row("kind"),
    name: row("name"),
    shortName: row("name"),
    slug: areaSlug(row("name")),
    parentGss: council.gssCode,
    nation: council.nation,
    region: council.region,
    educationGss: council.educationGss,
  };
}

const NO_DETAILS = {
  slug: "",
  parentGss: "",
  runsEducation: false,
  educationGss: "",
  homepageUrl: "",
  domain: "",
  startsOn: "",
  endsOn: "",
};
