import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { suggestWording } from "#app/domain/story/suggest-wording.server.ts";
import { NOW } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { draftStory, publishedStory, sentStory, TOLD } from "#tests/story-factories.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

async function desk(site: TestSite, told: Parameters<typeof sentStory>[1] = {}) {
  const story = await sentStory(site, told);
  const { stories } = site.db.tables;
  const row = async () => {
    const [found] = await site.db.read.select().from(stories).where(eq(stories.id, story.id));
    if (!found) throw new Error("the story is gone");
    return found;
  };
  return {
    ...{ story, row, front: await serveSite(site), page: `/moderate/stories/${story.publicId}` },
    ada: await visitor(site, "moderator"),
    bram: await visitor(site, "moderator"),
    decide: { intent: "decide", revision: String((await row()).revision) },
  };
}

test("a story waits on the desk, is read with its marks and published, and everybody reads it", async () => {
  const site = await testSite();
  const { front, page, ada, decide, story } = await desk(site, {
    content: { text: "Our son Tobias Fenwick has waited a year. Nobody answers our letters." },
  });
  expect((await front.ask(`/stories/${story.publicId}`)).status).toBe(404);
  expect(readable((await see(front, "/moderate", ada)).text)).toMatch(/Stories of families\s+1/);
  const list = await see(front, "/moderate/stories", ada);
  expect(list.text).toContain(page);
  const seen = await see(front, page, ada);
  expect(seen.headers["cache-control"]).toContain("no-store");
  expect(readable(seen.text)).toMatch(/A name: Tobias Fenwick/);
  expect(readable(seen.text)).toContain("No school place; The plan came late");
  expect(seen.text).not.toContain("author-");
  expect((await send(front, page, ada, { ...decide, decision: "publish" })).status).toBe(303);
  expect((await front.ask(`/stories/${story.publicId}`)).text).toContain("Nobody answers our letters");
  expect(readable((await see(front, "/moderate/stories", ada)).text)).toContain("None waits.");
});

test("the desk says why two moderators look at a story", async () => {
  const site = await testSite();
  const text = "The case officer Alison Thorpe said no. Our appeal is listed for June.";
  const { front, page, ada, decide, row } = await desk(site, { content: { text } });
  const seen = readable((await see(front, page, ada)).text);
  expect(seen).toMatch(/Why two: a tribunal may be going on; it names somebody who works with children\./);
  expect((await send(front, page, ada, { ...decide, decision: "publish" })).status).toBe(409);
  expect((await row()).state).toBe("in_review");
});

test("only moderators get to the desk, and a draft is on nobody's", async () => {
  const site = await testSite();
  const { front, page, story, decide } = await desk(site);
  const nobody = await visitor(site);
  for (const path of ["/moderate/stories", page]) {
    expect((await see(front, path, nobody)).status, path).toBe(403);
    expect((await front.ask(path)).headers.location, path).toBe("/sign-in");
  }
  expect((await send(front, page, nobody, { ...decide, decision: "publish" })).status).toBe(403);
  expect((await front.ask(`/stories/${story.publicId}`)).status).toBe(404);
  const ada = await visitor(site, "moderator");
  const draft = await draftStory(site);
  for (const publicId of ["nothing", draft.publicId])
    expect((await see(front, `/moderate/stories/${publicId}`, ada)).status).toBe(404);
});

test("a rejection needs a reason and a request for changes its words; the author reads both on their page", async () => {
  const site = await testSite();
  const { front, page, ada, decide, story, row } = await desk(site);
  const bare = await send(front, page, ada, { ...decide, decision: "reject" });
  expect([bare.status, bare.text.includes("Choose a reason")]).toEqual([422, true]);
  const silent = await send(front, page, ada, { ...decide, decision: "changes" });
  expect([silent.status, silent.text.includes("Write what has to change")]).toEqual([422, true]);
  const old = await send(front, page, ada, { ...decide, revision: "1", decision: "publish" });
  expect([old.status, readable(old.text).includes("has changed the text")]).toEqual([409, true]);
  const note = "Leave out where he goes to school, please";
  expect((await send(front, page, ada, { ...decide, decision: "changes", note })).status).toBe(303);
  const own = await front.ask(`/story/${story.token}`);
  expect(readable(own.text)).toContain(note);
  expect((await row()).state).toBe("changes_requested");
});

test("where the author is not sure about a court case the rules stand there, and only an admin publishes", async () => {
  const site = await testSite();
  const { front, page, ada, bram, decide } = await desk(site, { content: { court: "not_sure" } });
  const seen = await see(front, page, ada);
  for (const law of ["Children Act 1989", "Administration of Justice Act 1960", "Sexual Offences"])
    expect(readable(seen.text)).toContain(law);
  expect(seen.text).not.toContain('value="publish"');
  expect((await send(front, page, ada, { ...decide, decision: "approve" })).status).toBe(303);
  expect((await send(front, page, bram, { ...decide, decision: "publish" })).status).toBe(409);
  const admin = await visitor(site, "admin");
  expect(readable((await see(front, page, admin)).text)).toContain("One moderator has approved it");
  expect((await send(front, page, admin, { ...decide, decision: "publish" })).status).toBe(303);
});

test("a story that may tell of danger comes with the procedure, and says so in the list", async () => {
  const site = await testSite();
  const { front, page, ada } = await desk(site, {
    content: { text: "He says every night now that he wants to die." },
  });
  expect(readable((await see(front, "/moderate/stories", ada)).text)).toContain("Read this first");
  expect(readable((await see(front, page, ada)).text)).toMatch(/somebody may be in danger[\s\S]*999/);
});

test("what one moderator has in hand another cannot decide, and marking it asks for two", async () => {
  const site = await testSite();
  const { front, page, ada, bram, decide } = await desk(site);
  expect((await send(front, page, ada, { intent: "claim" })).status).toBe(303);
  expect((await send(front, page, bram, { ...decide, decision: "publish" })).status).toBe(409);
  expect((await see(front, page, bram)).text).not.toContain('name="decision"');
  expect((await send(front, page, ada, { intent: "second" })).status).toBe(422);
  expect((await send(front, page, ada, { intent: "second", second: "abuse" })).status).toBe(303);
  expect((await send(front, page, ada, { ...decide, decision: "publish" })).status).toBe(409);
  expect((await send(front, page, ada, { intent: "nothing" })).status).toBe(400);
});

test("another wording is offered on the desk, shown to its author beside theirs, and taken by their yes", async () => {
  const site = await testSite();
  const { front, page, ada, decide, story, row } = await desk(site);
  const { revision } = decide;
  const wording = { title: TOLD.title, text: "My child has waited a year.", why: "Fewer would know you" };
  const asked = { intent: "suggest", revision, ...wording };
  const same = await send(front, page, ada, { ...asked, text: TOLD.text });
  expect([same.status, same.text.includes("Change at least one word")]).toEqual([422, true]);
  expect((await send(front, page, ada, asked)).status).toBe(303);
  expect((await send(front, page, ada, asked)).status).toBe(409);
  const own = `/story/${story.token}`;
  const shown = await front.ask(own);
  expect(shown.headers["cache-control"]).toBe("private, no-store");
  expect(readable(shown.text)).toMatch(/Fewer would know you[\s\S]*Your words[\s\S]*As suggested/);
  const suggestion = /name="suggestion" value="([^"]+)"/.exec(shown.text)?.[1] ?? "";
  const answer = { intent: "suggestion", suggestion, answer: "accepted" };
  expect((await front.ask(own, form({ ...answer, answer: "maybe" }))).status).toBe(400);
  expect((await front.ask(own, form(answer))).status).toBe(303);
  expect((await row()).revision).toBe(Number(revision) + 1);
  const again = await front.ask(own, form(answer));
  expect([again.status, readable(again.text).includes("nothing was done")]).toEqual([409, true]);
  expect((await send(front, page, ada, { ...decide, decision: "publish" })).status).toBe(409);
  const next = { ...decide, revision: String(Number(revision) + 1), decision: "publish" };
  expect((await send(front, page, ada, next)).status).toBe(303);
  expect((await front.ask(`/stories/${story.publicId}`)).text).toContain("My child has waited a year.");
});

test("a published story is taken down with one press, answers 410, and can be looked at again", async () => {
  const site = await testSite();
  const { front, page, ada, decide, story } = await desk(site);
  await send(front, page, ada, { ...decide, decision: "publish" });
  expect((await send(front, page, ada, { intent: "take_down" })).status).toBe(422);
  const down = { intent: "take_down", reason: "identifies_child" };
  expect((await send(front, page, ada, down)).status).toBe(303);
  expect((await send(front, page, ada, down)).status).toBe(409);
  expect((await front.ask(`/stories/${story.publicId}`)).status).toBe(410);
  expect((await front.ask("/stories")).text).not.toContain(TOLD.title);
  const own = await front.ask(`/story/${story.token}`);
  expect(readable(own.text)).toContain("A child could be recognised from what it says.");
  expect((await send(front, page, ada, { intent: "review_again" })).status).toBe(303);
  expect((await see(front, "/moderate/stories", ada)).text).toContain(page);
});

test("whoever told a story does not read on the desk what others say of it", async () => {
  const site = await testSite();
  const ada = await visitor(site, "moderator");
  const { accounts } = site.db.tables;
  const [account] = await site.db.read.select().from(accounts).where(eq(accounts.id, ada.accountId));
  const place = { table: "accounts", column: "address", rowId: ada.accountId };
  const { front, page, decide, story } = await desk(site, {
    email: site.keyring.open(place, account?.address ?? ""),
  });
  expect((await see(front, page, ada)).status).toBe(403);
  expect((await send(front, page, ada, { ...decide, decision: "publish" })).status).toBe(403);
  const asked = { publicId: story.publicId, moderatorId: ada.accountId };
  const wording = { revision: 1, title: "A", text: "B", contentNote: "", easy: "", why: "C" };
  expect(await suggestWording(site, { ...asked, form: wording }, NOW)).toBe("own_story");
});

test("a report of a story leads to its place on the desk", async () => {
  const site = await testSite();
  const { front, page, ada, decide, story } = await desk(site);
  await send(front, page, ada, { ...decide, decision: "publish" });
  const words = "I know this family.";
  await front.ask("/report", form({ page: `/stories/${story.publicId}`, reason: "private", words }));
  const list = await see(front, "/moderate/reports", ada);
  const [report = ""] = /\/moderate\/reports\/[\w-]+(?=")/.exec(list.text) ?? [];
  expect((await see(front, report, ada)).text).toContain(`href="${page}"`);
});

test("a request to an author is passed on from the desk and read on their page, with nothing of theirs in it", async () => {
  const site = await testSite();
  const { front, page, ada, decide, story } = await desk(site, { uses: ["publish", "journalists"] });
  await send(front, page, ada, { ...decide, decision: "publish" });
  expect(readable((await see(front, page, ada)).text)).toContain("A journalist");
  expect((await send(front, page, ada, { intent: "pass_on", use: "journalists" })).status).toBe(422);
  const asked = {
    intent: "pass_on",
    use: "journalists",
    who: "Orla Fenn",
    request: "May I ring you? 01632 960 111",
  };
  expect((await send(front, page, ada, { ...asked, use: "group" })).status).toBe(409);
  expect((await send(front, page, ada, asked)).status).toBe(303);
  const own = readable((await front.ask(`/story/${story.token}`)).text);
  expect(own).toContain("Orla Fenn asked to speak to you. They did not get your address");
  expect(own).toContain("01632 960 111");
});

test("a moderator finds a published story by words of its title or its address, and one that is not by its address alone", async () => {
  const site = await testSite();
  const { front, ada, story } = await desk(site, { content: { title: "Nine months of waiting" } });
  const shown = await publishedStory(site, { content: { title: "The 100% taxi to nowhere" } });
  const draft = await draftStory(site);
  const find = async (q: string) => {
    const seen = await see(front, `/moderate/stories?${new URLSearchParams({ q })}`, ada);
    const part = /<section aria-label="Found">[\s\S]*?<\/section>/.exec(seen.text)?.[0] ?? "";
    return [...part.matchAll(/href="\/moderate\/stories\/([0-9a-z]+)"/g)].map(([, id]) => id);
  };
  for (const q of [
    "TAXI nowhere",
    "100%",
    shown.publicId,
    `http://localhost/stories/${shown.publicId}?text=easy`,
  ])
    expect(await find(q), q).toEqual([shown.publicId]);
  for (const q of ["taxi somewhere", "nine months", "%", draft.publicId])
    expect(await find(q), q).toEqual([]);
  expect(await find(` /stories/${story.publicId} `)).toEqual([story.publicId]);
  expect((await see(front, "/moderate/stories?q=taxi", await visitor(site))).status).toBe(403);
});
