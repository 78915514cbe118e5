import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { startFront } from "./front.ts";

const PAGE = `<!doctype html>${"<p>Every councillor hears.</p>".repeat(100)}`;

async function pageFront(options: { isProduction?: boolean; cacheControl?: string } = {}) {
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8" });
  if (options.cacheControl) headers.set("Cache-Control", options.cacheControl);
  return startFront({ ...options, answer: async () => new Response(PAGE, { headers }) });
}

test("every response carries the security headers, whoever made it", async () => {
  const front = await pageFront();
  for (const path of ["/", "/healthz", "/metrics", "/%zz", "//x", "/a/", "/x.data"]) {
    const { headers } = await front.ask(path);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "permissions-policy": expect.stringContaining("geolocation=()"),
    });
    expect(headers["strict-transport-security"]).toBeUndefined();
  }
});

test("pages may load no script, and nothing from elsewhere", async () => {
  const front = await pageFront();
  expect((await front.ask("/")).headers["content-security-policy"]).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
      "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
});

test("on a public host browsers are told to stay on https, and there are no metrics", async () => {
  const front = await pageFront({ isProduction: true });
  expect((await front.ask("/")).headers["strict-transport-security"]).toContain("max-age=31536000");
  expect((await front.ask("/metrics")).text).toBe(PAGE);
});

test("what a route does not allow to be kept is not kept, and a personal address never is", async () => {
  const silent = await pageFront();
  expect((await silent.ask("/petitions")).headers["cache-control"]).toBe("private, no-store");
  const front = await pageFront({ cacheControl: "public, max-age=60" });
  expect((await front.ask("/petitions")).headers["cache-control"]).toBe("public, max-age=60");
  const personal = [
    "/confirm/a",
    "/not-me/a",
    "/signature/a",
    "/unsubscribe/a",
    "/pause/a",
    "/unpause/a",
    "/answer/a",
    "/answer-confirm/a",
    "/my-signatures",
    "/areas?postcode=WR52NP",
  ];
  for (const path of personal)
    expect([path, (await front.ask(path)).headers["cache-control"]]).toEqual([path, "private, no-store"]);
});

test("text is packed as the client likes it, and says that it differs by client", async () => {
  const front = await pageFront();
  const asked = (encodings: string) => front.ask("/", { headers: { "Accept-Encoding": encodings } });
  const br = await asked("gzip, deflate, br");
  expect(br.headers).toMatchObject({ "content-encoding": "br", vary: "Accept-Encoding" });
  expect(brotliDecompressSync(br.body).toString()).toBe(PAGE);
  const gzip = await asked("gzip, br;q=0");
  expect(gzip.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(gzip.body).toString()).toBe(PAGE);
  const plain = await asked("identity");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(plain.headers.vary).toBe("Accept-Encoding");
  expect(plain.text).toBe(PAGE);
});

test("HEAD has the headers of the page and nothing else", async () => {
  const front = await pageFront();
  const answer = await front.ask("/", { method: "HEAD" });
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(answer.body).toHaveLength(0);
});

test("open data may be asked for by scripts of other sites, with any header", async () => {
  const front = await pageFront();
  const answer = await front.ask("/petitions.json", { method: "OPTIONS" });
  expect(answer.status).toBe(204);
  expect(answer.headers["access-control-allow-origin"]).toBe("*");
  expect(
    (await front.ask("/confirm/a", { method: "OPTIONS" })).headers["access-control-allow-origin"],
  ).toBeUndefined();
});
