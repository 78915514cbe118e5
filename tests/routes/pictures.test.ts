import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { picturePath } from "#app/domain/campaign/picture.ts";
import { showPicture } from "#app/domain/campaign/show-picture.server.ts";
import { storePicture } from "#app/domain/campaign/store-picture.server.ts";
import { takePicture } from "#app/http/take-picture.server.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { bomb, pictureForm, plain } from "#tests/http/pictures.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { see, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";
import { openPages } from "./site-pages.ts";

const ALT = "Six families outside County Hall";

test("the picture that a published petition shows is everybody's for five minutes, and runs nothing", async () => {
  const { front, path } = await published();
  const answer = await front.ask(path);
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "public, max-age=300",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  });
  expect(answer.body.subarray(8, 12).toString()).toBe("WEBP");
  expect(Number(answer.headers["content-length"])).toBe(answer.body.length);
});

test("a browser that has it is told so, one that has the other size is not", async () => {
  const { front, path } = await published();
  const { etag = "" } = (await front.ask(path)).headers;
  const again = await front.ask(path, { headers: { "If-None-Match": etag } });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  expect(again.headers["cache-control"]).toBe("public, max-age=300");
  const small = await front.ask(`${path}?size=small`, { headers: { "If-None-Match": etag } });
  expect(small.status).toBe(200);
  expect(small.body.length).toBeLessThan((await front.ask(path)).body.length);
});

test.each(["hidden", "removed"] as const)("the picture of a %s petition is gone: 410", async (state) => {
  const { site, front, path, campaignId } = await published();
  await setState(site, campaignId, state);
  expect((await front.ask(path)).status).toBe(410);
  expect((await front.ask(`${path}?size=small`)).status).toBe(410);
});

test("moderators see the picture of a hidden petition, nobody else who is signed in does, and nobody keeps it", async () => {
  const { site, front, path, campaignId } = await published();
  await setState(site, campaignId, "hidden");
  const seen = await see(front, path, await visitor(site, "moderator"));
  expect([seen.status, seen.headers["cache-control"]]).toEqual([200, "private, no-store"]);
  expect((await see(front, path, await visitor(site))).status).toBe(410);
});

test.each(["draft", "gathering", "in_review", "changes_requested"] as const)(
  "the picture of a petition in %s is for those who have its address, and kept by nobody",
  async (state) => {
    const { site, front, path, campaignId } = await published();
    await setState(site, campaignId, state);
    const answer = await front.ask(path);
    expect([answer.status, answer.headers["cache-control"]]).toEqual([200, "private, no-store"]);
    expect(answer.headers.etag).toBeUndefined();
  },
);

test("a picture that is only proposed is kept by nobody, and one that was replaced is there no more", async () => {
  const { site, front, path, campaignId } = await published();
  const other = await take(site, campaignId);
  const proposed = await front.ask(picturePath(other.publicId));
  expect([proposed.status, proposed.headers["cache-control"]]).toEqual([200, "private, no-store"]);
  await show(site, campaignId, other.pictureId);
  expect((await front.ask(path)).status).toBe(404);
  expect((await front.ask(picturePath(other.publicId))).headers["cache-control"]).toBe("public, max-age=300");
});

test("an address that is no picture answers 404", async () => {
  const front = await serveSite(await testSite());
  for (const path of ["/pictures/nothing.webp", "/pictures/.webp", "/pictures/a%2Fb.webp", "/pictures/x.png"])
    expect([path, (await front.ask(path)).status]).toEqual([path, 404]);
});

test("a petition's page shows its picture with its words, its measures and a version for phones", async () => {
  const { site, slug, path } = await published();
  const html = await (await (await openPages(site)).get(`/petitions/${slug}`)).text();
  const img = /<img[^>]*>/.exec(html)?.[0] ?? "";
  expect(img).toContain(`alt="${ALT}"`);
  expect(img).toContain('width="1000" height="500"');
  expect(img).toContain('loading="lazy"');
  expect(img).toContain(`srcSet="${path}?size=small 800w, ${path} 1000w"`);
});

test("a form without a file stores nothing, and one that is refused says what to do at the field", async () => {
  const site = await testSite();
  const { id } = await openPetition(site);
  expect(await send(site, id, undefined)).toEqual({ kind: "none", values: { alt: ALT } });
  const svg = await send(site, id, Buffer.from("<svg/>"), { alt: "" });
  expect(svg).toMatchObject({ kind: "refused", status: 422, values: { alt: "" } });
  expect(svg.kind === "refused" && Object.keys(svg.errors)).toEqual(["picture", "alt"]);
  const good = await plain(400, 300).png().toBuffer();
  expect(await send(site, id, good, { alt: "" })).toMatchObject({ kind: "refused", status: 422 });
  const large = Buffer.concat([good, Buffer.alloc(8 * 1024 * 1024)]);
  const tooLarge = await send(site, id, large);
  expect(tooLarge).toMatchObject({ kind: "refused", status: 413 });
  expect(tooLarge.kind === "refused" && tooLarge.errors.picture).toContain("at most 8 MB");
  const manyDots = await send(site, id, await bomb(8_000, 6_251));
  expect(manyDots).toMatchObject({ kind: "refused", status: 422 });
  expect(manyDots.kind === "refused" && manyDots.errors.picture).toBe(
    "This picture has too many dots: at most 50 million. Make it smaller, or take a screenshot of it and choose that",
  );
  expect(await site.db.read.select().from(site.db.tables.pictures)).toEqual([]);
  expect((await send(site, id, good)).kind).toBe("stored");
});

async function published() {
  const site = await testSite();
  const { id: campaignId, slug } = await openPetition(site);
  const { pictureId, publicId } = await take(site, campaignId);
  await show(site, campaignId, pictureId);
  return { site, front: await serveSite(site), campaignId, slug, path: picturePath(publicId) };
}

async function take(site: TestSite, campaignId: string) {
  const taken = await send(site, campaignId, await plain(1000, 500).jpeg().toBuffer());
  if (taken.kind !== "stored") throw new Error("the picture was not stored");
  return taken;
}

async function send(
  site: TestSite,
  campaignId: string,
  file?: Buffer,
  fields: Record<string, string> = { alt: ALT },
) {
  const form = await pictureForm(file, fields);
  const request = new Request(new URL("/start/token/picture", site.settings.appUrl), {
    ...form,
    body: new Uint8Array(form.body),
  });
  return takePicture(request, (made) => storePicture(site, { campaignId, ...made }, NOW));
}

function show(site: TestSite, campaignId: string, pictureId: string): Promise<boolean> {
  return site.db.transaction("use", (tx) => showPicture(tx, campaignId, pictureId));
}

async function setState(site: TestSite, campaignId: string, state: CampaignState): Promise<void> {
  const { campaigns } = site.db.tables;
  await site.db.transaction("state", (tx) =>
    tx.update(campaigns).set({ state }).where(eq(campaigns.id, campaignId)),
  );
}
