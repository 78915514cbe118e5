import { inArray, or } from "drizzle-orm";
import { listEndings } from "../area/list-endings.server.ts";
import { cellAfter } from "../area/succession.ts";
import type { Site } from "../site.ts";
import { londonDay } from "../time/london.ts";
import { type ReplaceProgress, replaceSignatures } from "./replace-signatures.server.ts";

/** Codes asked for by one statement. */
const CODES = 400;

/**
 * Places anew the signatures, of campaigns that go on, that are counted in areas which have come to their end: in the
 * successor, or where there are several in the one that the postcode lies in. Does nothing when nothing is left to do.
 */
export async function placeSuccession(
  site: Site,
  now: number,
): Promise<Pick<ReplaceProgress, "looked" | "moved">> {
  const endings = await listEndings(site.db.read, londonDay(now));
  const cellIds = await listEndedCells(site, endings.codes);
  const total = { looked: 0, moved: 0 };
  for (let at = 0; at < cellIds.length; at += CODES) {
    const { looked, moved } = await replaceSignatures(
      site,
      {
        where: inArray(site.db.tables.signatures.cellId, cellIds.slice(at, at + CODES)),
        from: "",
        decide: ({ cell, postcode }) =>
          cellAfter(
            cell,
            endings,
            postcode === "" ? undefined : cellAfter(site.places.locate(postcode).cell, endings),
          ),
      },
      now,
    );
    total.looked += looked;
    total.moved += moved;
  }
  return total;
}

async function listEndedCells({ db: { read } }: Site, codes: readonly string[]): Promise<number[]> {
  const { cells } = read.tables;
  const ids = new Set<number>();
  for (let at = 0; at < codes.length; at += CODES) {
    const some = codes.slice(at, at + CODES);
    const rows = await read
      .select({ id: cells.id })
      .from(cells)
      .where(
        or(
          inArray(cells.council, some),
          inArray(cells.county, some),
          inArray(cells.ward, some),
          inArray(cells.division, some),
          inArray(cells.constituency, some),
        ),
      );
    for (const { id } of rows) ids.add(id);
  }
  return [...ids].sort((a, b) => a - b);
}
