import { expect, test } from "vitest";
import { findStoryByLink } from "#app/domain/story/story-queries.server.ts";
import type { StoryTopic } from "#app/domain/story/topics.ts";
import { withdrawStory } from "#app/domain/story/withdraw-story.server.ts";
import { NOW } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { draftStory, publishedStory } from "#tests/story-factories.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

const TRANSPORT: StoryTopic = "what-transport";

async function tellMany(site: TestSite, count: number, topics: StoryTopic[], councilGss?: string) {
  const told = [];
  for (let at = 0; at < count; at++)
    told.push(
      await publishedStory(site, {
        content: { title: `About ${topics.join(" ") || "nothing"} ${at} ${councilGss ?? ""}`, topics },
        ...(councilGss === undefined ? {} : { councilGss }),
      }),
    );
  return told;
}

test("a topic can be chosen once five stories of the list stand under it, and then shows those alone", async () => {
  const site = await testSite();
  await tellMany(site, 5, [TRANSPORT]);
  await tellMany(site, 2, []);
  const front = await serveSite(site);
  for (const path of ["/stories", "/councils/worcestershire/stories"]) {
    expect((await front.ask(path)).text).toContain(`value="${TRANSPORT}"`);
    const narrowed = (await front.ask(`${path}?topic=${TRANSPORT}`)).text;
    expect(narrowed.match(/About what-transport/g)).toHaveLength(5);
    expect(narrowed).not.toContain("About nothing");
  }
});

test("a topic with four stories is neither offered nor obeyed, and the page says why", async () => {
  const site = await testSite();
  await tellMany(site, 4, [TRANSPORT]);
  await tellMany(site, 2, []);
  const front = await serveSite(site);
  for (const path of ["/stories", "/councils/worcestershire/stories"]) {
    expect((await front.ask(path)).text).not.toContain(`value="${TRANSPORT}"`);
    const { text } = await front.ask(`${path}?topic=${TRANSPORT}`);
    expect(text).not.toContain(`<option value="${TRANSPORT}"`);
    expect(text).toContain("About nothing");
    expect(readable(text)).toContain("Fewer than five stories here are about that");
  }
});

test("what is enough for all councils is not enough for one of them", async () => {
  const site = await testSite();
  await tellMany(site, 3, [TRANSPORT]);
  await tellMany(site, 3, [TRANSPORT], "E10000007");
  await tellMany(site, 1, []);
  const front = await serveSite(site);
  expect((await front.ask(`/stories?topic=${TRANSPORT}`)).text).not.toContain("About nothing");
  const one = (await front.ask(`/stories?council=worcestershire&topic=${TRANSPORT}`)).text;
  expect(one).toContain("About nothing");
  expect(one).not.toContain("E10000007");
});

test("the fifth story that is withdrawn takes the topic with it", async () => {
  const site = await testSite();
  const [first] = await tellMany(site, 5, [TRANSPORT]);
  await tellMany(site, 1, []);
  await withdrawStory(site, first?.token ?? "", NOW);
  const front = await serveSite(site);
  expect((await front.ask("/stories")).text).not.toContain(`value="${TRANSPORT}"`);
});

test("nothing is ticked beforehand, whatever facts were told; what is ticked is kept and shown to the moderator", async () => {
  const site = await testSite();
  const { id, draftToken } = await draftStory(site, { content: { happened: ["transport"] } });
  const front = await serveSite(site);
  const path = `/stories/tell/${draftToken}/topics`;
  expect((await front.ask(path)).text).not.toMatch(/<input[^>]*checked/);
  const sent = await front.ask(path, form({ [`topic_${TRANSPORT}`]: "on", topic_happiness: "on" }));
  expect(sent.headers.location).toMatch(/\/consents$/);
  const story = await findStoryByLink(site.db.read, site.keyring, draftToken);
  expect(story?.id).toBe(id);
  expect(story?.content.topics).toEqual([TRANSPORT]);
  expect((await front.ask(`/stories/tell/${draftToken}/check`)).text).toContain("Trouble with transport");
});
