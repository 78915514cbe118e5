import { inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { findAreas } from "../area/queries.server.ts";
import type { LedgerRow } from "./ledger.ts";
import type { PublicAnswers } from "./ledger-answers.server.ts";
import type { ToldHistory } from "./told-history.server.ts";

/** Read at once; fewer than any engine takes in one statement. */
const CHUNK = 5000;

/**
 * Rows for messages that nobody in office today stands for: a term that has ended, a number that is no longer
 * published. They keep the count that they named.
 */
export async function listToldBefore(
  read: Reader,
  history: readonly ToldHistory[],
  answers: PublicAnswers,
): Promise<LedgerRow[]> {
  const { representatives } = read.tables;
  const ids = [...new Set(history.map(({ representativeId }) => representativeId))];
  const people = new Map<string, (typeof representatives)["$inferSelect"]>();
  for (let start = 0; start < ids.length; start += CHUNK) {
    const rows = await read
      .select()
      .from(representatives)
      .where(inArray(representatives.id, ids.slice(start, start + CHUNK)));
    for (const row of rows) people.set(row.id, row);
  }
  const areas = await findAreas(
    read,
    history.map(({ gssCode }) => gssCode),
  );
  return history.flatMap((told): LedgerRow[] => {
    const person = people.get(told.representativeId);
    if (!person || told.last === undefined) return [];
    const { publicId, kind, name, isInvented } = person;
    const area = areas.get(told.gssCode);
    const isCounty = area?.level === "council";
    return [
      {
        ...{ publicId, kind, name, isInvented, gssCode: told.gssCode, areaName: area?.name ?? "" },
        level:
          kind === "mp" ? "mp" : kind === "office" ? "office" : area?.level === "ward" ? "ward" : "county",
        councilGss: isCounty ? told.gssCode : kind === "mp" ? "" : (area?.parentGss ?? ""),
        councilName: isCounty ? area.shortName : "",
        basis: told.gssCode === "" ? "everyone" : isCounty ? "across" : "constituents",
        count: told.tally,
        toldCount: told.toldCount,
        firstToldAt: told.firstToldAt,
        toldAt: told.toldAt,
        state: told.last,
        isBefore: true,
        answer: answers.get(told.representativeId),
      },
    ];
  });
}
