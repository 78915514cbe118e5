import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { fileURLToPath } from "node:url";

/** The two files that postcodes are placed by; both gzipped CSV, sorted by postcode. */
export type PostcodeSources = { postcodes: string; divisions: string };

/** One combination of codes that postcodes share, as the postcode file keeps it. */
export type ComboRow = {
  id: number;
  country: string;
  ward: string;
  division: string;
  council: string;
  county: string;
  constituency: string;
  note: ComboNote;
};

/**
 * What the source says of a placement: `""` as published, `nearest` codes of the nearest live postcode (newer
 * than the source or terminated), `no-location` a real postcode whose place is not published.
 */
export type ComboNote = "" | "nearest" | "no-location";

/** Raised whenever the layout, or a rule that decides what is written, changes: every edition is then built anew. */
export const POSTCODE_FILE_FORMAT = 1;

/** The tables of a postcode file. */
export const POSTCODE_FILE_SCHEMA = `
  create table about (name text primary key, value text not null) without rowid;
  create table combos (
    id integer primary key, country text not null, ward text not null, division text not null,
    council text not null, county text not null, constituency text not null, note text not null
  );
  create table postcodes (postcode text primary key, combo integer not null) without rowid;
`;

/** The sources that stand in the repository. */
export function referenceSources(): PostcodeSources {
  return {
    postcodes: fileURLToPath(new URL("./data/postcodes.csv.gz", import.meta.url)),
    divisions: fileURLToPath(new URL("./data/postcode-divisions.csv.gz", import.meta.url)),
  };
}

/** Names an edition: 12 hexadecimal characters over the bytes of both sources and the format. */
export async function postcodeEdition(sources: PostcodeSources): Promise<string> {
  const hash = createHash("sha256").update(`format ${POSTCODE_FILE_FORMAT}\n`);
  for (const path of [sources.postcodes, sources.divisions]) {
    for await (const bytes of createReadStream(path)) hash.update(bytes);
  }
  return hash.digest("hex").slice(0, 12);
}

/** Where the shipped postcodes come from, in words; an imported edition says its own. See `data/SOURCES.md`. */
export const SHIPPED_POSTCODES_FROM =
  "Ordnance Survey Code-Point Open, 2023, and Office for National Statistics, May 2025";
