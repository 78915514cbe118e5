import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { changeConsents } from "#app/domain/story/change-consents.server.ts";
import { sumStories } from "#app/domain/story/sum-stories.server.ts";
import { withdrawStory } from "#app/domain/story/withdraw-story.server.ts";
import { NOW } from "#tests/factories.ts";
import { type PdfRead, readPdf } from "#tests/http/pdf-text.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { publishedStory } from "#tests/story-factories.ts";
import { type SignedInVisitor, see, send, visitor } from "./admin-scene.ts";
import { organiseScene } from "./organise-scene.ts";
import { serveSite } from "./served-site.ts";
import { openPages, readable } from "./site-pages.ts";

const PAGE = "/organise/evidence/worcestershire";
const FILE = `${PAGE}/pack.pdf`;

/** The file as somebody gets it, read. */
async function packFor(site: TestSite, { cookie }: SignedInVisitor): Promise<PdfRead> {
  const { answer } = await openPages(site);
  const request = new Request(new URL(FILE, site.settings.appUrl), {
    method: "POST",
    body: new URLSearchParams({ reader: "scrutiny" }),
    headers: { Cookie: cookie },
  });
  const response = await answer(request, { address: "127.0.0.1" });
  expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
  return readPdf(Buffer.from(await response.arrayBuffer()));
}

async function sharingsOf(site: TestSite, storyId: string): Promise<string[]> {
  const { storySharings } = site.db.tables;
  const rows = await site.db.read.select().from(storySharings).where(eq(storySharings.storyId, storyId));
  return rows.map(({ words }) => words);
}

test("a pack holds sums, method and the stories whose authors agreed to it, and each of these sees where it went", async () => {
  const site = await testSite();
  const agreed = await publishedStory(site, { uses: ["publish", "inspectorate"] });
  const kept = await publishedStory(site, {
    uses: ["publish", "representatives"],
    content: { title: "Only for this site" },
  });
  const { storyFacts } = site.db.tables;
  const [facts] = await site.db.read.select().from(storyFacts);
  await site.db.transaction("copy facts of a test", async (tx) => {
    for (let number = 0; facts && number < 10; number++)
      await tx.insert(storyFacts).values({ ...facts, storyId: `other-${number}` });
  });
  await sumStories(site, NOW);
  const { text, tags, raw } = await packFor(site, await visitor(site, "moderator"));
  const flat = text.replace(/\s+/g, " ");
  for (const words of [
    "What families say of Worcestershire County Council",
    "For: A scrutiny committee of the council",
    "Made on 25 November 2026",
    "2 stories of this council can be read there. This pack holds 1 of them in full, below: those whose",
    "12 families told of Worcestershire County Council.",
    "about 110 months without a full school place",
    "No school place: 12",
    "The official figures",
    "Source: ",
    "not a sample",
    "1. A year at the kitchen table",
    "Told in November 2026 by a parent",
    "Every morning we sit down at the kitchen table instead.",
  ])
    expect(flat, words).toContain(words);
  expect(flat).not.toContain("Only for this site");
  expect(flat).not.toMatch(/Autism|7 to 12 months \(|5 to 10|@example/);
  for (const tag of ["H1", "H2", "H3", "L", "LI", "LBody", "P"]) expect(tags, tag).toContain(tag);
  expect(raw).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(await sharingsOf(site, agreed.id)).toEqual([
    "an evidence pack about Worcestershire County Council, made by a moderator of this site, for: A scrutiny committee of the council",
  ]);
  expect(await sharingsOf(site, kept.id)).toEqual([]);
  const own = readable((await (await serveSite(site)).ask(`/story/${agreed.token}`)).text);
  expect(own).toContain("25 November 2026: an evidence pack about Worcestershire County Council");
  const audit = await site.db.read.select().from(site.db.tables.auditLog);
  expect(audit.at(-1)).toMatchObject({ action: "pack_stories", detail: "scrutiny, 1 stories" });
});

test("a story that was taken back, or whose author took this use back, is in no later pack and noted in none", async () => {
  const site = await testSite();
  const uses = ["publish", "inspectorate"] as const;
  const gone = await publishedStory(site, { uses, content: { title: "Taken back whole" } });
  const less = await publishedStory(site, { uses, content: { title: "Taken back in part" } });
  const moderator = await visitor(site, "moderator");
  expect((await packFor(site, moderator)).text).toContain("Taken back whole");
  await withdrawStory(site, gone.token, NOW + 1);
  await changeConsents(site, { storyId: less.id, uses: ["publish"] }, NOW + 1);
  const { text } = await packFor(site, moderator);
  expect(text).not.toContain("Taken back");
  expect(text.replace(/\s+/g, " ")).toContain("Fewer than ten families have told");
  expect(await sharingsOf(site, less.id)).toHaveLength(1);
  const withdrawn = readable((await (await serveSite(site)).ask(`/story/${gone.token}`)).text);
  expect(withdrawn).toContain("Where it had gone");
  expect(withdrawn).toContain("an evidence pack about Worcestershire County Council");
});

test("of packs made while stories are taken back, each story is in the pack with its note, or in neither", async () => {
  const site = await testSite();
  const told = await Promise.all(
    Array.from({ length: 6 }, (_, number) =>
      publishedStory(site, {
        uses: ["publish", "inspectorate"],
        content: { title: `Story number ${number}.` },
      }),
    ),
  );
  const moderator = await visitor(site, "moderator");
  const [first, second] = await Promise.all([
    packFor(site, moderator),
    packFor(site, moderator),
    ...told.map(({ token }) => withdrawStory(site, token, NOW + 1)),
  ]);
  const texts = [first, second].map((one) => (one && "text" in one ? one.text : ""));
  for (const [number, { id }] of told.entries()) {
    const inPacks = texts.filter((text) => text.includes(`Story number ${number}.`)).length;
    expect(await sharingsOf(site, id)).toHaveLength(inPacks);
  }
});

test("packs are for moderators and those who run a published campaign; a link makes none; others read who may have one", async () => {
  const site = await testSite();
  const told = await publishedStory(site, { uses: ["publish", "inspectorate"] });
  const { front, owner, stranger, moderator } = await organiseScene(site);
  expect((await see(front, PAGE, stranger)).status).toBe(403);
  expect((await send(front, FILE, stranger, { reader: "scrutiny" })).status).toBe(403);
  expect((await front.ask(PAGE)).status).toBe(303);
  for (const who of [owner, moderator]) {
    const page = await see(front, PAGE, who);
    expect([page.status, page.headers["cache-control"]]).toEqual([200, "private, no-store"]);
    expect(readable(page.text)).toContain("1 story of 1: those whose authors agreed to this use.");
  }
  expect((await see(front, FILE, owner)).status).toBe(303);
  expect((await send(front, FILE, owner, { reader: "my-neighbour" })).status).toBe(422);
  expect(await sharingsOf(site, told.id)).toEqual([]);
  const made = await send(front, FILE, owner, { reader: "inspectors" });
  expect([made.status, made.headers["cache-control"]]).toEqual([200, "private, no-store"]);
  expect(await sharingsOf(site, told.id)).toHaveLength(1);
  const link = `href="${PAGE}"`;
  expect((await see(front, "/councils/worcestershire/stories", owner)).text).toContain(link);
  const open = await front.ask("/councils/worcestershire/stories");
  expect(open.text).not.toContain(link);
  expect(readable(open.text)).toContain("There is an evidence pack");
});

test("no pack is made by somebody whose own campaign no moderator has published", async () => {
  const site = await testSite();
  const { front, owner } = await organiseScene(site, { state: "gathering", openedAt: null });
  expect((await see(front, PAGE, owner)).status).toBe(403);
});
