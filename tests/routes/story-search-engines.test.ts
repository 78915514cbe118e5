import { expect, test } from "vitest";
import { testSite } from "#tests/site.ts";
import { publishedStory } from "#tests/story-factories.ts";
import { serveSite } from "./served-site.ts";

test("what search engines say under a story, a list, a council's page and the comparison names the council and no word of a story", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const { publicId } = await publishedStory(site, { content: { pullQuote: "Nobody answers our letters." } });
  const said = async (path: string) =>
    /<meta name="description" content="([^"]*)"/.exec((await front.ask(path)).text)?.[1];
  expect(await said(`/stories/${publicId}`)).toBe(
    "What happened to a family in Worcestershire, told in their own words.",
  );
  for (const path of ["/stories?council=worcestershire", "/councils/worcestershire/stories"])
    expect(await said(path), path).toMatch(/under Worcestershire County Council, told in their own words/);
  for (const path of ["/stories", "/stories/compare"])
    expect(await said(path), path).toMatch(/council.* in their own words/);
});
