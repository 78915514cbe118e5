import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type RunningApp, startApp, startInVain } from "../app.ts";
import { makeDataDir } from "../data-dir.ts";

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
}, 180_000);
afterAll(() => app.end());

const isEmbedded = inject("template").engine === "sqlite";

test("the program says what to open, and it opens", async () => {
  expect(app.output()).toContain(`Home         ${app.url}/`);
  expect(app.output()).toContain(`The mailbox  ${app.url}/dev/mailbox`);
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  const about = await fetch(`${app.url}/about`);
  expect(about.status).toBe(200);
  expect(await about.text()).toContain("About Hear Hear");
});

test("built files may be kept for ever, and come packed", async () => {
  const page = await (await fetch(`${app.url}/about`)).text();
  const [, href = ""] = /rel="stylesheet" href="([^"]+)"/.exec(page) ?? [];
  const style = await fetch(`${app.url}${href}`, { headers: { "Accept-Encoding": "br" } });
  expect(style.status).toBe(200);
  expect(style.headers.get("content-encoding")).toBe("br");
  expect(style.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(style.headers.get("x-content-type-options")).toBe("nosniff");
});

test("the clock is shown and moved, to people and to programs, and stays moved over a power cut", async () => {
  const asJson = { headers: { Accept: "application/json" } };
  const clock = async () => (await fetch(`${app.url}/dev/clock`, asJson)).json();
  const before = await clock();
  const advance = new URLSearchParams({ advance: "PT24H" });
  const moved = await fetch(`${app.url}/dev/clock`, { method: "POST", body: advance, redirect: "manual" });
  expect([moved.status, moved.headers.get("location")]).toEqual([303, "/dev/clock"]);
  expect((await clock()).offset).toBe(before.offset + 86_400_000);
  const again = await fetch(`${app.url}/dev/clock`, { ...asJson, method: "POST", body: advance });
  expect((await again.json()).offset).toBe(before.offset + 2 * 86_400_000);
  const bad = await fetch(`${app.url}/dev/clock`, {
    method: "POST",
    body: new URLSearchParams({ advance: "soon" }),
  });
  expect(bad.status).toBe(422);
  expect(await bad.text()).toContain("like PT24H");
  await app.restart();
  expect((await clock()).offset).toBe(before.offset + 2 * 86_400_000);
});

test.runIf(isEmbedded)(
  "a second program on the same embedded database is refused and says what to do",
  async () => {
    const second = await startInVain({ DATABASE_URL: app.databaseUrl, DATA_DIR: app.dataDir });
    expect(second.code).toBe(1);
    expect(second.output).toContain("Another server is running");
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  },
);

test("a taken port is said in a sentence", async () => {
  const second = await startInVain({ DATA_DIR: app.dataDir, PORT: new URL(app.url).port });
  expect(second).toMatchObject({
    code: 1,
    output: "The port is taken by another program. Stop it, or set PORT to another number.\n",
  });
});

test("another secret than the database was made with stops the start", async () => {
  await app.stop();
  const other = { DATABASE_URL: app.databaseUrl, DATA_DIR: app.dataDir, HASH_SECRET: "some other secret" };
  const refused = await startInVain(other);
  expect(refused.code).toBe(1);
  expect(refused.output).toContain("HASH_SECRET is not the one this database was made with");
  await app.restart();
});

test("asked to end, the program takes the rest of a form being sent, answers it, ends with 0, and starts again", async () => {
  const half = await sendHalf(app.url);
  const before = Date.now();
  const ended = app.stop("SIGTERM");
  await pause(200);
  await expect(fetch(`${app.url}/readyz`)).rejects.toThrow();
  expect(await half.sendRest()).toMatch(/^HTTP\/1.1 303 /);
  expect(await ended).toBe(0);
  expect(Date.now() - before).toBeLessThan(5_000);
  await app.restart();
  expect(await app.stop("SIGINT")).toBe(0);
  await app.restart();
});

test("every bad setting is a sentence, and nothing is started", async () => {
  const dataDir = await makeDataDir();
  const refused = await startInVain({ DATA_DIR: dataDir, PORT: "many", FORWARDING: "yes", DEMO: "true" });
  expect(refused.code).toBe(1);
  expect(refused.output.trim().split("\n").sort()).toEqual([
    "DEMO must be 1 or 0.",
    "FORWARDING must be off, rehearsal or live.",
    "PORT must be a port number, like 3000.",
  ]);
});

/** Begins to send a form; `sendRest` sends what is missing and gives all that came back. */
async function sendHalf(url: string): Promise<{ sendRest(): Promise<string> }> {
  const body = "advance=PT0H";
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write(
    `POST /dev/clock HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  );
  let came = "";
  socket.on("data", (chunk) => {
    came += chunk.toString();
  });
  const closed = new Promise((resolve) => socket.once("close", resolve));
  await pause(300);
  return {
    async sendRest() {
      socket.write(body.slice(5));
      await closed;
      return came;
    },
  };
}
