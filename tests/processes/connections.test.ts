import { rmSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, inject, onTestFinished, test } from "vitest";
import { makeDataDir } from "../app.ts";
import { testDatabaseUrl } from "../database.ts";
import { startProcesses } from "./processes.ts";

const WEB = 3;
const CLIENTS = 24;
const KILLS = 5;
/** Whoever has heard nothing by then waits for ever. */
const PATIENCE_MS = 2_500;

type Came = "answered" | "closed" | "refused" | "nothing";

/** Asks for a page over a connection of its own, as somebody who comes for the first time. */
function ask(url: URL, path: string): Promise<Came> {
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
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${url.host}\r\nConnection: close\r\n\r\n`);
  });
}

test.runIf(inject("template").engine === "postgres")(
  "whoever connects while processes are killed is answered or turned away, and nobody is left waiting",
  async () => {
    const { url: databaseUrl, drop } = await testDatabaseUrl();
    const dataDir = await makeDataDir();
    const site = await startProcesses({ databaseUrl, dataDir, web: WEB, workers: 0 });
    onTestFinished(async () => {
      await site.end();
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    });
    const url = new URL(site.url);
    const came: Record<Came, number> = { answered: 0, closed: 0, refused: 0, nothing: 0 };
    let isOver = false;
    const clients = Array.from({ length: CLIENTS }, async () => {
      while (!isOver) came[await ask(url, "/about/data")] += 1;
    });
    for (let killed = 0; killed < KILLS; killed += 1) {
      await pause(300);
      // One after another, so that somebody is always there to answer.
      site.killOne(() => 0);
      await site.untilComplete();
    }
    isOver = true;
    await Promise.all(clients);
    expect(came.nothing).toBe(0);
    expect(came.refused).toBe(0);
    expect(came.answered).toBeGreaterThan(CLIENTS * KILLS);
    // A process has only so many in hand.
    expect(came.closed).toBeLessThanOrEqual(CLIENTS * KILLS);
  },
  240_000,
);
