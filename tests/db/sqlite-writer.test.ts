import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import SQLite from "better-sqlite3";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import type { Tx } from "#db/database.ts";
import { migrate } from "#db/migrate.server.ts";
import { openSqlite } from "#db/sqlite.server.ts";

async function embedded(unitLimit?: number, breathe?: () => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), "hear-hear-writer-"));
  const file = join(folder, "test.db");
  await migrate(`file:${file}`);
  const db = openSqlite(file, { unitLimit, breathe });
  onTestFinished(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { db, file };
}

async function remember(tx: Tx, name: string): Promise<void> {
  await tx.insert(tx.tables.facts).values({ name, value: "" });
}

test("a unit that holds the writer too long is rolled back by name and the next goes on", async () => {
  const { db } = await embedded(60);
  let late: Promise<unknown> = Promise.resolve();
  const slow = db.transaction("slow import", async (tx) => {
    await remember(tx, "slow");
    await setTimeout(150);
    late = remember(tx, "later");
    await late;
  });
  const next = db.transaction("next", (tx) => remember(tx, "next"));
  await expect(slow).rejects.toThrow('transaction "slow import" held the writer for more than 60 ms');
  await next;
  await setTimeout(150);
  await expect(late).rejects.toThrow('"slow import" has ended');
  expect((await db.read.select().from(db.tables.facts)).map((row) => row.name)).toEqual(["next"]);
});

test("a unit that computes too long without pause is rolled back as well", async () => {
  const { db } = await embedded(40);
  const busy = db.transaction("busy", async (tx) => {
    await remember(tx, "busy");
    // By processor time: another program may have a part of what passes meanwhile.
    const before = process.cpuUsage();
    while (process.cpuUsage(before).user < 80_000);
  });
  await expect(busy).rejects.toThrow('"busy" held the writer');
  expect(await db.read.select().from(db.tables.facts)).toEqual([]);
});

test("between two groups of units others have their turn, for as long as they need", async () => {
  let goOn = (): void => {};
  const turn = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const { db } = await embedded(undefined, () => turn);
  let doneCount = 0;
  const all = Array.from({ length: 60 }, (_, number) =>
    db.transaction("many", (tx) => remember(tx, String(number))).then(() => (doneCount += 1)),
  );
  await expect.poll(() => doneCount).toBeGreaterThan(0);
  const first = doneCount;
  await setTimeout(50);
  expect(doneCount).toBe(first);
  expect(first).toBeLessThan(60);
  goOn();
  await Promise.all(all);
});

test("a unit that is finished is kept where the machine stood still meanwhile", async () => {
  const { db } = await embedded(40);
  await db.transaction("held up", async (tx) => {
    await remember(tx, "held up");
    // Takes no processor time, as where other programs have all of it.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120);
  });
  expect((await db.read.select().from(db.tables.facts)).map((row) => row.name)).toEqual(["held up"]);
});

test("a writer lock held by another process is waited for without blocking this one", async () => {
  const { db, file } = await embedded();
  const other = new SQLite(file);
  other.exec("begin immediate");
  let settled = false;
  const write = db
    .transaction("patient", (tx) => remember(tx, "patient"))
    .then(() => {
      settled = true;
    });
  await setTimeout(80);
  expect(settled).toBe(false);
  other.exec("commit");
  other.close();
  await write;
  expect(settled).toBe(true);
});

test("the reading connection cannot write even when asked by hand", async () => {
  const { db } = await embedded();
  await expect(db.read.rows(sql`delete from facts returning name`)).rejects.toThrow(/readonly/);
});

test("an engine that ends the transaction fails every unit of the group", async () => {
  const { db } = await embedded();
  const first = db.transaction("first", (tx) => remember(tx, "first"));
  const second = db.transaction("second", async (tx) => {
    await tx.rows(sql`insert or rollback into facts (name, value) values ('first', '') returning name`);
  });
  const outcomes = await Promise.allSettled([first, second]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(["rejected", "rejected"]);
  expect(await db.read.select().from(db.tables.facts)).toEqual([]);
});
