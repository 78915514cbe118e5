import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  ARBORETUM,
  councillor,
  forwardingSite,
  petitionWith,
  runSlot,
  TUESDAY,
  tenOn,
  WORCESTER,
} from "#tests/domain/forwarding/scene.ts";
import { testSettings } from "#tests/site.ts";
import { openPages } from "./site-pages.ts";

test("the ledger says first for whom no address is known, then who would be told of how many", async () => {
  const site = await forwardingSite();
  const { slug } = await petitionWith(site, [
    ["constituency", WORCESTER, 214],
    ["ward", ARBORETUM, 38],
    ["ward", "E05015850", 20],
    ["division", "E58001736", 12],
  ]);
  const text = await (await openPages(site)).read(`/petitions/${slug}/told`);
  expect(text).toMatch(
    /Who has been told We have no address for the councillors of .*2 wards in Worcester\b/,
  );
  expect(text).toContain("They have not been told, and cannot have answered.");
  expect(text).toMatch(/MP for Worcester Tom Collins 214 of their constituents have signed Not yet/);
  expect(text).toContain("Would be told: 214");
});

test("a petition of few has an empty ledger that says when somebody is told", async () => {
  const site = await forwardingSite();
  const { slug } = await petitionWith(site, []);
  const text = await (await openPages(site)).read(`/petitions/${slug}/told`);
  expect(text).toContain("There is nobody to tell yet.");
  expect(text).not.toContain("We have no address");
});

test("after a rehearsal an invented councillor's row says so and the member's does not", async () => {
  const site = await forwardingSite();
  await councillor(site, { name: "Pat Example" });
  const { slug } = await petitionWith(site, [
    ["constituency", WORCESTER, 214],
    ["ward", ARBORETUM, 38],
  ]);
  await runSlot(site, TUESDAY);
  const settings = testSettings({ FORWARDING: "rehearsal" });
  const pages = await openPages(site, { now: tenOn(TUESDAY), settings });
  const text = await pages.read(`/petitions/${slug}/told`);
  expect(text).toMatch(/Councillor, Arboretum Pat Example 38 .* Last told 1 December Rehearsed/);
  expect(text).toContain("Would be told: 214");
});

test("there is no ledger of a page too far, of a campaign that nobody knows or that was taken down", async () => {
  const site = await forwardingSite();
  const { id, slug } = await petitionWith(site, []);
  const pages = await openPages(site);
  expect((await pages.get(`/petitions/${slug}/told?page=2`)).status).toBe(404);
  expect((await pages.get("/petitions/nobody-knows/told")).status).toBe(404);
  await site.db.transaction("take down", async (tx) => {
    await tx.update(tx.tables.campaigns).set({ state: "removed" }).where(eq(tx.tables.campaigns.id, id));
  });
  expect((await pages.get(`/petitions/${slug}/told`)).status).toBe(410);
});
