import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { giveAddress } from "#app/domain/story/give-address.server.ts";
import { findStoryByLink } from "#app/domain/story/story-queries.server.ts";
import { withdrawStory } from "#app/domain/story/withdraw-story.server.ts";
import { makePageCache } from "#app/http/page-cache.server.ts";
import { QUIET_UNITS } from "#app/http/quiet-units.ts";
import { securityHeaders } from "#app/http/security-headers.ts";
import { NOW } from "#tests/factories.ts";
import { form, startFront } from "#tests/http/front.ts";
import { openPages, readable } from "#tests/routes/site-pages.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { draftStory, publishedStory, sentStory } from "#tests/story-factories.ts";

/** The site behind the real server with pages that are kept, as the program has it. */
async function withKeptPages() {
  const forgets: (() => void)[] = [];
  const site = await testSite({
    onCommit: (unit) => {
      if (!QUIET_UNITS.has(unit)) for (const forget of forgets) forget();
    },
  });
  const cache = makePageCache({ everywhere: securityHeaders(false), changeMark: () => site.db.changeMark() });
  forgets.push(cache.forget);
  const { answer } = await openPages(site);
  return { site, front: await startFront({ answer, cache }) };
}

async function everything(site: TestSite): Promise<string> {
  const { stories, storyConsents, storySuggestions, storyDecisions, links, outbox } = site.db.tables;
  const rows = await Promise.all(
    [stories, storyConsents, storySuggestions, storyDecisions, links, outbox].map((table) =>
      site.db.read.select().from(table),
    ),
  );
  return JSON.stringify(rows);
}

test("a story that is taken back is gone from its page and every list with the very next request", async () => {
  const { site, front } = await withKeptPages();
  const { publicId, token } = await publishedStory(site);
  const path = `/stories/${publicId}`;
  for (const page of [path, path, `${path}?text=easy`, "/stories", "/stories?council=worcestershire"])
    expect((await front.ask(page)).text).toContain("A year at the kitchen table");
  expect((await front.ask(path)).headers["cache-control"]).toContain("must-revalidate");
  const asked = await front.ask(`/story/${token}/withdraw`);
  expect(asked.status).toBe(200);
  expect((await front.ask(path)).status).toBe(200);
  const done = await front.ask(`/story/${token}/withdraw`, form({}));
  expect(done.headers.location).toBe(`/story/${token}`);
  const after = await front.ask(path);
  expect([after.status, after.text.includes("kitchen")]).toEqual([410, false]);
  for (const page of [`${path}?text=easy`, "/stories", "/stories?council=worcestershire"])
    expect((await front.ask(page)).text).not.toContain("kitchen");
});

test("withdrawing blanks words, address and place in one commit, takes back every yes, and marks the facts as left", async () => {
  const site = await testSite();
  const { id, token } = await publishedStory(site, { uses: ["publish", "inspectorate"] });
  const { storySuggestions, storyDecisions, storyConsents, storyFacts, stories } = site.db.tables;
  await site.db.transaction("suggest and decide", async (tx) => {
    await tx.insert(storySuggestions).values({
      ...{ id: "s", publicId: "s", storyId: id, revision: 1, accountId: "a" },
      ...{ content: "sealed words", state: "waiting", createdAt: NOW },
    });
    await tx.insert(storyDecisions).values({
      ...{ id: "d", storyId: id, revision: 1, accountId: "a", decision: "changes" },
      ...{ reason: "child", note: "sealed note", at: NOW },
    });
  });
  expect(await withdrawStory(site, token, NOW + 1)).toBe("withdrawn");
  const [row] = await site.db.read.select().from(stories).where(eq(stories.id, id));
  expect(row).toMatchObject({
    ...{
      state: "withdrawn",
      withdrawnAt: NOW + 1,
      publishedAt: NOW,
      content: "",
      email: "",
      addressHash: "",
    },
    ...{ title: "", text: "", pullQuote: "", easy: "", councilGss: "", districtGss: "", constituencyGss: "" },
  });
  expect(await everything(site)).not.toMatch(/sealed|kitchen|E10000034/);
  const consents = await site.db.read.select().from(storyConsents);
  expect(consents.map(({ withdrawnAt }) => withdrawnAt)).toEqual([NOW + 1, NOW + 1]);
  expect(await site.db.read.select().from(storyFacts)).toMatchObject([{ storyId: id, leftAt: NOW + 1 }]);
  expect(await withdrawStory(site, token, NOW + 2)).toBe("withdrawn");
  const [again] = await site.db.read.select().from(stories).where(eq(stories.id, id));
  expect(again?.withdrawnAt).toBe(NOW + 1);
});

test("whoever takes a story back reads where it had gone, then and later", async () => {
  const { site, front } = await withKeptPages();
  const { id, token, mailToken } = await publishedStory(site);
  await site.db.transaction("share", (tx) =>
    tx.insert(tx.tables.storySharings).values({
      ...{ id: "1", storyId: id, use: "inspectorate", at: NOW },
      words: "Evidence pack for the scrutiny committee",
    }),
  );
  const words = "25 November 2026: Evidence pack for the scrutiny committee";
  for (const path of [`/story/${token}`, `/story/${token}/withdraw`])
    expect(readable((await front.ask(path)).text)).toContain(words);
  await withdrawStory(site, token, NOW);
  for (const path of [`/story/${token}`, `/story/${mailToken}`]) {
    const page = readable((await front.ask(path)).text);
    expect(page).toContain("Your story is withdrawn");
    expect(page).toContain(words);
  }
  expect((await front.ask(`/story/${token}/withdraw`)).status).toBe(303);
  expect((await front.ask(`/stories/tell/${token}/text`)).headers.location).toBe(`/story/${token}`);
});

test("a draft that is thrown away is deleted with its links, consents and mails to come", async () => {
  const site = await testSite();
  const kept = await draftStory(site);
  const draft = await draftStory(site);
  expect(await withdrawStory(site, draft.draftToken, NOW)).toBe("deleted");
  expect(await withdrawStory(site, draft.mailToken, NOW)).toBe("gone");
  expect(await everything(site)).not.toContain(draft.id);
  expect(await findStoryByLink(site.db.read, site.keyring, kept.mailToken)).toBeDefined();
});

test("what a family wrote is not in the database in clear before it is published", async () => {
  const site = await testSite();
  await draftStory(site, { email: "wren@example.org" });
  await sentStory(site, { email: "lark@example.org" });
  expect(await everything(site)).not.toMatch(/kitchen|no_place|asd|wren@|lark@/);
});

test("another address ends the link to the one before, and gets its own; the same one gets no second mail", async () => {
  const site = await testSite();
  const draft = await draftStory(site, { email: "wrong@example.org" });
  const find = (token: string) => findStoryByLink(site.db.read, site.keyring, token);
  const mails = async () => (await site.db.read.select().from(site.db.tables.outbox)).length;
  expect((await find(draft.mailToken))?.way).toBe("mail");
  await giveAddress(site, { storyId: draft.id, email: "wrong@example.org" }, NOW);
  expect(await mails()).toBe(1);
  await giveAddress(site, { storyId: draft.id, email: "right@example.org" }, NOW);
  expect(await mails()).toBe(2);
  expect(await find(draft.mailToken)).toBeUndefined();
  expect((await find(draft.draftToken))?.email).toBe("right@example.org");
});

test("the address of the page on which it was written opens nothing once the story was sent", async () => {
  const site = await testSite();
  const sent = await sentStory(site);
  expect(await findStoryByLink(site.db.read, site.keyring, sent.draftToken)).toBeUndefined();
  expect(await withdrawStory(site, sent.draftToken, NOW)).toBe("gone");
});
