import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
import { makePageCache, type PageCache } from "#app/http/page-cache.server.ts";
import { QUIET_UNITS } from "#app/http/quiet-units.ts";
import { openDatabase } from "#db/client.server.ts";
import type { Database } from "#db/database.ts";
import { openSignals, type Signal, type Signals } from "#db/signals.server.ts";
import { testDatabaseUrl } from "../database.ts";
import { startPostgresProxy } from "../servers/postgres-proxy.ts";

const onPostgres = test.runIf(inject("template").engine === "postgres");

interface Process {
  db: Database;
  cache: PageCache;
  signals: Signals;
  heard: Signal[];
  faults: string[];
}

/** What one process of a site has: its database, its pages, its line to the others. */
async function startProcess(url: string): Promise<Process> {
  const heard: Signal[] = [];
  const faults: string[] = [];
  const cache = makePageCache({
    everywhere: {},
    changeMark: () => undefined,
    isBusy: () => signals.hears(),
  });
  const db = openDatabase(url, { poolSize: 2, isQuiet: (unit) => QUIET_UNITS.has(unit) });
  const signals = await openSignals(url, {
    onFault: ({ what }) => faults.push(what),
    onSignal(signal) {
      heard.push(signal);
      if (signal === "pages") cache.forget();
    },
  });
  onTestFinished(async () => {
    await signals.close();
    await db.close();
  });
  return { db, cache, signals, heard, faults };
}

async function databaseUrl(): Promise<string> {
  const { url, drop } = await testDatabaseUrl();
  onTestFinished(drop);
  return url;
}

async function write({ db }: Process, unit: string, value = "x"): Promise<void> {
  await db.transaction(unit, async (tx) => {
    const { facts } = tx.tables;
    await tx.insert(facts).values({ name: `${unit} ${value}`, value });
    if (value === "fails") throw new Error("fails");
  });
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo() && waited < 10_000; waited += 5) await pause(5);
  expect(isSo()).toBe(true);
}

const page = () => Promise.resolve(new Response("a page"));

onPostgres(
  "what one process takes off pages, another gives out no more; what is quiet it keeps",
  async () => {
    const url = await databaseUrl();
    const [one, other] = [await startProcess(url), await startProcess(url)];
    await other.cache.take("/petitions/a", page);
    await write(one, "confirm signature");
    await expect(write(one, "hide campaign", "fails")).rejects.toThrow("fails");
    await pause(200);
    expect(other.cache.kept("/petitions/a")).toBeDefined();
    expect(other.heard).toEqual([]);
    await write(one, "hide campaign");
    await until(() => other.heard.length > 0);
    expect(other.heard).toEqual(["pages"]);
    expect(other.cache.kept("/petitions/a")).toBeUndefined();
  },
);

onPostgres(
  "a process whose line is lost forgets its pages, listens again by itself, and forgets them again",
  async () => {
    const url = await databaseUrl();
    const [one, other] = [await startProcess(url), await startProcess(url)];
    const [{ shard }] = [other.signals];
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'");
    await admin.end();
    await until(() => other.heard.includes("work"));
    expect(other.heard).toEqual(["pages", "pages", "work"]);
    expect(other.signals.hears()).toBe(true);
    expect(other.signals.shard).toBe(shard);
    await until(() => one.signals.hears());
    await write(one, "hide campaign");
    await until(() => other.heard.length > 3);
  },
);

onPostgres("a process that is cut off keeps no page longer than a second, however busy it is", async () => {
  const url = await databaseUrl();
  const proxy = await startPostgresProxy(url);
  const cutOff = await startProcess(proxy.url);
  await cutOff.cache.take("/petitions/a", page);
  await pause(1_200);
  // On a busy site that hears the others, pages may be older.
  expect(cutOff.cache.kept("/petitions/a")).toBeDefined();
  proxy.cut();
  await until(() => !cutOff.signals.hears());
  expect(cutOff.cache.kept("/petitions/a")).toBeUndefined();
  await cutOff.cache.take("/petitions/a", page);
  expect(cutOff.cache.kept("/petitions/a")).toBeDefined();
  await pause(1_050);
  expect(cutOff.cache.kept("/petitions/a")).toBeUndefined();
  proxy.mend();
  await until(() => cutOff.signals.hears());
  expect(cutOff.faults).toEqual(["the line to other processes was lost"]);
  await write(await startProcess(url), "hide campaign");
  await until(() => cutOff.heard.filter((signal) => signal === "pages").length === 3);
});

onPostgres(
  "where nothing that others say gets through, that is said once, and no page is kept longer than a second",
  async () => {
    const url = await databaseUrl();
    const proxy = await startPostgresProxy(url);
    proxy.deafen();
    const deaf = await startProcess(proxy.url);
    expect(deaf.signals.hears()).toBe(false);
    await deaf.cache.take("/petitions/a", page);
    expect(deaf.cache.kept("/petitions/a")).toBeDefined();
    await pause(1_050);
    expect(deaf.cache.kept("/petitions/a")).toBeUndefined();
    proxy.cut();
    proxy.mend();
    await until(() => deaf.heard.includes("work"));
    expect(deaf.signals.hears()).toBe(false);
    expect(deaf.faults.map((what) => what.split(":")[0])).toEqual([
      "what other processes say is not heard",
      "the line to other processes was lost",
    ]);
  },
);

onPostgres("a thousand calls for work are few messages, and the last of them is heard", async () => {
  const url = await databaseUrl();
  const [one, other] = [await startProcess(url), await startProcess(url)];
  for (let call = 0; call < 1_000; call += 1) one.signals.send("work");
  await pause(300);
  expect(other.heard).toEqual(["work", "work"].slice(0, other.heard.length));
  expect(other.heard.length).toBeGreaterThan(0);
});

onPostgres(
  "processes add to shards of their own, and a shard is free again when its process has ended",
  async () => {
    const url = await databaseUrl();
    const all = await Promise.all(Array.from({ length: 16 }, () => startProcess(url)));
    expect(new Set(all.map(({ signals }) => signals.shard)).size).toBe(16);
    const one = await startProcess(url);
    expect(one.signals.shard).toBeLessThan(16);
    const [first] = all;
    await first?.signals.close();
    await until(() => true);
    expect((await startProcess(url)).signals.shard).toBe(first?.signals.shard);
  },
);
