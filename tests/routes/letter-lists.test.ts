import { expect, test } from "vitest";
import { z } from "zod";
import { confirmedSignature, openLetter, openPetition } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { openPages } from "./site-pages.ts";

const Json = z.object({
  links: z.object({ self: z.string() }),
  data: z.array(
    z.object({
      type: z.string(),
      links: z.object({ self: z.string() }),
      attributes: z.object({ slug: z.string() }),
    }),
  ),
});

test("the list of letters speaks of letters, and neither list holds the other's", async () => {
  const site = await testSite();
  await openLetter(site, { slug: "to-the-director", title: "Answer our families", goal: 7777 });
  await openPetition(site, { slug: "more-buses", title: "More buses" });
  const pages = await openPages(site);
  const letters = await pages.read("/letters");
  expect(letters).toContain("1 open letter to sign");
  expect(letters).toContain("Open letter to Worcestershire County Council");
  expect(letters).toContain("Answer our families");
  expect(letters).not.toContain("More buses");
  expect(letters).not.toContain("7,777");
  const main = /<main[\s\S]*<\/main>/.exec(await (await pages.get("/letters")).text())?.[0] ?? "";
  expect(main).not.toMatch(/petition/i);
  expect(main).toContain('action="/letters"');
  expect(main).not.toContain("Near me");
  expect(await pages.read("/petitions")).toContain("1 open petition");
  expect(await pages.read("/petitions")).not.toContain("Answer our families");
});

test("letters are searched for and looked at in every way that petitions are, save by a postcode", async () => {
  const site = await testSite();
  await openLetter(site, { title: "Answer our families" });
  await openLetter(site, { title: "Keep the minibus", state: "closed" });
  const pages = await openPages(site);
  expect(await pages.read("/letters?q=families")).toContain("1 open letter to sign about “families”");
  expect(await pages.read("/letters?q=zebra")).toContain("No open letters to sign about “zebra”");
  expect(await pages.read("/letters?state=closed")).toContain("1 closed open letter");
  expect(await pages.read("/letters?council=worcestershire")).toContain("Answer our families");
  expect((await pages.get("/letters?page=2")).status).toBe(404);
  expect((await pages.get("/letters/near")).status).toBe(404);
});

test("letters.json lists letters alone, under the letters' addresses", async () => {
  const site = await testSite();
  await openLetter(site, { slug: "to-the-director" });
  await openPetition(site);
  const { links, data } = Json.parse(await (await (await openPages(site)).get("/letters.json")).json());
  expect(links.self).toMatch(/\/letters\.json$/);
  expect(data).toHaveLength(1);
  expect(data[0]?.type).toBe("letter");
  expect(data[0]?.attributes.slug).toBe("to-the-director");
  expect(data[0]?.links.self).toMatch(/\/letters\/to-the-director\.json$/);
});

test("the home page and the council's page tell of letters once there are some", async () => {
  const site = await testSite();
  const pages = await openPages(site);
  expect(await pages.read("/")).not.toContain("Open letters");
  expect(await pages.read("/councils/worcestershire")).not.toContain("Open letters to this council");
  const letter = await openLetter(site, { title: "Answer our families" });
  await confirmedSignature(site, letter);
  for (let more = 0; more < 2; more += 1) await openLetter(site);
  const home = await pages.read("/");
  expect(home).toContain("Open letters");
  expect(home).toContain("Answer our families");
  expect(home).toContain("See all 3 open letters");
  const council = await pages.read("/councils/worcestershire");
  expect(council).toContain("Open letters to this council");
  expect(council).toContain("Answer our families");
});
