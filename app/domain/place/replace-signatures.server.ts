import { and, asc, eq, gt, inArray, ne, notInArray, type SQL } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { SignatureState } from "#db/tables/signature.ts";
import { countSignature } from "../signature/count-signature.server.ts";
import { sealedIn } from "../signature/signature.ts";
import type { Site } from "../site.ts";
import { type Cell, cellKey } from "./cell.ts";
import { ensureCell } from "./cells.server.ts";

/** Signatures looked at before the next are read. */
const CHUNK = 500;
/** Moves from one cell to another in one unit: some tens of milliseconds. */
const MOVES_PER_UNIT = 50;

/** Counts of these are final: they stay where they were when it was handed in. */
const FINAL_STATES: CampaignState[] = ["closed", "archived", "rejected", "removed"];

/** What is known of a signature that may be placed anew. */
export interface PlacedRow {
  cell: Cell;
  /** Opened; blank where its owner gave none or has taken it back. */
  postcode: string;
  /** The edition that placed it. */
  edition: string;
}

/** How far it is: signatures looked at and moved, and the last one. */
export interface ReplaceProgress {
  looked: number;
  moved: number;
  cursor: string;
}

/** Which signatures are looked at, and where each belongs. */
export interface Replacement {
  where: SQL | undefined;
  /** Where to go on: the cursor of an earlier run, or blank. */
  from: string;
  /** The cell a signature belongs to; the one it is in to leave it. */
  decide(row: PlacedRow): Cell;
  /** Nothing is written. */
  isDryRun?: boolean;
  /** Told after each chunk is done, before the next. */
  onChunk?(progress: ReplaceProgress): Promise<void>;
}

/**
 * Places signatures anew, a chunk at a time: each that moves takes its count along, in tallies and events and in one
 * unit, so that they agree at any moment and it may be stopped at any. What changes under its hands is looked at again.
 * Signatures of campaigns that are over stay where they were counted.
 */
export async function replaceSignatures(
  site: Site,
  replacement: Replacement,
  now: number,
): Promise<ReplaceProgress> {
  const progress = { looked: 0, moved: 0, cursor: replacement.from };
  for (;;) {
    const chunk = await readChunk(site, replacement.where, progress.cursor);
    const last = chunk.at(-1);
    if (!last) return progress;
    let rows = chunk;
    progress.looked += rows.length;
    while (rows.length > 0) {
      const { moved, missed } = await settle(site, rows, replacement, now);
      progress.moved += moved;
      rows = missed.length === 0 ? [] : await readAgain(site, replacement.where, missed);
    }
    progress.cursor = last.id;
    await replacement.onChunk?.(progress);
  }
}

type Row = Awaited<ReturnType<typeof readChunk>>[number];

function readChunk(site: Site, where: SQL | undefined, cursor: string) {
  const { signatures } = site.db.tables;
  return select(site, and(where, gt(signatures.id, cursor))).limit(CHUNK);
}

async function readAgain(site: Site, where: SQL | undefined, ids: readonly string[]): Promise<Row[]> {
  return select(site, and(where, inArray(site.db.tables.signatures.id, [...ids])));
}

function select({ db: { read } }: Site, where: SQL | undefined) {
  const { signatures, campaigns, cells } = read.tables;
  return read
    .select({
      id: signatures.id,
      campaignId: signatures.campaignId,
      state: signatures.state,
      postcode: signatures.postcode,
      edition: signatures.edition,
      cellId: signatures.cellId,
      cell: cells,
    })
    .from(signatures)
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .innerJoin(cells, eq(cells.id, signatures.cellId))
    .where(and(where, ne(signatures.state, "withdrawn"), notInArray(campaigns.state, FINAL_STATES)))
    .orderBy(asc(signatures.id));
}

/** Signatures that go the same way. */
interface Move {
  campaignId: string;
  state: SignatureState;
  fromId: number;
  to: Cell;
  ids: string[];
}

async function settle(
  site: Site,
  rows: readonly Row[],
  { decide, isDryRun }: Replacement,
  now: number,
): Promise<{ moved: number; missed: string[] }> {
  const moves = new Map<string, Move>();
  const staying: string[] = [];
  for (const { id, campaignId, state, postcode, edition, cellId, cell: stored } of rows) {
    const { id: _, ...cell } = stored;
    const to = decide({ cell, edition, postcode: site.keyring.open(sealedIn(id, "postcode"), postcode) });
    if (cellKey(to) === cellKey(cell)) {
      staying.push(id);
      continue;
    }
    const key = `${campaignId} ${state} ${cellId} ${cellKey(to)}`;
    const move = moves.get(key) ?? { campaignId, state, fromId: cellId, to, ids: [] };
    move.ids.push(id);
    moves.set(key, move);
  }
  const all = [...moves.values()];
  if (isDryRun) return { moved: all.reduce((sum, move) => sum + move.ids.length, 0), missed: [] };
  let moved = 0;
  const missed: string[] = [];
  for (const campaignId of new Set(all.map((move) => move.campaignId))) {
    const own = all.filter((move) => move.campaignId === campaignId);
    for (let at = 0; at < own.length; at += MOVES_PER_UNIT) {
      const unit = own.slice(at, at + MOVES_PER_UNIT);
      const gone = await site.db.transaction("place signatures anew", (tx) => moveAll(tx, site, unit, now));
      moved += gone.size;
      missed.push(...unit.flatMap((move) => move.ids).filter((id) => !gone.has(id)));
    }
  }
  if (staying.length > 0)
    await site.db.transaction("note the edition", async (tx) => {
      const { signatures } = tx.tables;
      await tx
        .update(signatures)
        .set({ edition: site.places.edition })
        .where(inArray(signatures.id, staying));
    });
  return { moved, missed };
}

async function moveAll(tx: Tx, site: Site, moves: readonly Move[], now: number): Promise<Set<string>> {
  const { signatures } = tx.tables;
  const gone = new Set<string>();
  const deltas = new Map<number, number>();
  const add = (cellId: number, delta: number) => deltas.set(cellId, (deltas.get(cellId) ?? 0) + delta);
  for (const { state, fromId, to, ids } of moves) {
    const cellId = await ensureCell(tx, to);
    const updated = await tx
      .update(signatures)
      .set({ cellId, edition: site.places.edition })
      .where(and(inArray(signatures.id, ids), eq(signatures.cellId, fromId), eq(signatures.state, state)))
      .returning({ id: signatures.id });
    for (const { id } of updated) gone.add(id);
    if (state !== "confirmed") continue;
    add(fromId, -updated.length);
    add(cellId, updated.length);
  }
  const changes = [...deltas].flatMap(([cellId, delta]) =>
    delta === 0 ? [] : [{ cellId, delta, reason: "moved" as const }],
  );
  const [first] = moves;
  if (first && changes.length > 0)
    await countSignature(tx, site, { campaignId: first.campaignId, changes, versions: [] }, now);
  return gone;
}
