import { and, asc, eq, gt, inArray, isNotNull } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { Site } from "../site.ts";
import { KeptSum, type StorySum } from "./sum.ts";
import { decideSum, type LeftFacts, type SumBefore } from "./sum-rule.ts";

/** Sees to what the stories of each council add up to, one unit a council. Returns how many councils it saw to. */
export async function sumStories(site: Pick<Site, "db">, now: number): Promise<number> {
  const { storyFacts } = site.db.tables;
  let after = "";
  let seen = 0;
  for (;;) {
    const [next] = await site.db.read
      .select({ gssCode: storyFacts.councilGss })
      .from(storyFacts)
      .where(gt(storyFacts.councilGss, after))
      .orderBy(asc(storyFacts.councilGss), asc(storyFacts.storyId))
      .limit(1);
    if (!next) return seen;
    await site.db.transaction("sum stories", (tx) => sumArea(tx, next.gssCode, now));
    after = next.gssCode;
    seen += 1;
  }
}

/** What the stories of a council add up to, as it is shown; undefined while nothing may be. */
export async function storySum(
  read: Reader,
  gssCode: string,
): Promise<(StorySum & { summedAt: number }) | undefined> {
  return (await listStorySums(read, [gssCode])).get(gssCode);
}

/** The same of all councils of which something is shown, or of these, by code. */
export async function listStorySums(
  read: Reader,
  gssCodes?: readonly string[],
): Promise<Map<string, StorySum & { summedAt: number }>> {
  const { storySums } = read.tables;
  const rows = await read
    .select()
    .from(storySums)
    .where(gssCodes === undefined ? undefined : inArray(storySums.gssCode, [...gssCodes]))
    .orderBy(asc(storySums.gssCode));
  return new Map(
    rows.flatMap(({ gssCode, content, summedAt }) => {
      const { shown } = KeptSum.parse(JSON.parse(content));
      return shown ? [[gssCode, { ...shown, summedAt }] as const] : [];
    }),
  );
}

async function sumArea(tx: Tx, gssCode: string, now: number): Promise<void> {
  const { storyFacts } = tx.tables;
  const rows = await tx.select().from(storyFacts).where(eq(storyFacts.councilGss, gssCode));
  const present = rows.filter(({ leftAt }) => leftAt === null).map(asFacts);
  const left = rows.filter(({ leftAt }) => leftAt !== null).map(asFacts);
  const before = await findBefore(tx, gssCode);
  const decision = decideSum(before, { present, left }, now);
  switch (decision.act) {
    case "keep":
      break;
    case "move":
      await writeSum(
        tx,
        { gssCode, kept: decision.kept, memberIds: present.map(({ storyId }) => storyId) },
        now,
      );
      break;
    case "take_down":
      if (before) await blankSum(tx, gssCode, before.kept);
      break;
  }
  const isStillIn = decision.act === "keep" && before?.kept.shown ? before.memberIds : new Set<string>();
  const over = left.map(({ storyId }) => storyId).filter((id) => !isStillIn.has(id));
  if (over.length > 0)
    await tx.delete(storyFacts).where(and(inArray(storyFacts.storyId, over), isNotNull(storyFacts.leftAt)));
}

async function findBefore(tx: Tx, gssCode: string): Promise<SumBefore | undefined> {
  const { storySums, storySumMembers } = tx.tables;
  const [row] = await tx.select().from(storySums).where(eq(storySums.gssCode, gssCode));
  if (!row) return undefined;
  const members = await tx.select().from(storySumMembers).where(eq(storySumMembers.gssCode, gssCode));
  return {
    kept: KeptSum.parse(JSON.parse(row.content)),
    movedAt: row.summedAt,
    memberIds: new Set(members.map(({ storyId }) => storyId)),
  };
}

async function writeSum(
  tx: Tx,
  { gssCode, kept, memberIds }: { gssCode: string; kept: KeptSum; memberIds: readonly string[] },
  now: number,
): Promise<void> {
  const { storySums, storySumMembers } = tx.tables;
  const row = { content: JSON.stringify(kept), storyCount: memberIds.length, summedAt: now };
  await tx
    .insert(storySums)
    .values({ gssCode, ...row })
    .onConflictDoUpdate({ target: storySums.gssCode, set: row });
  await tx.delete(storySumMembers).where(eq(storySumMembers.gssCode, gssCode));
  await tx.insert(storySumMembers).values(memberIds.map((storyId) => ({ gssCode, storyId })));
}

/** Who was in it, and how many, stays: the next sum is held against it. */
async function blankSum(tx: Tx, gssCode: string, kept: KeptSum): Promise<void> {
  const { storySums } = tx.tables;
  const content = JSON.stringify({ ...kept, shown: null } satisfies KeptSum);
  await tx.update(storySums).set({ content }).where(eq(storySums.gssCode, gssCode));
}

function asFacts(row: Tables["storyFacts"]["$inferSelect"]): LeftFacts {
  const { storyId, monthsOut, money, miles, monthsWaited, joinedAt, leftAt } = row;
  const happened: unknown = JSON.parse(row.happened);
  return {
    ...{ storyId, joinedAt, monthsOut, money, miles, monthsWaited },
    happened: Array.isArray(happened) ? happened.filter((one) => typeof one === "string") : [],
    leftAt: leftAt ?? 0,
  };
}
