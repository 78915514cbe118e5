import { expect, test } from "vitest";
import { readTarget, withoutTrailingSlash } from "#app/http/request-target.ts";
import { startFront } from "./front.ts";

const SITE = "https://hear-hear.example";

test.each([
  ["/%E0%A4%A", 400],
  ["/petitions/%", 400],
  ["/petitions/a%00b", 400],
  ["/petitions?q=%00", 400],
  ["*", 400],
  ["//evil.example", 404],
  ["/\\evil.example", 404],
  ["/petitions//a", 404],
  ["https://other.example//evil.example/", 404],
])("the target %s is refused with %i", (target, status) => {
  expect(readTarget(target, SITE)).toEqual({ ok: false, status });
});

test("a target is read against the site's own origin, whatever host it names", () => {
  const target = readTarget("http://other.example/petitions?q=a%20b", SITE);
  expect(target).toMatchObject({ ok: true, url: new URL(`${SITE}/petitions?q=a%20b`) });
});

test("dots cannot climb out of the site, and strange letters are kept", () => {
  expect(readTarget("/a/../../b", SITE)).toMatchObject({ url: new URL(`${SITE}/b`) });
  expect(readTarget("/petitions/caf%C3%A9", SITE)).toMatchObject({
    url: new URL(`${SITE}/petitions/caf%C3%A9`),
  });
});

test("the bare path keeps the query, and the home page is bare already", () => {
  expect(withoutTrailingSlash(new URL("/petitions/?page=2", SITE))).toBe("/petitions?page=2");
  expect(withoutTrailingSlash(new URL("/", SITE))).toBeUndefined();
});

test("a slash at the end of a page's address is taken off by a redirect", async () => {
  const front = await startFront();
  const answer = await front.ask("/petitions/?page=2");
  expect(answer.status).toBe(301);
  expect(answer.headers.location).toBe("/petitions?page=2");
});

test("malformed addresses get a page that says what to do, never a fault", async () => {
  const front = await startFront();
  for (const path of ["/%E0%A4%A", "/petitions/%zz", "//evil.example", "//evil.example/", "/a%00b"]) {
    const answer = await front.ask(path);
    expect([path, answer.status]).toEqual([path, path.startsWith("//") ? 404 : 400]);
    expect(answer.text).toContain("check it");
    expect(answer.headers.location).toBeUndefined();
  }
});

test("addresses that only client scripts would ask for are not there", async () => {
  const front = await startFront();
  for (const path of ["/petitions.data", "/_root.data", "/__manifest?p=/"])
    expect((await front.ask(path)).status).toBe(404);
  expect(JSON.parse((await front.ask("/petitions?_data=root&q=x")).text).url).toMatch(/\/petitions\?q=x$/);
});

test("a head that is too long, or no HTTP at all, is answered without a fault", async () => {
  const front = await startFront();
  expect((await front.ask(`/petitions?q=${"x".repeat(20_000)}`)).status).toBe(431);
  expect((await front.ask("/page", { headers: { "X-Long": "x".repeat(20_000) } })).status).toBe(431);
  expect((await front.ask("/page")).status).toBe(200);
  expect(front.log()).not.toContain("failed");
});
