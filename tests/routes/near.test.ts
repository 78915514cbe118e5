import { expect, test } from "vitest";
import { cacheControl } from "#app/http/cache-rule.ts";
import { testSite } from "#tests/site.ts";
import { openPages, readable, type SitePages } from "./site-pages.ts";

async function post(pages: SitePages, postcode: string): Promise<Response> {
  const body = new URLSearchParams({ postcode });
  const request = new Request("http://localhost:3000/petitions/near", { method: "POST", body });
  return pages.answer(request, { address: "127.0.0.1" });
}

test("a postcode leads to the petitions of the council that runs schools there, and stands in no address", async () => {
  const pages = await openPages(await testSite());
  for (const [postcode, council] of [
    ["WR5 2NP", "worcestershire"],
    ["wr52np", "worcestershire"],
    ["SE13 5AF", "lewisham"],
    ["CF10 1EP", "cardiff"],
    ["EH1 1YZ", "edinburgh"],
  ] as const) {
    const answer = await post(pages, postcode);
    expect([postcode, answer.status, answer.headers.get("Location")]).toEqual([
      postcode,
      303,
      `/petitions?council=${council}`,
    ]);
    expect((await pages.get(`/petitions?council=${council}`)).status).toBe(200);
  }
});

test("what is no postcode, or one that nobody knows, is refused with the form as it was filled in, and kept nowhere", async () => {
  const pages = await openPages(await testSite());
  for (const [typed, words] of [
    ["here", "Enter a full postcode, like WR5 2NP"],
    ["", "Enter a full postcode, like WR5 2NP"],
    ["ZE99 9ZZ", "We do not know this postcode"],
  ] as const) {
    const answer = await post(pages, typed);
    const html = await answer.text();
    expect([typed, answer.status]).toEqual([typed, 422]);
    expect(readable(html)).toContain(words);
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain(`value="${typed}"`);
    expect(cacheControl("/petitions/near", answer.headers.get("Cache-Control"))).toBe("private, no-store");
  }
});

test("places without a council of ours are told so kindly, with a way on", async () => {
  const pages = await openPages(await testSite());
  for (const [postcode, title, way] of [
    ["BT1 5GS", "Northern Ireland", 'href="/petitions?council=belfast"'],
    ["JE2 4WE", "Jersey is not part of the United Kingdom", 'href="/petitions"'],
    ["BFPO 123", "British Forces post", 'href="/councils"'],
    ["GIR 0AA", "This postcode is not a place", 'href="/councils"'],
    ["FIQQ 1ZZ", "Falkland Islands is not part", 'href="/petitions"'],
  ] as const) {
    const answer = await post(pages, postcode);
    const location = answer.headers.get("Location") ?? "";
    expect([postcode, answer.status]).toEqual([postcode, 303]);
    expect(location).not.toContain(postcode.slice(-3));
    const page = await pages.get(location);
    const html = await page.text();
    expect([page.status, html.includes(way)]).toEqual([200, true]);
    expect(readable(html)).toContain(title);
  }
  expect(await pages.read("/petitions/near?place=elsewhere&country=XX")).toContain("Petitions near you");
});
