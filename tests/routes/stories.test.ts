import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findStoryByLink } from "#app/domain/story/story-queries.server.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW } from "#tests/factories.ts";
import { form, type TestFront } from "#tests/http/front.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { draftStory, publishedStory, sentStory, TOLD } from "#tests/story-factories.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

/** What the field of a page's form holds. */
function hidden(text: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? "";
}

async function begun(site: TestSite, fields: Record<string, string> = {}) {
  const front = await serveSite(site);
  const answer = await front.ask("/stories/new", form(fields));
  return { front, base: (answer.headers.location ?? "").replace(/\/who$/, "") };
}

async function rowOf(site: TestSite, id: string) {
  const { stories } = site.db.tables;
  const [row] = await site.db.read.select().from(stories).where(eq(stories.id, id));
  return row;
}

async function storyOf(site: TestSite, base: string) {
  return findStoryByLink(site.db.read, site.keyring, base.split("/").at(-1) ?? "");
}

async function tell(front: TestFront, base: string, email = "wren@example.org"): Promise<void> {
  const steps: Record<string, Record<string, string>> = {
    who: { teller: "parent" },
    where: { postcode: "wr5 2np" },
    court: { court: "no" },
    text: { title: TOLD.title, text: TOLD.text },
    facts: { need: "asd", happened_no_place: "on", monthsOut: "7-12" },
    quote: {},
    topics: { "topic_what-no_place": "on" },
    consents: { use_publish: "on", use_inspectorate: "on" },
    email: { email },
  };
  for (const [step, fields] of Object.entries(steps)) {
    const answer = await front.ask(`${base}/${step}`, form(fields));
    if (answer.status !== 303) throw new Error(`${step} answered ${answer.status}`);
  }
}

test("a story is told page by page, mailed, sent from the mail alone, and then waits for a moderator", async () => {
  const site = await testSite();
  const { front, base } = await begun(site);
  expect(base).toMatch(/^\/stories\/tell\/[\w-]{22}$/);
  await tell(front, base);
  const check = await front.ask(`${base}/check`);
  expect(check.headers["cache-control"]).toBe("private, no-store");
  expect(readable(check.text)).toContain("by a parent in Worcestershire");
  const pressed = await front.ask(`${base}/check`, form({}));
  expect(pressed.headers.location).toBe(`${base}/sent`);
  const story = await storyOf(site, base);
  expect([story?.state, story?.uses]).toEqual(["draft", ["publish", "inspectorate"]]);

  await sendQueuedMail(site.context(NOW));
  const mails = await listMailbox(site.db.read, site.keyring);
  expect(mails.map(({ to }) => to)).toEqual(["wren@example.org", "wren@example.org"]);
  expect(JSON.stringify(mails)).not.toContain("kitchen table");
  const [link = ""] = /\/story\/[\w-]{22}/.exec(mails[0]?.text ?? "") ?? [];
  expect(link).not.toContain(base.split("/").at(-1));
  const page = await front.ask(link);
  expect(page.text).toContain("Send my story");
  expect((await storyOf(site, base))?.state).toBe("draft");
  const sent = await front.ask(link, form({ intent: "send" }));
  expect(sent.status).toBe(303);
  const manage = await front.ask(sent.headers.location ?? "");
  expect(readable(manage.text)).toContain("With the moderators");
  expect((await front.ask(link)).status).toBe(200);
  expect((await front.ask(`${base}/text`)).status).toBe(404);
  expect((await rowOf(site, story?.id ?? ""))?.submittedAt).toBe(NOW);
});

test("the postcode is used and not kept: only codes of council, district and constituency are", async () => {
  const site = await testSite();
  const { front, base } = await begun(site);
  await front.ask(`${base}/where`, form({ postcode: "WR5 2NP" }));
  const story = await storyOf(site, base);
  expect(story).toMatchObject({ councilGss: "E10000034", districtGss: "E07000237" });
  expect(story?.constituencyGss).toMatch(/^E14/);
  const row = await rowOf(site, story?.id ?? "");
  expect(JSON.stringify([row, story])).not.toMatch(/WR5 ?2NP|E05/i);
  expect((await front.ask(`${base}/where`)).text).not.toMatch(/WR5/);
});

test("a place that cannot be found is asked for kindly, and a council can be chosen instead", async () => {
  const site = await testSite();
  const { front, base } = await begun(site);
  const where = (fields: Record<string, string>) => front.ask(`${base}/where`, form(fields));
  const wrong: Record<string, string>[] = [
    {},
    { postcode: "here" },
    { postcode: "BT1 5GS" },
    { council: "E07000237" },
    { council: "x" },
  ];
  for (const fields of wrong) expect((await where(fields)).status).toBe(422);
  expect(readable((await where({ postcode: "BT1 5GS" })).text)).toContain("from Northern Ireland yet");
  expect((await where({ postcode: "bt1 5gs" })).text).toContain('value="bt1 5gs"');
  expect((await where({ council: "E10000034" })).status).toBe(303);
  expect((await storyOf(site, base))?.councilGss).toBe("E10000034");
});

test("the court question comes before the text, says why it is asked, and is not answered for anybody", async () => {
  const site = await testSite();
  const { front, base } = await begun(site);
  const page = await front.ask(`${base}/court`);
  expect(readable(page.text)).toContain("It can be a crime to publish");
  expect(page.text).not.toMatch(/name="court"[^>]*checked/);
  expect((await front.ask(`${base}/court`, form({}))).status).toBe(422);
  const next = await front.ask(`${base}/court`, form({ court: "not_sure" }));
  expect(next.headers.location).toBe(`${base}/text`);
});

test("a form that is wrong comes back as it was typed, with a sentence at each field", async () => {
  const site = await testSite();
  const { front, base } = await begun(site);
  const long = await front.ask(`${base}/text`, form({ title: "", text: `<b>${"x ".repeat(2600)}` }));
  expect(long.status).toBe(422);
  expect(long.text).toContain('id="title-error"');
  expect(long.text).toContain('id="text-error"');
  expect(long.text).toContain("&lt;b&gt;x x");
  expect((await front.ask(`${base}/email`, form({ email: "nobody" }))).text).toContain('value="nobody"');
  expect((await front.ask(`${base}/who`, form({ teller: "king" }))).status).toBe(422);
  expect((await front.ask(`${base}/nothing`)).status).toBe(404);
});

test("a page opened before another device saved it overwrites nothing unasked, and what was typed comes back", async () => {
  const site = await testSite();
  const { draftToken } = await draftStory(site);
  const front = await serveSite(site);
  const path = `/stories/tell/${draftToken}/text`;
  const seen = hidden((await front.ask(path)).text, "seen");
  await front.ask(path, form({ title: "From the phone", text: "Typed on the phone.", seen }));
  const stale = { title: "From the laptop", text: "Typed on the laptop." };
  const answer = await front.ask(path, form({ ...stale, seen }));
  expect(answer.status).toBe(409);
  expect(answer.text).toContain("Typed on the laptop.");
  expect(answer.text).toContain("Typed on the phone.");
  const story = () => findStoryByLink(site.db.read, site.keyring, draftToken);
  expect((await story())?.content.text).toBe("Typed on the phone.");
  const again = await front.ask(path, form({ ...stale, seen: hidden(answer.text, "seen") }));
  expect(again.status).toBe(303);
  expect((await story())?.content.text).toBe("Typed on the laptop.");
});

test("somebody whose words tell of danger reads at once where help is", async () => {
  const site = await testSite();
  const { front, base } = await begun(site);
  const saved = await front.ask(
    `${base}/text`,
    form({ title: "Alone", text: "My daughter says she wants to kill herself. We are waiting." }),
  );
  const next = await front.ask(saved.headers.location ?? "");
  for (const number of ["116 123", "0800 1111", "999"]) expect(next.text).toContain(number);
  const calm = await draftStory(site);
  expect((await front.ask(`/stories/tell/${calm.draftToken}/marks`)).text).not.toContain("116 123");
});

test("a mark is replaced by its button, and an old page replaces nothing", async () => {
  const site = await testSite();
  const { draftToken } = await draftStory(site, {
    content: { text: "Ring me on 07700 900123 about it, please. My son waits." },
  });
  const front = await serveSite(site);
  const path = `/stories/tell/${draftToken}/marks`;
  const page = await front.ask(path);
  expect(readable(page.text)).toContain("07700 900123");
  const fields = { revision: hidden(page.text, "revision"), field: "text", replace: "0" };
  expect((await front.ask(path, form(fields))).status).toBe(303);
  const story = await findStoryByLink(site.db.read, site.keyring, draftToken);
  expect(story?.content.text).not.toContain("07700");
  const old = await front.ask(path, form(fields));
  expect(old.status).toBe(409);
  const after = await findStoryByLink(site.db.read, site.keyring, draftToken);
  expect(after?.content.text).toBe(story?.content.text);
});

test("nothing is sent while something is missing, and without a yes to publishing something is", async () => {
  const site = await testSite();
  const { front, base } = await begun(site);
  expect((await front.ask(`${base}/check`, form({}))).status).toBe(422);
  const draft = await draftStory(site, { uses: ["inspectorate", "journalists"] });
  const answer = await front.ask(`/stories/tell/${draft.draftToken}/check`, form({}));
  expect(answer.status).toBe(422);
  expect(readable(answer.text)).toContain("Your yes to publishing it here");
  expect((await front.ask(`/story/${draft.mailToken}`, form({ intent: "send" }))).status).toBe(422);
});

test("no box of the consents is ticked beforehand, and each stands by itself", async () => {
  const site = await testSite();
  const { front, base } = await begun(site);
  const page = await front.ask(`${base}/consents`);
  expect(page.text.match(/type="checkbox"/g)).toHaveLength(4);
  expect(page.text).not.toContain("checked");
  await front.ask(`${base}/consents`, form({ use_journalists: "on" }));
  const again = await front.ask(`${base}/consents`);
  expect(again.text.match(/checked/g)).toHaveLength(1);
});

test("the link of a story that was sent shows its page and not the forms", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const sent = await sentStory(site);
  const waiting = await front.ask(`/stories/tell/${sent.token}/text`);
  expect([waiting.status, waiting.headers.location]).toEqual([303, `/story/${sent.token}`]);
  const changed = await front.ask(`/stories/tell/${sent.token}/text`, form({ title: "x", text: "y" }));
  expect(changed.headers.location).toBe(`/story/${sent.token}`);
  const published = await publishedStory(site);
  expect((await front.ask(`/story/${published.token}`)).text).toContain(`/stories/${published.publicId}`);
});

test("a published story shows who tells it and of which council, and none of its facts", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const { publicId } = await publishedStory(site, {
    content: { need: "pmld", money: "25001+", miles: "51+" },
  });
  const page = await front.ask(`/stories/${publicId}`);
  const text = readable(page.text);
  expect(text).toContain("Told in November 2026 by a parent in Worcestershire");
  expect(text).toContain("kitchen table instead");
  for (const path of [`/stories/${publicId}`, `/stories/${publicId}?text=easy`, "/stories"]) {
    const { text: html } = await front.ask(path);
    expect(html).not.toMatch(/pmld|25001|51\+|Profound|7-12|E07|E14|author-/);
  }
  expect(page.headers["x-robots-tag"]).toBe("noarchive");
  expect(page.text).toContain(`/report?page=/stories/${publicId}`);
  expect(page.text).toMatch(/property="og:title" content="What happened to a family in Worcestershire"/);
});

test("a story with a note is closed behind it, and its quotation stays out of the list", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const pullQuote = "My son has had no school place for a year.";
  const { publicId } = await publishedStory(site, {
    content: { contentNote: "speaks of self-harm", pullQuote },
  });
  const page = await front.ask(`/stories/${publicId}`);
  expect(page.text).toMatch(/<details class="story-behind"><summary>/);
  expect(readable((await front.ask("/stories")).text)).not.toContain(pullQuote);
});

test("easy words stand instead of the full ones where a reader asks for them", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const { publicId } = await publishedStory(site, { content: { easy: "My son has no school." } });
  expect((await front.ask(`/stories/${publicId}`)).text).toContain("?text=easy");
  const easy = readable((await front.ask(`/stories/${publicId}?text=easy`)).text);
  expect(easy).toContain("My son has no school.");
  expect(easy).not.toContain("kitchen table instead");
});

test("only published stories have a page, and lists hold no others", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const [draft, sent] = [await draftStory(site), await sentStory(site)];
  for (const { publicId } of [draft, sent])
    expect((await front.ask(`/stories/${publicId}`)).status).toBe(404);
  expect((await front.ask("/stories/nobody0000")).status).toBe(404);
  expect(readable((await front.ask("/stories")).text)).toContain("No story has been published here yet");
  const published = await publishedStory(site);
  expect((await front.ask("/stories")).text).toContain(`/stories/${published.publicId}`);
  expect((await front.ask("/stories?council=worcestershire")).text).toContain(published.publicId);
  expect((await front.ask("/stories?council=derbyshire")).text).not.toContain(published.publicId);
});

test("an address one letter away from a common one is asked about once, and saved as it is answered", async () => {
  const site = await testSite();
  const { front, base } = await begun(site);
  const asked = await front.ask(`${base}/email`, form({ email: "wren@gmial.com" }));
  expect(asked.status).toBe(422);
  expect(readable(asked.text)).toContain("Did you mean gmail.com?");
  expect((await storyOf(site, base))?.email).toBe("");
  const meant = await front.ask(`${base}/email`, form({ email: "wren@gmial.com", emailChecked: "on" }));
  expect(meant.status).toBe(303);
  expect((await storyOf(site, base))?.email).toBe("wren@gmial.com");
});
