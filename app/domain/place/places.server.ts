import Database from "better-sqlite3";
import { type ComboRow, POSTCODE_FILE_FORMAT, SHIPPED_POSTCODES_FROM } from "#db/reference/postcode-file.ts";
import { type Cell, cellKey } from "./cell.ts";
import {
  listSpecialCells,
  NO_LOCATION,
  type Placement,
  placeInCell,
  placeSpecial,
  UNKNOWN_POSTCODE,
} from "./placement.ts";
import { findSpecialPostcode } from "./special-postcode.ts";

/** The opened postcode file: where every postcode is counted. */
export type Places = {
  /** Names the data that places; kept with each signature. */
  edition: string;
  /** Where the postcodes come from and of when they are, in words. */
  source: string;
  /** How many postcodes the file holds. */
  postcodeCount: number;
  /** Places a postcode as `readPostcode` gives it: one key look-up, some microseconds. Never refuses. */
  locate(postcode: string): Placement;
  /** Every cell that `locate` can give without a choice, each once, in an order that is always the same. */
  listCombos(): Cell[];
  close(): void;
};

/** Beyond the file's size, so that a look-up touches the kernel's page cache and copies nothing. */
const MAPPED_BYTES = 256 * 1024 * 1024;

/**
 * Opens a postcode file for reading.
 * @throws when it is missing, or of a format that this program does not read: build it again.
 */
export function openPlaces(file: string): Places {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  db.pragma(`mmap_size = ${MAPPED_BYTES}`);
  const format = db.pragma("user_version", { simple: true });
  if (format !== POSTCODE_FILE_FORMAT) {
    db.close();
    throw new Error(
      `postcode file of format ${String(format)}, expected ${POSTCODE_FILE_FORMAT}: build it again`,
    );
  }
  const about = db.prepare<[string], string>("select value from about where name = ?").pluck();
  const rows = db.prepare<[], ComboRow>("select * from combos order by id").all();
  const placements = rows.map(placementOf);
  const comboOf = db.prepare<[string], number>("select combo from postcodes where postcode = ?").pluck();

  return {
    edition: about.get("edition") ?? "",
    source: about.get("source") ?? SHIPPED_POSTCODES_FROM,
    postcodeCount: Number(about.get("postcodes") ?? 0),
    locate(postcode) {
      const combo = comboOf.get(postcode);
      if (combo !== undefined) return placements[combo] ?? UNKNOWN_POSTCODE;
      const special = findSpecialPostcode(postcode);
      return special ? placeSpecial(special) : UNKNOWN_POSTCODE;
    },
    listCombos() {
      const cells = [...listSpecialCells(), ...placements.map((placement) => placement.cell)];
      return [...new Map(cells.map((cell) => [cellKey(cell), cell])).values()];
    },
    close() {
      db.close();
    },
  };
}

function placementOf(row: ComboRow): Placement {
  const { country, ward, division, council, county, constituency } = row;
  if (row.note === "no-location") return NO_LOCATION;
  return placeInCell({ country, ward, division, council, county, constituency }, row.note === "nearest");
}
