import { rmSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, inject, onTestFinished, test } from "vitest";
import { makeDataDir } from "../data-dir.ts";
import { testDatabaseUrl } from "../database.ts";
import { type Processes, startProcesses } from "./processes.ts";

const WEB = 3;
const CLIENTS = 24;
const KILLS = 5;
/** Whoever has heard nothing by then waits for ever. */
const PATIENCE_MS = 2_500;

type Came = "answered" | "closed" | "refused" | "nothing";

/** From the far end of a slow line it takes so long from the connection to the question. */
const FAR_AWAY_MS = 40;

/** Asks for a page over a connection of its own, as somebody who comes for the first time. */
function ask(url: URL, path: string, distanceMs: number): Promise<Came> {
  return new Promise((resolve) => {
    const socket = connect(Number(url.port), url.hostname);
    let got = "";
    socket.setTimeout(PATIENCE_MS, () => {
      resolve("nothing");
      socket.destroy();
    });
    socket.on("data", (chunk) => {
      got += chunk.toString("latin1");
    });
    socket.once("error", (fault) =>
      resolve("code" in fault && fault.code === "ECONNREFUSED" ? "refused" : "closed"),
    );
    socket.once("close", () => resolve(got.startsWith("HTTP/1.1 200 ") ? "answered" : "closed"));
    const question = `GET ${path} HTTP/1.1\r\nHost: ${url.host}\r\nConnection: close\r\n\r\n`;
    socket.once("connect", () => setTimeout(() => socket.write(question), distanceMs));
  });
}

const onPostgres = test.runIf(inject("template").engine === "postgres");

/** A site, and a crowd of which each comes over a connection of their own again and again, until `stop`. */
async function besieged(env: Record<string, string> = {}): Promise<{
  site: Processes;
  soFar(): Record<Came, number>;
  stop(): Promise<Record<Came, number>>;
}> {
  const { url: databaseUrl, drop } = await testDatabaseUrl();
  const dataDir = await makeDataDir();
  const site = await startProcesses({ databaseUrl, dataDir, web: WEB, workers: 0, env });
  const url = new URL(site.url);
  const came: Record<Came, number> = { answered: 0, closed: 0, refused: 0, nothing: 0 };
  let isOver = false;
  const clients = Array.from({ length: CLIENTS }, async (_, index) => {
    while (!isOver) came[await ask(url, "/about/data", (index % 2) * FAR_AWAY_MS)] += 1;
  });
  onTestFinished(async () => {
    isOver = true;
    await Promise.all([...clients, site.end()]);
    await drop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    site,
    soFar: () => ({ ...came }),
    async stop() {
      isOver = true;
      await Promise.all(clients);
      return came;
    },
  };
}

onPostgres(
  "whoever connects while processes are killed is answered or turned away, and nobody is left waiting",
  async () => {
    const { site, soFar, stop } = await besieged();
    for (let killed = 0; killed < KILLS; killed += 1) {
      await pause(300);
      // One after another, so that somebody is always there to answer.
      site.killOne(() => 0);
      await site.untilComplete();
    }
    const { answered, closed, ...others } = soFar();
    expect(others).toEqual({ refused: 0, nothing: 0 });
    expect(answered).toBeGreaterThan(CLIENTS * KILLS);
    // A process has only so many in hand.
    expect(closed).toBeLessThanOrEqual(CLIENTS * KILLS);
    // All at once: then nobody is there, and nobody is kept waiting for them either.
    for (let killed = 0; killed < WEB; killed += 1) site.killOne(() => 0);
    await site.untilComplete();
    expect((await stop()).nothing).toBe(0);
  },
  240_000,
);

onPostgres(
  "whoever connects while processes are replaced one after another is answered",
  async () => {
    const { site, stop } = await besieged();
    await pause(300);
    site.renew();
    while (site.output().match(/^web \d is ready/gm)?.length !== 2 * WEB) await pause(50);
    await pause(500);
    const { answered, ...others } = await stop();
    expect(others).toEqual({ closed: 0, refused: 0, nothing: 0 });
    expect(answered).toBeGreaterThan(CLIENTS);
  },
  240_000,
);

onPostgres(
  "whoever connects when all are told to end is answered or turned away",
  async () => {
    const { site, stop } = await besieged({ DRAIN_SECONDS: "1" });
    await pause(500);
    expect(await site.stop()).toEqual([0]);
    const { answered, refused, closed, nothing } = await stop();
    expect(nothing).toBe(0);
    expect(answered).toBeGreaterThan(CLIENTS);
    // Those who stood at the door when the last one shut it.
    expect(closed).toBeLessThanOrEqual(CLIENTS);
    expect(refused).toBeGreaterThan(0);
  },
  240_000,
);

onPostgres(
  "where the one that looks after the others is killed, and whoever read the log with it, none is left",
  async () => {
    const { site, stop } = await besieged({ LOG_LEVEL: "debug" });
    await pause(300);
    expect(site.count()).toBe(WEB);
    site.abandon();
    await expect.poll(() => site.count(), { timeout: 10_000 }).toBe(0);
    const { nothing } = await stop();
    expect(nothing).toBe(0);
  },
  240_000,
);
