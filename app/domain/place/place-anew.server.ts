import { and, eq, ne } from "drizzle-orm";
import type { Site } from "../site.ts";
import { type Cell, cellKey } from "./cell.ts";
import type { Places } from "./places.server.ts";
import { type PlacedRow, type ReplaceProgress, replaceSignatures } from "./replace-signatures.server.ts";

/** How far the signatures have been placed by which edition: `<edition> <cursor>`, then `done`, then `settled`. */
const FACT = "placed_anew";
const DONE = "done";
/** No server of an earlier edition runs any more: nothing can come that this edition has not placed. */
const SETTLED = "settled";

/** What placing anew needs beside the edition that the site has opened. */
export interface PlaceAnewOptions {
  /** An edition from before, to see what the postcode alone said then; undefined where its file is gone. */
  earlier(edition: string): Places | undefined;
  isDryRun?: boolean;
  /** At the start of a server: after it, the same edition has nothing more to do. */
  isStart?: boolean;
  onProgress?(progress: ReplaceProgress): void;
}

/**
 * Places anew, by the edition that the site has opened, the signatures that an earlier one placed: those it could not
 * place, and those that it places elsewhere. Where the owner chose a place it is left as it is; where the earlier file
 * is gone and it cannot be told, too. Goes on where it was stopped.
 */
export async function placeAnew(
  site: Site,
  options: PlaceAnewOptions,
  now: number,
): Promise<ReplaceProgress> {
  const { signatures } = site.db.tables;
  const { edition } = site.places;
  const isDryRun = options.isDryRun ?? false;
  const [doneBy, cursor = ""] = (await findFact(site)).split(" ");
  if (options.isStart && doneBy === edition && cursor === SETTLED) return { looked: 0, moved: 0, cursor: "" };
  const isUnderWay = doneBy === edition && cursor !== DONE && cursor !== SETTLED;
  const progress = await replaceSignatures(
    site,
    {
      where: and(ne(signatures.edition, edition), ne(signatures.postcode, "")),
      from: isUnderWay ? cursor : "",
      decide: (row) => decide(site.places, options.earlier(row.edition), row),
      isDryRun,
      async onChunk(chunk) {
        if (!isDryRun) await keepFact(site, `${edition} ${chunk.cursor}`);
        options.onProgress?.(chunk);
      },
    },
    now,
  );
  if (!isDryRun) await keepFact(site, `${edition} ${options.isStart ? SETTLED : DONE}`);
  return progress;
}

function decide(places: Places, earlier: Places | undefined, { cell, postcode }: PlacedRow): Cell {
  const today = places.locate(postcode).cell;
  const isOwnersChoice = earlier ? !isSame(cell, earlier.locate(postcode).cell) : !isUnplaced(cell);
  return isOwnersChoice ? cell : today;
}

function isSame(a: Cell, b: Cell): boolean {
  return cellKey(a) === cellKey(b);
}

function isUnplaced(cell: Cell): boolean {
  return cell.council === "" && cell.county === "" && cell.constituency === "";
}

async function findFact({ db }: Site): Promise<string> {
  const { facts } = db.tables;
  const [fact] = await db.read.select().from(facts).where(eq(facts.name, FACT));
  return fact?.value ?? "";
}

async function keepFact({ db }: Site, value: string): Promise<void> {
  const { facts } = db.tables;
  await db.transaction("remember how far signatures are placed", async (tx) => {
    await tx
      .insert(facts)
      .values({ name: FACT, value })
      .onConflictDoUpdate({ target: facts.name, set: { value } });
  });
}
