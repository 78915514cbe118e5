import { areaSlug } from "../../reference/area-slug.ts";
import type { Tables } from "../../schema.ts";
import type { Table, TableRow } from "../read/read-table.ts";
import type { Format } from "../read/recognise.ts";

/** An area as the database keeps it. */
export type Area = Tables["areas"]["$inferSelect"];

/** One of our three layouts of areas. */
export interface AreaFormat extends Format {
  /** What is known of the area from the columns that the table has. */
  partOf(row: TableRow, has: (column: string) => boolean): Partial<Area>;
}

/** Which column stands for which field; a column that a table does not have leaves its field as it is. */
type Columns = Partial<Record<keyof Area, string>>;

const COUNCILS: AreaFormat = {
  title: "councils (CSV)",
  marks: ["type", "parent_county_gss", "is_send_authority", "short_name"],
  needs: ["gss_code", "name", "type", "nation"],
  partOf: (row, has) => ({
    level: "council",
    ...fields(row, has, {
      kind: "type",
      name: "name",
      shortName: "short_name",
      slug: "slug",
      parentGss: "parent_county_gss",
      nation: "nation",
      region: "region",
      educationGss: "send_authority_gss",
      homepageUrl: "homepage_url",
      domain: "domain",
      startsOn: "start_date",
    }),
    ...(has("is_send_authority") ? { runsEducation: row.value("is_send_authority") === "yes" } : {}),
  }),
};

const WARDS: AreaFormat = {
  title: "wards and divisions (CSV)",
  marks: ["kind", "council_gss"],
  needs: ["gss_code", "name", "kind", "council_gss"],
  partOf: (row, has) => ({
    level: row.value("kind") === "county-division" ? "division" : "ward",
    shortName: row.value("name"),
    ...fields(row, has, { kind: "kind", name: "name", parentGss: "council_gss", startsOn: "start_date" }),
  }),
};

const CONSTITUENCIES: AreaFormat = {
  title: "constituencies (CSV)",
  marks: ["constituency_type", "electorate_2024"],
  needs: ["gss_code", "name", "constituency_type", "nation"],
  partOf: (row, has) => ({
    level: "constituency",
    shortName: row.value("name"),
    ...fields(row, has, {
      kind: "constituency_type",
      name: "name",
      slug: "slug",
      nation: "nation",
      region: "region",
      startsOn: "start_date",
    }),
  }),
};

/** The layouts that an import of areas reads. */
export const AREA_FORMATS: readonly AreaFormat[] = [COUNCILS, WARDS, CONSTITUENCIES];

/** A new area of which a file says this; what it leaves out is blank. */
export function newArea(gssCode: string, part: Partial<Area>): Area {
  const name = part.name ?? "";
  return {
    level: "council",
    kind: "",
    shortName: name.replace(/ (?:City |County |District |Borough |Metropolitan |Unitary )*Council$/, ""),
    parentGss: "",
    nation: "",
    region: "",
    runsEducation: false,
    educationGss: "",
    homepageUrl: "",
    domain: "",
    startsOn: "",
    ...part,
    gssCode,
    name,
    slug: part.slug || areaSlug(name),
    endsOn: "",
  };
}

/** The table's columns, asked by name. */
export function columnsOf(table: Table): (column: string) => boolean {
  return (column) => table.columns.includes(column);
}

function fields({ value }: TableRow, has: (column: string) => boolean, columns: Columns): Partial<Area> {
  const present = Object.entries(columns).filter(([, column]) => has(column));
  return Object.fromEntries(present.map(([field, column]) => [field, value(column)]));
}
