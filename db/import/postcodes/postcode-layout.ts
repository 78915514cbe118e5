import { ImportFault } from "../import-fault.ts";
import { foldColumn } from "../read/read-table.ts";

/** A postcode as a file tells it; codes as published, blank where there is none. */
export interface PostcodeRow {
  postcode: string;
  council: string;
  ward: string;
  division: string;
  constituency: string;
  /** No longer in use, or placed by its nearest neighbour. */
  isUncertain: boolean;
  /** Its place is published. */
  hasPlace: boolean;
}

/** How to read the lines of a file. */
export interface Layout {
  title: string;
  /** Whether the first line is a header. */
  hasHeader: boolean;
  /** Constituencies and divisions are not in it: they are taken from the edition before. */
  isLiveOnly: boolean;
  hasDivisions: boolean;
  fieldCount: number;
  rowOf(fields: readonly string[]): PostcodeRow;
}

/** No location at all, in the grid indicator of the ONS. */
const NO_GRID = "9";
/** No coordinates, in the quality indicator of Code-Point Open. */
const NO_COORDINATES = "90";

/** Names under which each column is found; the ONS puts the year into many of them. */
const COLUMNS: Record<Kind, RegExp> = {
  postcode: /^(?:postcode|pcds|pcd7?|pcd8|pcd2)$/,
  council: /^(?:council_gss|oslaua|laua|lad(?:\d\d)?cd)$/,
  ward: /^(?:ward_gss|osward|ward|wd(?:\d\d)?cd)$/,
  division: /^(?:division_gss|ced|ced(?:\d\d)?cd)$/,
  constituency: /^(?:constituency_gss|pcon|pcon(?:\d\d)?cd)$/,
  terminated: /^doterm$/,
  grid: /^(?:osgrdind|gridind)$/,
  quality: /^quality$/,
};
const kinds = [
  "postcode",
  "council",
  "ward",
  "division",
  "constituency",
  "terminated",
  "grid",
  "quality",
] as const;
type Kind = (typeof kinds)[number];
const NEEDED = ["postcode", "council", "ward", "constituency"] as const;

/** Recognises a file by its first line. @throws ImportFault that says what was recognised and what it lacks. */
export function recogniseLayout(first: readonly string[], name: string): Layout {
  if (isCodePoint(first)) return CODE_POINT;
  const columns = first.map(foldColumn);
  const at = (kind: Kind) => columns.findIndex((column) => COLUMNS[kind].test(column));
  const missing = NEEDED.filter((kind) => at(kind) === -1);
  const title = titleOf(columns);
  if (missing.length === NEEDED.length)
    throw new ImportFault(
      `${name} has none of the layouts of postcodes (Code-Point Open, ONSPD, NSPL, our own). It begins: ${columns.join(", ").slice(0, 200)}.`,
    );
  if (missing.length > 0)
    throw new ImportFault(
      `${name} was recognised as ${title}, but has no column for: ${missing.join(", ")}.`,
    );
  const index = new Map(kinds.map((kind) => [kind, at(kind)]));
  const value = (fields: readonly string[], kind: Kind) => fields[index.get(kind) ?? -1] ?? "";
  return {
    title,
    hasHeader: true,
    isLiveOnly: false,
    hasDivisions: at("division") !== -1,
    fieldCount: columns.length,
    rowOf: (fields) => ({
      postcode: value(fields, "postcode"),
      council: realCode(value(fields, "council")),
      ward: realCode(value(fields, "ward")),
      division: realCode(value(fields, "division")),
      constituency: realCode(value(fields, "constituency")),
      isUncertain: value(fields, "terminated") !== "" || value(fields, "quality") === "s",
      hasPlace: value(fields, "grid") !== NO_GRID && !["0", "f"].includes(value(fields, "quality")),
    }),
  };
}

/** Ten columns without a header: postcode, quality, east, north, country, two of the NHS, county, district, ward. */
const CODE_POINT: Layout = {
  title: "Code-Point Open (CSV)",
  hasHeader: false,
  isLiveOnly: true,
  hasDivisions: false,
  fieldCount: 10,
  rowOf: ([postcode = "", quality = "", , , , , , , district = "", ward = ""]) => ({
    postcode,
    council: realCode(district),
    ward: realCode(ward),
    division: "",
    constituency: "",
    isUncertain: false,
    hasPlace: quality !== NO_COORDINATES,
  }),
};

function isCodePoint(fields: readonly string[]): boolean {
  const [postcode = "", quality = "", east = ""] = fields;
  return (
    fields.length === 10 && /^[A-Z]{1,2}\d/.test(postcode) && /^\d+$/.test(quality) && /^\d*$/.test(east)
  );
}

function titleOf(columns: readonly string[]): string {
  if (columns.includes("council_gss")) return "postcodes (CSV)";
  if (columns.includes("laua")) return "National Statistics Postcode Lookup, NSPL (CSV)";
  return "ONS Postcode Directory, ONSPD (CSV)";
}

/** The ONS writes a code of nines for "none here", and its own for the Channel Islands and the Isle of Man. */
function realCode(code: string): string {
  return /^[ENSW]\d{8}$/.test(code) && !code.endsWith("99999999") ? code : "";
}
