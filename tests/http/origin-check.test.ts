import { expect, test } from "vitest";
import { isFromOurPages } from "#app/http/origin-check.ts";
import { form, startFront } from "./front.ts";

const own = { appUrl: "https://hear-hear.example", port: 3000, isProduction: true };
const local = { appUrl: "http://localhost:3000", port: 3000, isProduction: false };

test.each([
  [{ "sec-fetch-site": "same-origin" }, true],
  [{ "sec-fetch-site": "none" }, true],
  [{ "sec-fetch-site": "same-site" }, false],
  [{ "sec-fetch-site": "cross-site" }, false],
  [{ origin: "https://hear-hear.example" }, true],
  [{ origin: "https://hear-hear.example", "sec-fetch-site": "cross-site" }, true],
  [{ origin: "https://evil.example" }, false],
  [{ origin: "https://hear-hear.example.evil.example" }, false],
  [{ origin: "http://hear-hear.example" }, false],
  [{ origin: "http://localhost:3000" }, false],
  [{ origin: "null" }, false],
  [{ origin: "null", "sec-fetch-site": "same-origin" }, true],
  [{}, true],
  [{ cookie: "theme=dark" }, true],
  [{ cookie: "theme=dark; __Host-session=abc" }, false],
])("on a public host a POST with %j passes: %s", (headers, passes) => {
  expect(isFromOurPages(headers, own)).toBe(passes);
});

test.each([
  ["http://localhost:3000", true],
  ["http://127.0.0.1:3000", true],
  ["http://[::1]:3000", true],
  ["http://127.0.0.1:3001", false],
  ["https://localhost:3000", false],
])("outside production a POST from %s passes: %s", (origin, passes) => {
  expect(isFromOurPages({ origin }, local)).toBe(passes);
});

test("a form from another site is refused with a page and never reaches a page of ours", async () => {
  let reached = 0;
  const front = await startFront({
    answer: async () => {
      reached += 1;
      return new Response("ok");
    },
  });
  const posted = form({ name: "Ada" });
  const answer = await front.ask("/page", {
    ...posted,
    headers: { ...posted.headers, "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" },
  });
  expect(answer.status).toBe(403);
  expect(answer.text).toContain("another website");
  expect(answer.text).not.toContain("Ada");
  expect(reached).toBe(0);
});

test("webhooks and one-click unsubscribing need no origin; another POST to an unsubscribe link does", async () => {
  const front = await startFront({ answer: async () => new Response("ok") });
  const foreign = { Origin: "https://mail.example", "Sec-Fetch-Site": "cross-site" };
  const typed = { ...foreign, "Content-Type": "application/x-www-form-urlencoded" };
  const webhook = { method: "POST", headers: { ...foreign, "Content-Type": "application/json" }, body: "{}" };
  expect((await front.ask("/webhooks/resend", webhook)).status).toBe(200);
  const oneClick = { method: "POST", headers: typed, body: "List-Unsubscribe=One-Click" };
  expect((await front.ask("/unsubscribe/abc", oneClick)).status).toBe(200);
  const multipart = {
    method: "POST",
    headers: { ...foreign, "Content-Type": "multipart/form-data; boundary=x" },
    body: '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
  };
  expect((await front.ask("/unsubscribe/abc", multipart)).status).toBe(200);
  expect((await front.ask("/unsubscribe/abc", { ...oneClick, body: "all=on" })).status).toBe(403);
  expect((await front.ask("/signature/abc", oneClick)).status).toBe(403);
});
