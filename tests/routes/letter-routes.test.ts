import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { letterRoutes } from "#app/letter-routes.ts";
import { openLetter, openPetition } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { openPages } from "./site-pages.ts";

const ROUTES = fileURLToPath(new URL("../../app/routes", import.meta.url));

test("every page that letters share is a file of petitions', under the letters' address", () => {
  const shared = letterRoutes(ROUTES);
  expect(shared.find(({ path }) => path === "letters/:slug/sign")?.file).toBe(
    "routes/petitions.$slug.sign.tsx",
  );
  expect(shared.find(({ path }) => path === "letters/:slug/told.json")).toBeDefined();
  expect(shared.find(({ path }) => path === "letters/:slug/told/map")).toBeDefined();
  for (const { id, path, file } of shared) {
    expect(path).toMatch(/^letters/);
    expect(id).toMatch(/^routes\/letters/);
    expect(existsSync(`${ROUTES}/${file.replace("routes/", "")}`)).toBe(true);
  }
  expect(shared.some(({ path }) => path === "letters/near")).toBe(false);
});

test("a slug is found in its own folder alone", async () => {
  const site = await testSite();
  const letter = await openLetter(site, { slug: "to-the-director" });
  await openPetition(site, { slug: "answer-us" });
  const pages = await openPages(site);
  for (const rest of ["", "/sign", "/places", "/told", ".json", "/count.json", "/history.csv"]) {
    expect((await pages.get(`/letters/${letter.slug}${rest}`)).status, rest).toBe(200);
    expect((await pages.get(`/petitions/${letter.slug}${rest}`)).status, rest).toBe(404);
    expect((await pages.get(`/letters/answer-us${rest}`)).status, rest).toBe(404);
  }
});

test("pages that letters share lead on within the letters", async () => {
  const site = await testSite();
  const { slug } = await openLetter(site);
  const pages = await openPages(site);
  for (const rest of ["/sign", "/places", "/told", "/answers", "/map"]) {
    const html = await (await pages.get(`/letters/${slug}${rest}`)).text();
    expect(html, rest).toContain(`/letters/${slug}`);
    expect(html, rest).not.toContain(`/petitions/${slug}`);
  }
});
