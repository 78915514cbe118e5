import type { Told } from "../domain/forwarding/queries.server.ts";
import type { ToldState } from "../domain/forwarding/told-history.server.ts";
import { counted, figure } from "./format.ts";
import type { ToldRow } from "./told-table.tsx";

/** Representatives as the rows of a `ToldTable`, in fair words: not having been told is nobody's silence. */
export function toldRows(rows: readonly Told[]): ToldRow[] {
  return rows.map((told) => ({
    key: `${told.publicId} ${told.gssCode}`,
    who: told.kind === "mp" ? `MP for ${told.areaName}` : `Councillor, ${told.areaName}`,
    detail: told.toldCount > 1 ? `${told.name} · told ${counted(told.toldCount, "time")}` : told.name,
    href: `/representatives/${told.publicId}`,
    count: told.count,
    toldAt: told.toldAt,
    fate: fateOf(told.state, told.count),
  }));
}

/** What became of telling somebody, in fair words. */
export function fateOf(state: ToldState, count: number): ToldRow["fate"] {
  switch (state) {
    case "would_be_told":
      return { words: `Would be told: ${figure(count)}` };
    case "to_be_told":
      return { words: "In the next round", tone: "waiting" };
    case "rehearsed":
      return { words: "Rehearsed" };
    case "sending":
      return { words: "On its way", tone: "waiting" };
    case "sent":
    case "complained":
      return { words: "Sent" };
    case "delivered":
      return { words: "Delivered" };
    case "uncertain":
      return { words: "May not have arrived" };
    case "bounced":
    case "unreachable":
      return { words: "We could not reach them" };
    case "paused":
      return { words: "Asked us not to write" };
  }
}
