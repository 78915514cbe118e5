import type { Reader } from "#db/database.ts";
import { type AreaMap, listMapAreas } from "../area/map-areas.server.ts";
import type { MapDrawing } from "../area/map-drawing.ts";
import type { LedgerRow } from "./ledger.ts";

/** What a constituency's colour says of its member: nothing yet, told or to be told, answered. */
export type ToldTone = 0 | 2 | 5;

/** The members of parliament of a ledger on a map, and how many constituencies have each tone. */
export interface ToldMap {
  map: AreaMap;
  counts: { tone: ToldTone; count: number }[];
}

/**
 * Colours constituencies by what has become of telling their members. Where nobody is written to, `wouldTell` colours
 * those who would be told in place of those who were.
 */
export async function findToldMap(
  read: Reader,
  rows: readonly LedgerRow[],
  { outlines, ...frame }: MapDrawing,
  { wouldTell }: { wouldTell: boolean },
): Promise<ToldMap> {
  const members = new Map(rows.filter(({ level }) => level === "mp").map((row) => [row.gssCode, row]));
  const toneOf = (gssCode: string): ToldTone => {
    const row = members.get(gssCode);
    if (row === undefined) return 0;
    if (row.answer) return 5;
    return row.toldCount > 0 || (wouldTell && row.state === "would_be_told") ? 2 : 0;
  };
  const areas = await listMapAreas(read, outlines);
  const layers = TONES.map((tone) => ({
    tone,
    areas: areas.filter(({ gssCode }) => toneOf(gssCode) === tone),
  }));
  return {
    map: { ...frame, layers: layers.filter((layer) => layer.areas.length > 0), hasNumbers: false },
    counts: layers.map(({ tone, areas: coloured }) => ({ tone, count: coloured.length })),
  };
}

const TONES = [0, 2, 5] as const satisfies ToldTone[];
