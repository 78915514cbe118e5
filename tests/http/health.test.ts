import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { startFront } from "./front.ts";

test("a server that is starting is alive, not ready, and asks people to wait", async () => {
  const front = await startFront({ isOpen: false });
  expect(await front.ask("/healthz")).toMatchObject({ status: 200, text: "alive\n" });
  expect(await front.ask("/readyz")).toMatchObject({ status: 503, text: "starting\n" });
  const page = await front.ask("/petitions");
  expect(page.status).toBe(503);
  expect(page.headers["retry-after"]).toBe("5");
  expect(page.text).toContain("just starting");
  front.open();
  expect(await front.ask("/readyz")).toMatchObject({ status: 200, text: "ready\n" });
  expect((await front.ask("/petitions")).status).toBe(200);
});

test("a server that is about to end is not ready any more, and answers everything all the same", async () => {
  const front = await startFront();
  const stays = { headers: { Connection: "keep-alive" } };
  const before = await front.ask("/page", stays);
  expect([before.status, before.headers.connection]).toEqual([200, "keep-alive"]);
  front.leave();
  expect(await front.ask("/readyz")).toMatchObject({ status: 503, text: "leaving\n" });
  expect(await front.ask("/healthz")).toMatchObject({ status: 200 });
  const page = await front.ask("/page", stays);
  expect([page.status, page.headers.connection]).toEqual([200, "close"]);
});

test("a draining server finishes what is in flight and takes nothing new", async () => {
  let finish: (() => void) | undefined;
  const front = await startFront({
    answer: () =>
      new Promise((resolve) => {
        finish = () => resolve(new Response("saved"));
      }),
  });
  const inFlight = front.ask("/page");
  while (!finish) await pause(5);
  const drained = front.drain(5_000);
  await expect(front.ask("/page")).rejects.toThrow("ECONNREFUSED");
  finish();
  expect(await inFlight).toMatchObject({ status: 200, text: "saved", headers: { connection: "close" } });
  await drained;
});

test("a draining server does not wait for ever", async () => {
  const front = await startFront({ answer: () => new Promise(() => {}) });
  const hanging = expect(front.ask("/page")).rejects.toThrow("socket hang up");
  await pause(50);
  await front.drain(100);
  await hanging;
});
