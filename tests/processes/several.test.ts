import { rmSync } from "node:fs";
import { get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { hideCampaign } from "#app/domain/moderation/hide-campaign.server.ts";
import { randomFrom } from "#db/seed/random.ts";
import { startInVain } from "../app.ts";
import { spawnProgram } from "../built-program.ts";
import { beside } from "../crash/stage.ts";
import { makeDataDir } from "../data-dir.ts";
import { testDatabaseUrl } from "../database.ts";
import { openPetition } from "../factories.ts";
import { freePort } from "../set-up/postgres-server.ts";
import { type Processes, startProcesses } from "./processes.ts";

const isOnPostgres = inject("template").engine === "postgres";
const onPostgres = test.runIf(isOnPostgres);

let two: Processes;
let alone: Processes;
let clear: (() => Promise<void>) | undefined;

beforeAll(async () => {
  if (!isOnPostgres) return;
  const { url: databaseUrl, drop } = await testDatabaseUrl();
  const dataDir = await makeDataDir();
  clear = async () => {
    await Promise.all([two?.end(), alone?.end()]);
    await drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  two = await startProcesses({ databaseUrl, dataDir, web: 2, workers: 1 });
  alone = await startProcesses({ databaseUrl, dataDir, web: 1, workers: 0 });
}, 240_000);
afterAll(() => clear?.());

/** So many at once that every process has some of them. */
const ASKED_AT_ONCE = 16;

/** The status of a page, asked for over a connection of its own, which any process may take. */
function ask(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode ?? 0));
    }).once("error", reject);
  });
}

async function askAll(path: string): Promise<number[]> {
  const many = Array.from({ length: ASKED_AT_ONCE }, () => ask(two.url + path));
  return [...new Set(await Promise.all([...many, ask(alone.url + path)]))];
}

onPostgres("what is hidden is gone at once from every process that has kept it", async () => {
  const now = Date.now();
  const petition = await beside(two, (site) => openPetition(site, {}, now));
  const path = `/petitions/${petition.slug}`;
  await askAll(path);
  expect(await askAll(path)).toEqual([200]);
  const hidden = await beside(two, (site) =>
    hideCampaign(
      site,
      {
        number: petition.number,
        moderatorId: "01920000-0000-7000-8000-000000000001",
        isAdmin: false,
        form: { hideReason: "urgent", note: "" },
      },
      now,
    ),
  );
  expect(hidden).toBe("hidden");
  await pause(50);
  expect(await askAll(path)).toEqual([410]);
});

onPostgres(
  "a process that works serves its health and no pages, and the mail of others leaves by it",
  async () => {
    const now = Date.now();
    const petition = await beside(two, (site) => openPetition(site, {}, now));
    const fields = { name: "Ivy Marsh", email: "ivy@example.org", postcode: "WR1 1AA" };
    const signed = await fetch(`${alone.url}/petitions/${petition.slug}/sign`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams(fields),
    });
    expect(signed.status).toBe(303);
    let mails: { to: string }[] = [];
    for (let waited = 0; mails.length === 0 && waited < 5_000; waited += 50) {
      await pause(50);
      mails = await (await fetch(`${two.url}/dev/mailbox.json`)).json();
    }
    expect(mails.map(({ to }) => to)).toEqual(["ivy@example.org"]);
    const worker = /Health\s+(http:\/\/[^\s/]+)/.exec(two.output())?.[1] ?? "";
    expect(await ask(`${worker}/readyz`)).toBe(200);
    expect(await ask(`${worker}/healthz`)).toBe(200);
    expect(await ask(`${worker}/petitions`)).toBe(404);
  },
);

onPostgres("where one process moves the clock, the others follow", async () => {
  const clockOf = async ({ url }: Processes): Promise<{ offset: number }> =>
    (await fetch(`${url}/dev/clock.json`)).json();
  const before = await clockOf(alone);
  await fetch(`${two.url}/dev/clock.json`, {
    method: "POST",
    body: new URLSearchParams({ advance: "PT1H" }),
  });
  await pause(200);
  expect((await clockOf(alone)).offset).toBe(before.offset + 3_600_000);
  // What came due was done before the clock answered, by the process that works.
  const booked = await beside(two, ({ db }) => db.read.select().from(db.tables.jobs));
  const hour = booked.filter(({ kind }) => kind === "keep-house");
  expect(hour.length).toBeGreaterThan(0);
  expect(hour.filter(({ state }) => state !== "done")).toEqual([]);
});

onPostgres("a process that dies is replaced while the other serves; metrics are those of both", async () => {
  expect(two.killOne(() => 0)).toBe("web 1");
  // What it had taken by then is closed.
  await pause(20);
  for (let asked = 0; asked < 10; asked += 1) expect(await ask(`${two.url}/about`)).toBe(200);
  await two.untilComplete();
  await pause(300);
  const metrics = await (await fetch(`${two.url}/metrics`)).text();
  expect(metrics).toContain("\nprocesses 2\n");
  expect(metrics).toMatch(
    /http_request_duration_seconds_count\{method="GET",route="\/about",status="200"\} \d+/,
  );
});

onPostgres(
  "all processes are replaced one after another, and nobody who asks meanwhile is turned away",
  async () => {
    const ready = () => [...two.output().matchAll(/^web \d is ready/gm)].length;
    const before = ready();
    two.renew();
    const statuses = new Set<number>();
    for (let waited = 0; ready() < before + 2 && waited < 60_000; waited += 20) {
      statuses.add(await ask(`${two.url}/petitions`));
      await pause(20);
    }
    await pause(500);
    expect(ready()).toBe(before + 2);
    expect([...statuses]).toEqual([200]);
    expect(two.count()).toBe(3);
  },
);

onPostgres("told to end, all processes end with 0", async () => {
  expect(await two.stop()).toEqual([0, 0]);
  expect(await alone.stop()).toEqual([0]);
  await expect(ask(`${two.url}/about`)).rejects.toThrow("ECONNREFUSED");
  expect(two.killOne(randomFrom(1))).toBeUndefined();
});

onPostgres(
  "while the first of several processes starts, the port says that it lives and is not ready",
  async () => {
    const { url: databaseUrl, drop } = await testDatabaseUrl();
    const dataDir = await makeDataDir();
    const port = await freePort();
    const settings = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PORT: String(port) };
    const run = await spawnProgram({ ...settings, WEB_PROCESSES: "2", ROLE: "web" });
    onTestFinished(async () => {
      run.child.kill("SIGKILL");
      await run.ended;
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    });
    const seen: string[] = [];
    while (seen.at(-1) !== "200 200") {
      const health = await ask(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
      const line = health && `${health} ${await ask(`http://127.0.0.1:${port}/readyz`)}`;
      if (line && line !== seen.at(-1)) seen.push(line);
      await pause(5);
    }
    expect(seen).toEqual(["200 503", "200 200"]);
  },
);

test.runIf(!isOnPostgres)("the embedded database refuses several processes in a sentence", async () => {
  const dataDir = await makeDataDir();
  const refused = await startInVain({ DATA_DIR: dataDir, WEB_PROCESSES: "2", ROLE: "worker" });
  rmSync(dataDir, { recursive: true, force: true });
  expect(refused).toEqual({
    code: 1,
    output:
      "WEB_PROCESSES above 1 needs PostgreSQL: set DATABASE_URL=postgres://…, or WEB_PROCESSES=1.\n" +
      "ROLE=worker needs PostgreSQL, as the embedded database has one process for everything: " +
      "set DATABASE_URL=postgres://…, or ROLE=all.\n",
  });
});
