import { DELIVERY_SLOT } from "#app/policy-forwarding.ts";
import type { Reader } from "#db/database.ts";
import { type CellAreas, findCellAreas } from "../area/cell-names.server.ts";
import type { Cell } from "../place/cell.ts";
import { listSitting, type SittingRepresentative } from "../representative/queries.server.ts";
import { addDays, lastWeeklySlot } from "../time/london.ts";

/** Whom a signature reaches: its areas, who speaks for them, and the day of the next round of messages. */
export interface WhoHears {
  areas: CellAreas;
  representatives: (SittingRepresentative & { areaName: string })[];
  /** The London day of the next weekly slot, `YYYY-MM-DD`. */
  nextSlotOn: string;
}

/** Who will hear how many people of their own area have signed, for somebody counted in this cell. */
export async function findWhoHears(read: Reader, cell: Cell, now: number): Promise<WhoHears> {
  const areas = await findCellAreas(read, cell);
  const sitting = await listSitting(read, [cell.constituency, cell.ward, cell.division], now);
  const names = new Map(
    [areas.constituency, areas.ward, areas.division].flatMap((area) =>
      area ? [[area.gssCode, area.name]] : [],
    ),
  );
  return {
    areas,
    representatives: sitting.map((one) => ({ ...one, areaName: names.get(one.gssCode) ?? "" })),
    nextSlotOn: addDays(lastWeeklySlot(now, DELIVERY_SLOT.weekday, DELIVERY_SLOT.time), 7),
  };
}
