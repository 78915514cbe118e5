import { expect, test } from "vitest";
import { setScene, WORCESTERSHIRE } from "./scene.ts";

const scene = setScene();
const KILOBYTE = 1024;

test("a petition's page sends at most 60 KB in all, font included, and at most 20 KB of it are page and styles", async () => {
  const page = await scene.visit("/dev/clock");
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "Other";
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  await page.goto(WORCESTERSHIRE, { waitUntil: "networkidle" });
  const sum = (wanted: readonly string[]) =>
    wanted.reduce((total, kind) => total + (bytes.get(kind) ?? 0), 0);
  expect([...bytes.keys()].sort()).toEqual(["Document", "Font", "Stylesheet"]);
  expect(sum([...bytes.keys()])).toBeLessThanOrEqual(60 * KILOBYTE);
  expect(sum(["Document", "Stylesheet"])).toBeLessThanOrEqual(20 * KILOBYTE);
});
