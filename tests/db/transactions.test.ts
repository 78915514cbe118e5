import { eq, ne, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database, Tx } from "#db/database.ts";
import { testDatabase } from "../database.ts";

async function remember(tx: Tx, name: string, value: string): Promise<void> {
  await tx.insert(tx.tables.facts).values({ name, value });
}

/** What tests here have remembered: all but what the template brings. */
async function names(db: Database): Promise<string[]> {
  const { facts } = db.tables;
  const found = await db.read
    .select({ name: facts.name })
    .from(facts)
    .where(ne(facts.name, "reference_edition"))
    .orderBy(facts.name);
  return found.map((row) => row.name);
}

async function addOne(tx: Tx): Promise<void> {
  const { facts } = tx.tables;
  await tx
    .update(facts)
    .set({ value: sql`cast(cast(${facts.value} as integer) + 1 as text)` })
    .where(eq(facts.name, "n"));
}

test("of 500 concurrent transactions the failing tenth leaves no trace and the rest count exactly", async () => {
  const db = await testDatabase();
  await db.transaction("start", (tx) => remember(tx, "n", "0"));
  const outcomes = await Promise.allSettled(
    Array.from({ length: 500 }, (_, i) =>
      db.transaction("count", async (tx) => {
        await addOne(tx);
        await remember(tx, `row ${i}`, "x");
        if (i % 10 === 3) throw new Error(`number ${i} fails`);
        return i;
      }),
    ),
  );
  const failed = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(failed).toHaveLength(50);
  expect(failed.every((outcome) => /number \d*3 fails/.test(String(outcome.reason)))).toBe(true);
  expect((await names(db)).filter((name) => name.startsWith("row "))).toHaveLength(450);
  const [counted] = await db.read.select().from(db.tables.facts).where(eq(db.tables.facts.name, "n"));
  expect(counted?.value).toBe("450");
});

test("a transaction inside a transaction is refused with both names", async () => {
  const db = await testDatabase();
  const nested = db.transaction("outer", () => db.transaction("inner", async () => "never"));
  await expect(nested).rejects.toThrow(
    'transaction "inner" opened inside transaction "outer"; pass the tx on',
  );
  await db.transaction("after", (tx) => remember(tx, "after", "1"));
  expect(await names(db)).toEqual(["after"]);
});

test("a hook runs after its own commit, never for a unit that failed, and its error reaches nobody", async () => {
  const faults: string[] = [];
  const db = await testDatabase({ onFault: (fault) => faults.push(`${fault.what}: ${fault.error}`) });
  const ran: string[] = [];
  await db.transaction("good", async (tx) => {
    await remember(tx, "good", "1");
    tx.afterCommit(() => ran.push("good"));
    tx.afterCommit(() => {
      throw new Error("cache is away");
    });
    expect(ran).toEqual([]);
  });
  const bad = db.transaction("bad", async (tx) => {
    tx.afterCommit(() => ran.push("bad"));
    throw new Error("no");
  });
  await expect(bad).rejects.toThrow("no");
  expect(ran).toEqual(["good"]);
  expect(faults).toEqual(['afterCommit of "good": Error: cache is away']);
});

test("a tx that outlives its unit writes nothing and says so", async () => {
  const db = await testDatabase();
  let kept: Tx | undefined;
  await db.transaction("short", async (tx) => {
    kept = tx;
  });
  if (!kept) throw new Error("no tx was kept");
  const late = kept;
  const refusal = await remember(late, "late", "1").catch((error) => `${error} ${error.cause}`);
  expect(refusal).toContain('"short" has ended');
  expect(await names(db)).toEqual([]);
});

test("the reader sees nothing of a unit before it has committed", async () => {
  const db = await testDatabase();
  await db.transaction("write", async (tx) => {
    await remember(tx, "x", "1");
    expect(await names(db)).toEqual([]);
  });
  expect(await names(db)).toEqual(["x"]);
});

test("of two units that wait for each other both come to their end, each done once", async () => {
  const db = await testDatabase();
  await db.transaction("start", async (tx) => {
    await remember(tx, "a", "0");
    await remember(tx, "b", "0");
  });
  const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
  const hooks: string[] = [];
  const touch = (first: string, second: string) =>
    db.transaction(`${first} then ${second}`, async (tx) => {
      const { facts } = tx.tables;
      tx.afterCommit(() => hooks.push(first));
      for (const name of [first, second]) {
        await tx
          .update(facts)
          .set({ value: sql`${facts.value} || ${first}` })
          .where(eq(facts.name, name));
        if (db.engine === "postgres") await pause();
      }
    });
  await Promise.all([touch("a", "b"), touch("b", "a")]);
  const { facts } = db.tables;
  const rows = await db.read.select().from(facts).where(eq(facts.name, "a"));
  expect(rows[0]?.value.split("").toSorted().join("")).toBe("0ab");
  expect(hooks.toSorted()).toEqual(["a", "b"]);
});
