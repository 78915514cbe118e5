import { expect, test } from "vitest";
import { listRequests, passOnRequest } from "#app/domain/story/pass-on-request.server.ts";
import { withdrawStory } from "#app/domain/story/withdraw-story.server.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { STORY_REQUESTS_PER_WEEK } from "#app/policy-stories.ts";
import type { StoryUse } from "#db/tables/story.ts";
import { NOW } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { publishedStory } from "#tests/story-factories.ts";
import { person } from "../moderation/reviewing.ts";

const FORM = {
  use: "journalists",
  who: "Orla Fenn of the Severn Echo",
  request: "May I speak to you? orla@example.org",
} as const;

async function scene(uses: readonly StoryUse[]) {
  const site = await testSite();
  const story = await publishedStory(site, { uses, email: "wren@example.org" });
  const moderatorId = await person(site, "moderator");
  const ask = (at = NOW + HOUR) =>
    passOnRequest(site, { publicId: story.publicId, moderatorId, form: FORM }, at);
  return { site, story, ask };
}

test("a journalist's request is mailed to an author who allows it, and says who asks only behind their own link", async () => {
  const { site, story, ask } = await scene(["publish", "journalists"]);
  expect(await ask()).toBe("passed_on");
  await sendQueuedMail(site.context(NOW + HOUR));
  const mails = await listMailbox(site.db.read, site.keyring);
  const mail = mails.find(({ text }) => text.includes("Somebody would like to speak to you"));
  expect(mail?.to).toBe("wren@example.org");
  expect(mail?.text).not.toContain("Orla");
  const [request] = await listRequests(site.db.read, site.keyring, story.id);
  expect(request?.request).toBe(FORM.request);
  const rows = await site.db.read.select().from(site.db.tables.storySharings);
  expect(JSON.stringify(rows)).not.toContain("orla@example.org");
});

test("an author who has not allowed it is not asked, and nothing is kept", async () => {
  const { site, story, ask } = await scene(["publish", "group"]);
  expect(await ask()).toBe("no_consent");
  expect(await listRequests(site.db.read, site.keyring, story.id)).toEqual([]);
});

test("after so many in a week no more are passed on", async () => {
  const { ask } = await scene(["publish", "journalists"]);
  for (let at = 0; at < STORY_REQUESTS_PER_WEEK; at++) expect(await ask(NOW + HOUR + at)).toBe("passed_on");
  expect(await ask(NOW + 2 * HOUR)).toBe("too_many");
});

test("what was asked goes with the story; that somebody asked stays for its author to read", async () => {
  const { site, story, ask } = await scene(["publish", "journalists"]);
  await ask();
  await withdrawStory(site, story.token, NOW + 2 * HOUR);
  expect(await ask(NOW + 3 * HOUR)).toBe("not_published");
  const rows = await site.db.read.select().from(site.db.tables.storySharings);
  expect(rows.map(({ request }) => request)).toEqual([""]);
  expect(rows[0]?.words).toContain("Severn Echo");
});
