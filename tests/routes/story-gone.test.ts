import sharp from "sharp";
import { expect, test } from "vitest";
import { takeDownStory } from "#app/domain/story/take-down-story.server.ts";
import { makePageCache, type PageCache } from "#app/http/page-cache.server.ts";
import { QUIET_UNITS } from "#app/http/quiet-units.ts";
import { securityHeaders } from "#app/http/security-headers.ts";
import { NOW } from "#tests/factories.ts";
import { form, startFront, type TestFront } from "#tests/http/front.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { publishedStory } from "#tests/story-factories.ts";
import { person } from "../domain/moderation/reviewing.ts";
import { openPages } from "./site-pages.ts";

const SECRETS = {
  title: "The plimsolls by the back door",
  text: "Nobody has worn the plimsolls for a year now. They stand by the door and we step around them.",
  pullQuote: "They stand by the door and we step around them.",
  contentNote: "speaks of a winter without sleep",
  easy: "He has no school. His plimsolls stay at home.",
};

/** Twenty pages are made, read, and made again. */
const TIMEOUT_MS = 120_000;

/** Every page of everybody that could show a story. */
function publicPaths(publicId: string): string[] {
  return [
    "/",
    "/stories",
    "/stories?council=worcestershire",
    "/stories?council=worcestershire&topic=what-no_place",
    "/stories?topic=what-no_place",
    "/stories?page=2",
    "/stories.atom",
    `/stories/${publicId}`,
    `/stories/${publicId}?text=easy`,
    `/stories/${publicId}/card.png`,
    `/stories/${publicId}/reply`,
    "/stories/compare",
    "/stories/compare.csv",
    "/councils",
    "/councils/worcestershire",
    "/councils/worcestershire/stories",
    "/councils/worcestershire/stories?topic=what-no_place",
    "/councils/worcestershire/stories.csv",
    "/petitions",
    "/petitions.json",
    "/sitemap.xml",
  ];
}

/** The site behind the real server with kept pages, as it runs; nothing is forgotten but what a commit says. */
async function keptSite(): Promise<{ site: TestSite; front: TestFront }> {
  let cache: PageCache | undefined;
  const site = await testSite({
    onCommit: (unit) => (QUIET_UNITS.has(unit) ? cache?.noteChange() : cache?.forget()),
  });
  cache = makePageCache({
    everywhere: securityHeaders(false),
    changeMark: () => site.db.changeMark(),
    now: () => 0,
  });
  const { answer } = await openPages(site);
  return { site, front: await startFront({ answer, cache, trustProxy: true }) };
}

/** What stands on every one of them, by path. */
async function readAll(front: TestFront, publicId: string) {
  const pages = new Map<string, { status: number; text: string; body: Buffer; cacheControl: string }>();
  for (const path of publicPaths(publicId)) {
    const { status, text, body, headers } = await front.ask(path);
    pages.set(path, { status, text, body, cacheControl: headers["cache-control"] ?? "" });
  }
  return pages;
}

async function toldAndRead() {
  const { site, front } = await keptSite();
  for (let at = 0; at < 4; at++)
    await publishedStory(site, { content: { title: `Another ${at}`, topics: ["what-no_place"] } });
  const story = await publishedStory(site, { content: { ...SECRETS, topics: ["what-no_place"] } });
  const before = await readAll(front, story.publicId);
  const showing = [...before].filter(([, { text }]) => text.includes(SECRETS.title)).map(([path]) => path);
  for (const path of ["/stories", "/stories.atom", "/councils/worcestershire/stories"])
    expect(showing).toContain(path);
  expect(before.get(`/stories/${story.publicId}`)?.text).toContain(SECRETS.text.slice(0, 30));
  expect(before.get(`/stories/${story.publicId}/card.png`)?.status).toBe(200);
  return { site, front, story, before };
}

function expectGone(
  after: Awaited<ReturnType<typeof readAll>>,
  before: Awaited<ReturnType<typeof readAll>>,
  publicId: string,
): void {
  for (const [path, { text, status, body }] of after) {
    for (const secret of [...Object.values(SECRETS), SECRETS.text.slice(0, 30)])
      expect(text, path).not.toContain(secret);
    if (path.startsWith(`/stories/${publicId}`)) expect(status, path).toBe(410);
    else {
      expect(text, path).not.toContain(publicId);
      expect(status, path).toBe(before.get(path)?.status);
    }
    const card = before.get(`/stories/${publicId}/card.png`)?.body;
    expect(body.equals(card ?? Buffer.alloc(0)), path).toBe(false);
  }
}

test(
  "a story that its author takes back is on no page, feed, card or kept copy the moment they have pressed",
  async () => {
    const { front, story, before } = await toldAndRead();
    const pressed = await front.ask(`/story/${story.token}/withdraw`, form({}));
    expect(pressed.status).toBe(303);
    expectGone(await readAll(front, story.publicId), before, story.publicId);
  },
  TIMEOUT_MS,
);

test(
  "a story that a moderator takes down is gone as much",
  async () => {
    const { site, front, story, before } = await toldAndRead();
    const moderatorId = await person(site, "moderator");
    const taken = { reason: "identifies_child", note: "" } as const;
    await takeDownStory(site, { publicId: story.publicId, moderatorId, form: taken }, NOW);
    expectGone(await readAll(front, story.publicId), before, story.publicId);
  },
  TIMEOUT_MS,
);

test(
  "pages that show a story are given out by nobody between us and a reader without asking",
  async () => {
    const { before, story } = await toldAndRead();
    for (const path of [
      "/stories",
      "/stories.atom",
      `/stories/${story.publicId}`,
      `/stories/${story.publicId}/card.png`,
    ])
      expect(before.get(path)?.cacheControl, path).toBe("public, max-age=0, must-revalidate");
  },
  TIMEOUT_MS,
);

test("the card is a picture of 1200 by 630 that a page points at, and a story behind a note shows its title alone", async () => {
  const { front, site } = await keptSite();
  const open = await publishedStory(site, { content: { ...SECRETS, contentNote: "" } });
  const noted = await publishedStory(site, { content: SECRETS });
  const page = await front.ask(`/stories/${open.publicId}`);
  expect(page.text).toContain(`/stories/${open.publicId}/card.png`);
  const { body, headers } = await front.ask(`/stories/${open.publicId}/card.png`);
  expect(headers["content-type"]).toBe("image/png");
  const { width, height } = await sharp(body).metadata();
  expect({ width, height }).toEqual({ width: 1200, height: 630 });
  const behind = await front.ask(`/stories/${noted.publicId}`);
  expect(behind.text).toContain(`property="og:image:alt" content="${SECRETS.title}"`);
  expect((await front.ask("/stories/nobodyknow/card.png")).status).toBe(404);
});
