import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import { AREAS_CHANGED_ON } from "#db/tables/area.ts";
import type { TallyLevel } from "#db/tables/tally.ts";
import { londonDay } from "../time/london.ts";
import { chooseFrozen, type EndingCouncil } from "./freeze-tallies.ts";
import { findAreas } from "./queries.server.ts";

/** An area that ends, its last day, and what comes after it. */
export interface Ending extends EndingCouncil {
  endsOn: string;
}

/** What became of an ending; everything but `ended` has changed nothing. */
export type EndOutcome = "ended" | "already_ended" | "not_yet" | "unknown_area" | "unknown_successor";

/** Rows written by one statement. */
const CHUNK = 200;

/**
 * Ends areas whose last day is over: councils with all their wards and divisions, or single wards, divisions and
 * constituencies. What was published of them is frozen for good, their successors are named, their representatives'
 * terms end with them. Runs in its caller's unit; placing the signatures anew is work of its own.
 * Areas that must go together, such as a county with its districts, belong in one call.
 */
export async function endAreas(
  tx: Tx,
  endings: readonly Ending[],
  now: number,
): Promise<Map<string, EndOutcome>> {
  const known = await findAreas(
    tx,
    endings.flatMap((ending) => [ending.gssCode, ...ending.successors]),
  );
  const outcomes = new Map(endings.map((ending) => [ending.gssCode, judge(ending, known, londonDay(now))]));
  const due = endings.filter((ending) => outcomes.get(ending.gssCode) === "ended");
  const parts = await listParts(tx, due);
  await freeze(tx, due, parts);
  if (due.length > 0) await noteChange(tx, londonDay(now));
  for (const ending of due) {
    const codes = [ending.gssCode, ...(parts.get(ending.gssCode) ?? [])];
    await endRows(tx, codes, ending.endsOn);
    if (ending.successors.length === 0) continue;
    await tx
      .insert(tx.tables.areaSuccessors)
      .values(ending.successors.map((successorGss) => ({ gssCode: ending.gssCode, successorGss })))
      .onConflictDoNothing();
  }
  return outcomes;
}

function judge(ending: Ending, known: Awaited<ReturnType<typeof findAreas>>, today: string): EndOutcome {
  const area = known.get(ending.gssCode);
  if (!area) return "unknown_area";
  if (area.endsOn !== "") return "already_ended";
  if (ending.endsOn >= today) return "not_yet";
  return ending.successors.every((code) => known.has(code)) ? "ended" : "unknown_successor";
}

/** The wards and divisions of each council that ends; districts end by themselves. */
async function listParts(tx: Tx, due: readonly Ending[]): Promise<Map<string, string[]>> {
  const { areas } = tx.tables;
  const parts = new Map<string, string[]>();
  const parents = due.map((ending) => ending.gssCode);
  if (parents.length === 0) return parts;
  const rows = await tx
    .select({ gssCode: areas.gssCode, parentGss: areas.parentGss })
    .from(areas)
    .where(
      and(
        inArray(areas.parentGss, parents),
        inArray(areas.level, ["ward", "division"]),
        eq(areas.endsOn, ""),
      ),
    );
  for (const { gssCode, parentGss } of rows) parts.set(parentGss, [...(parts.get(parentGss) ?? []), gssCode]);
  return parts;
}

async function endRows(tx: Tx, codes: readonly string[], endsOn: string): Promise<void> {
  const { areas, terms } = tx.tables;
  await tx
    .update(areas)
    .set({ endsOn })
    .where(and(inArray(areas.gssCode, [...codes]), eq(areas.endsOn, "")));
  await tx
    .update(terms)
    .set({ endsOn })
    .where(and(inArray(terms.gssCode, [...codes]), eq(terms.endsOn, "")));
}

async function noteChange(tx: Tx, value: string): Promise<void> {
  const { facts } = tx.tables;
  await tx
    .insert(facts)
    .values({ name: AREAS_CHANGED_ON, value })
    .onConflictDoUpdate({ target: facts.name, set: { value } });
}

type Published = { campaignId: string; code: string; level: TallyLevel; count: number };

async function freeze(tx: Tx, due: readonly Ending[], parts: ReadonlyMap<string, string[]>): Promise<void> {
  if (due.length === 0) return;
  const ownerOf = new Map<string, Ending>();
  for (const ending of due)
    for (const code of [ending.gssCode, ...(parts.get(ending.gssCode) ?? [])]) ownerOf.set(code, ending);
  const byCampaign = new Map<string, Published[]>();
  for (const row of await listPublished(tx, [...ownerOf.keys()]))
    byCampaign.set(row.campaignId, [...(byCampaign.get(row.campaignId) ?? []), row]);

  const rows = [];
  for (const [campaignId, published] of byCampaign) {
    const exact = await countCouncils(
      tx,
      campaignId,
      due.map((ending) => ending.gssCode),
    );
    const shown = new Map(published.map((row) => [row.code, row.count]));
    const kept = chooseFrozen(due, exact, shown);
    for (const { code, level, count } of published) {
      const ending = ownerOf.get(code);
      // Where a council's own number is left out, its wards would tell it.
      const isHeldBack = ending && shown.has(ending.gssCode) && !kept.has(ending.gssCode);
      if (ending && !isHeldBack)
        rows.push({ campaignId, gssCode: code, level, count, frozenOn: ending.endsOn });
    }
  }
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx
      .insert(tx.tables.frozenTallies)
      .values(rows.slice(at, at + CHUNK))
      .onConflictDoNothing();
}

function listPublished(read: Reader, codes: readonly string[]): Promise<Published[]> {
  const { publishedTallies } = read.tables;
  return read
    .select({
      campaignId: publishedTallies.campaignId,
      code: publishedTallies.code,
      level: publishedTallies.level,
      count: publishedTallies.count,
    })
    .from(publishedTallies)
    .where(inArray(publishedTallies.code, [...codes]))
    .orderBy(publishedTallies.campaignId, publishedTallies.level, publishedTallies.code);
}

async function countCouncils(
  read: Reader,
  campaignId: string,
  codes: string[],
): Promise<Map<string, number>> {
  const { tallies, cells } = read.tables;
  const rows = await read
    .select({
      council: cells.council,
      county: cells.county,
      count: sql`sum(${tallies.count})`.mapWith(Number),
    })
    .from(tallies)
    .innerJoin(cells, eq(cells.id, tallies.cellId))
    .where(
      and(
        eq(tallies.campaignId, campaignId),
        or(inArray(cells.council, codes), inArray(cells.county, codes)),
      ),
    )
    .groupBy(cells.council, cells.county);
  const counts = new Map<string, number>();
  for (const { council, county, count } of rows)
    for (const code of new Set([council, county])) counts.set(code, (counts.get(code) ?? 0) + count);
  return counts;
}
