import { expect, test } from "vitest";
import { addWorkingHours } from "#app/domain/time/working-hours.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { STATEMENT_CONFIRM_DAYS } from "#app/policy-stories.ts";
import { NOW } from "#tests/factories.ts";
import { form, type TestFront } from "#tests/http/front.ts";
import { linkTo } from "#tests/mailbox.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { publishedStory } from "#tests/story-factories.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

const WORDS = "Every child without a place now has a named officer. Ring 01632 960 123 if you hear nothing.";
const REPLY = {
  ...{ kind: "statement", words: WORDS, name: "Fern Hathersage" },
  ...{ role: "Director of children’s services", organisation: "Worcestershire County Council" },
  email: "fern@worcestershire.gov.uk",
};

/** Sends a reply and opens the link that is mailed. */
async function reply(site: TestSite, front: TestFront, path: string, changes: Record<string, string> = {}) {
  const sent = await front.ask(path, form({ ...REPLY, ...changes }));
  expect([sent.status, sent.headers.location]).toEqual([303, `${path}?sent=1`]);
  await sendQueuedMail(site.context(NOW));
  const mails = await listMailbox(site.db.read, site.keyring);
  const mail = mails.find(({ text }) => text.includes("/statement/"));
  if (!mail) throw new Error("no link was mailed");
  return new URL(linkTo(mail, "/statement/")).pathname;
}

async function desk(site: TestSite, front: TestFront) {
  const ada = await visitor(site, "moderator");
  const list = await see(front, "/moderate/statements", ada);
  const page = /href="(\/moderate\/statements\/[a-z0-9]+)"/.exec(list.text)?.[1] ?? "";
  return { ada, list, page };
}

test("an officer replies to a story, confirms by mail, a moderator shows it, and it stands beside the story", async () => {
  const site = await testSite();
  const story = await publishedStory(site);
  const front = await serveSite(site);
  const page = `/stories/${story.publicId}`;
  expect((await front.ask(page)).text).toContain(`href="${page}/reply"`);
  const asked = await front.ask(`${page}/reply`);
  expect(readable(asked.text)).toContain("Do not say that you know this family");
  expect(asked.headers["x-robots-tag"]).toContain("noindex");
  const link = await reply(site, front, `${page}/reply`);
  const thanks = readable((await front.ask(`${page}/reply?sent=1`)).text);
  expect(thanks).toContain("Now check your e-mail");
  const opened = await front.ask(link);
  expect(opened.headers["cache-control"]).toContain("no-store");
  expect(readable(opened.text)).toMatch(/Is this yours\?[\s\S]*A telephone number/);
  const before = await desk(site, front);
  expect(readable(before.list.text)).toContain("None waits.");
  for (const _ of [1, 2]) expect((await front.ask(link, form({ intent: "confirm" }))).status).toBe(303);
  expect(readable((await front.ask(link)).text)).toContain("We answer by 30 November 2026");
  expect((await front.ask(page)).text).not.toContain("named officer");
  const { ada, page: at } = await desk(site, front);
  expect(readable((await see(front, "/moderate", ada)).text)).toMatch(/Replies to stories\s+1/);
  const seen = readable((await see(front, at, ada)).text);
  expect(seen).toContain("worcestershire.gov.uk, the council’s own");
  expect(seen).toMatch(/A telephone number: 01632 960 123/);
  expect((await send(front, at, ada, { intent: "settle", decision: "publish" })).status).toBe(303);
  const shown = await front.ask(page);
  for (const words of ["named officer", "Director of children’s services", "Confirmed from an address of"])
    expect(readable(shown.text), words).toContain(words);
  expect(shown.text).not.toMatch(/Fern|fern@/);
  expect((await front.ask(link, form({ intent: "withdraw" }))).status).toBe(303);
  expect((await front.ask(page)).text).not.toContain("named officer");
  expect(readable((await front.ask(link)).text)).toContain("You have taken it back");
});

test.each(["story", "council"])(
  "a statement beside invented families (%s) waits at the desk, which says why it cannot be shown",
  async (beside) => {
    const site = await testSite();
    const story = await publishedStory(site);
    const { stories } = site.db.tables;
    await site.db.transaction("invent", (tx) => tx.update(stories).set({ isDemonstration: true }));
    const front = await serveSite(site);
    const path = beside === "story" ? `/stories/${story.publicId}/reply` : "/councils/worcestershire/reply";
    expect(readable((await front.ask(path)).text)).toContain("it is never shown here");
    await front.ask(await reply(site, front, path), form({ intent: "confirm" }));
    const { ada, page } = await desk(site, front);
    const seen = readable((await see(front, page, ada)).text);
    expect(seen).toContain("nobody real answers to them here");
    expect(seen).not.toContain("Show it");
    const tried = await send(front, page, ada, { intent: "settle", decision: "publish" });
    expect([tried.status, readable(tried.text).includes("nobody real answers")]).toEqual([409, true]);
    const declined = { intent: "settle", decision: "decline", reason: "off_topic", note: "" };
    expect((await send(front, page, ada, declined)).status).toBe(303);
  },
);

test("a form with mistakes comes back filled in, and what has gone cannot be replied to", async () => {
  const site = await testSite();
  const story = await publishedStory(site);
  const front = await serveSite(site);
  const path = `/stories/${story.publicId}/reply`;
  const wrong = await front.ask(
    path,
    form({ words: "Kept words", role: "see www.example.org", email: "no" }),
  );
  expect(wrong.status).toBe(422);
  for (const words of ["Choose what you ask for", "Leave out links", "Enter your name", "Kept words"])
    expect(readable(wrong.text), words).toContain(words);
  expect(wrong.text).toContain('aria-invalid="true"');
  expect((await front.ask("/stories/nothing/reply")).status).toBe(404);
  await front.ask(`/story/${story.token}/withdraw`, form({}));
  expect((await front.ask(path)).status).toBe(410);
  expect((await front.ask(path, form(REPLY))).status).toBe(410);
});

test("with the story that it is about a statement is gone from its page, and its writer reads why", async () => {
  const site = await testSite();
  const story = await publishedStory(site);
  const front = await serveSite(site);
  const link = await reply(site, front, `/stories/${story.publicId}/reply`);
  await front.ask(link, form({ intent: "confirm" }));
  const { ada, page } = await desk(site, front);
  await send(front, page, ada, { intent: "settle", decision: "publish" });
  await front.ask(`/story/${story.token}/withdraw`, form({}));
  expect((await front.ask(`/stories/${story.publicId}`)).status).toBe(410);
  const left = readable((await front.ask(link)).text);
  expect(left).toContain("The story has gone");
  expect(left).not.toContain("named officer");
  expect(readable((await see(front, page, ada)).text)).toContain("Its words are deleted");
});

test("a council replies to what is added up of it; a district's address leads to its county's", async () => {
  const site = await testSite();
  await publishedStory(site);
  const front = await serveSite(site);
  const evidence = "/councils/worcestershire/stories";
  expect((await front.ask(evidence)).text).toContain('href="/councils/worcestershire/reply"');
  const district = await front.ask("/councils/worcester/reply");
  expect(district.headers.location).toBe("/councils/worcestershire/reply");
  const link = await reply(site, front, "/councils/worcestershire/reply", { email: "head@example.org" });
  await front.ask(link, form({ intent: "confirm" }));
  const { ada, page } = await desk(site, front);
  expect((await send(front, page, ada, { intent: "settle", decision: "publish" })).status).toBe(303);
  const shown = readable((await front.ask(evidence)).text);
  expect(shown).toContain("named officer");
  expect(shown).not.toContain("Confirmed from an address of");
  const bare = await send(front, page, ada, { intent: "take_down" });
  expect([bare.status, bare.text.includes("Choose a reason")]).toEqual([422, true]);
  const note = "Leave out the telephone number";
  await send(front, page, ada, { intent: "take_down", reason: "identifies_child", note });
  expect((await front.ask(evidence)).text).not.toContain("named officer");
  const told = readable((await front.ask(link)).text);
  for (const words of ["was taken down", "A child could be recognised", note]) expect(told).toContain(words);
});

test("a school that is named as whose reply it is is marked for its writer and for the moderator", async () => {
  const site = await testSite();
  const story = await publishedStory(site);
  const front = await serveSite(site);
  const head = { words: "We help.", role: "Head teacher", organisation: "St Mary’s Primary School" };
  const link = await reply(site, front, `/stories/${story.publicId}/reply`, head);
  const marked = /A school or setting: St Mary’s Primary School/;
  expect(readable((await front.ask(link)).text)).toMatch(marked);
  await front.ask(link, form({ intent: "confirm" }));
  const { ada, page } = await desk(site, front);
  expect(readable((await see(front, page, ada)).text)).toMatch(marked);
});

test("an accepted correction leads to offering the author another wording, and shows nothing", async () => {
  const site = await testSite();
  const story = await publishedStory(site);
  const front = await serveSite(site);
  const link = await reply(site, front, `/stories/${story.publicId}/reply`, { kind: "correction" });
  await front.ask(link, form({ intent: "confirm" }));
  const { ada, page } = await desk(site, front);
  const swapped = await send(front, page, ada, { intent: "settle", decision: "publish" });
  expect(swapped.status).toBe(422);
  const accepted = await send(front, page, ada, { intent: "settle", decision: "accept" });
  expect(accepted.headers.location).toBe(`/moderate/stories/${story.publicId}`);
  const at = await see(front, `/moderate/stories/${story.publicId}`, ada);
  expect(at.text).toContain("Suggest another wording");
  expect((await front.ask(`/stories/${story.publicId}`)).text).not.toContain("named officer");
  expect(readable((await front.ask(link)).text)).toContain("nobody changes it without their yes");
});

test("only moderators reach the queue, one at a time decides, and what is late says so", async () => {
  const site = await testSite();
  const story = await publishedStory(site);
  const front = await serveSite(site);
  const link = await reply(site, front, `/stories/${story.publicId}/reply`);
  const { page: none } = await desk(site, front);
  expect(none).toBe("");
  await front.ask(link, form({ intent: "confirm" }));
  const { ada, page } = await desk(site, front);
  const nobody = await visitor(site);
  for (const path of ["/moderate/statements", page]) {
    expect((await see(front, path, nobody)).status, path).toBe(403);
    expect((await front.ask(path)).headers.location, path).toBe("/sign-in");
  }
  expect((await send(front, page, nobody, { intent: "settle", decision: "publish" })).status).toBe(403);
  const bram = await visitor(site, "moderator");
  expect((await send(front, page, ada, { intent: "claim" })).status).toBe(303);
  expect((await send(front, page, bram, { intent: "settle", decision: "publish" })).status).toBe(409);
  expect((await send(front, page, ada, { intent: "nothing" })).status).toBe(400);
  const late = await serveSite(site, addWorkingHours(NOW, 73));
  expect(readable((await see(late, "/moderate/statements", ada)).text)).toContain("Overdue");
  expect(readable((await late.ask(link)).text)).toContain("It is late");
});

test("a link that was not pressed in time, or is nobody's, changes nothing", async () => {
  const site = await testSite();
  const story = await publishedStory(site);
  const front = await serveSite(site);
  const link = await reply(site, front, `/stories/${story.publicId}/reply`);
  const late = await serveSite(site, NOW + STATEMENT_CONFIRM_DAYS * 24 * 3_600_000);
  expect((await late.ask(link)).status).toBe(410);
  expect((await late.ask(link, form({ intent: "confirm" }))).status).toBe(410);
  expect((await front.ask("/statement/nothing")).status).toBe(404);
  expect((await front.ask("/statement/nothing", form({ intent: "confirm" }))).status).toBe(404);
  expect((await front.ask(link, form({ intent: "publish" }))).status).toBe(400);
});
