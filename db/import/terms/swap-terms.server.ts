import { and, eq, inArray, lt, sql } from "drizzle-orm";
import type { Database, Tx } from "../../database.ts";
import { chunksOf, ROWS_PER_UNIT } from "../../reference/chunks.ts";
import type { StagedTerm } from "./plan-terms.ts";

/** What lies staged for longer was left by an import that was killed. */
const STALE_MS = 3_600_000;

/**
 * Writes the terms of a plan and the people who hold them: laid down in chunks where nothing reads them, then swapped
 * in by one short unit, so that what people see is never half of it. Killed at any point, it has done all or nothing.
 */
export async function swapTerms(
  db: Database,
  staged: readonly StagedTerm[],
  { batch, now }: { batch: string; now: number },
): Promise<void> {
  if (staged.length === 0) return;
  const { stagedTerms } = db.tables;
  await db.transaction("forget old staged terms", async (tx) => {
    await tx.delete(stagedTerms).where(lt(stagedTerms.batch, oldestBatch(now)));
  });
  for (const chunk of chunksOf(staged, ROWS_PER_UNIT))
    await db.transaction("stage terms", async (tx) => {
      await tx.insert(stagedTerms).values(chunk.map((row) => ({ batch, ...row })));
    });
  await db.transaction("swap terms in", (tx) => swapBatch(tx, batch, staged.length));
  for (const chunk of chunksOf(staged, ROWS_PER_UNIT))
    await db.transaction("clear staged terms", async (tx) => {
      const ids = chunk.map((row) => row.termId);
      await tx.delete(stagedTerms).where(and(eq(stagedTerms.batch, batch), inArray(stagedTerms.termId, ids)));
    });
}

/** The first id (UUID v7, so by time) that is not stale yet. */
export function oldestBatch(now: number): string {
  const hex = (now - STALE_MS).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}

async function swapBatch(tx: Tx, batch: string, expected: number): Promise<void> {
  const { stagedTerms: from, representatives, terms } = tx.tables;
  const isOurs = eq(from.batch, batch);
  const [laid] = await tx
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(from)
    .where(isOurs);
  if (laid?.count !== expected)
    throw new Error("the staged rows of an import are not all there; run it again");

  const people = tx
    .selectDistinct({
      id: sql`${from.representativeId}`.as("id"),
      publicId: sql`${from.publicId}`.as("public_id"),
      kind: sql`${from.kind}`.as("kind"),
      sourceKey: sql`${from.sourceKey}`.as("source_key"),
      name: sql`${from.name}`.as("name"),
      nameKey: sql`${from.nameKey}`.as("name_key"),
      fullTitle: sql`${from.fullTitle}`.as("full_title"),
      isInvented: (tx.engine === "sqlite" ? sql`0` : sql`false`).as("is_invented"),
      language: sql`${from.language}`.as("language"),
    })
    .from(from)
    .where(isOurs);
  await tx
    .insert(representatives)
    .select(people)
    .onConflictDoUpdate({
      target: representatives.id,
      set: { name: sql`excluded.name`, nameKey: sql`excluded.name_key`, fullTitle: sql`excluded.full_title` },
    });

  const seats = tx
    .select({
      id: sql`${from.termId}`.as("id"),
      representativeId: from.representativeId,
      gssCode: from.gssCode,
      party: from.party,
      startsOn: from.startsOn,
      endsOn: from.endsOn,
      address: from.address,
      addressHash: from.addressHash,
      addressState: sql`${from.addressState}`.as("address_state"),
      source: from.source,
      checkedOn: from.checkedOn,
    })
    .from(from)
    .where(isOurs);
  // What became of an address may have changed since the plan was made: the same address keeps it.
  const isSame = sql`${terms.addressHash} = excluded.address_hash`;
  await tx
    .insert(terms)
    .select(seats)
    .onConflictDoUpdate({
      target: terms.id,
      set: {
        party: sql`excluded.party`,
        startsOn: sql`excluded.starts_on`,
        endsOn: sql`excluded.ends_on`,
        address: sql`case when ${isSame} then ${terms.address} else excluded.address end`,
        addressHash: sql`excluded.address_hash`,
        addressState: sql`case when ${isSame} then ${terms.addressState} else excluded.address_state end`,
        source: sql`excluded.source`,
        checkedOn: sql`excluded.checked_on`,
      },
    });
}
