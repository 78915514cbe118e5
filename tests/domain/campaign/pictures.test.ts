import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { findPicture, findPictureBytes, findPictureFile } from "#app/domain/campaign/find-picture.server.ts";
import { type MadePicture, PictureAlt } from "#app/domain/campaign/picture.ts";
import { purgePictures } from "#app/domain/campaign/purge-pictures.server.ts";
import { dropPicture, showPicture } from "#app/domain/campaign/show-picture.server.ts";
import { storePicture } from "#app/domain/campaign/store-picture.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { PICTURES_PER_CAMPAIGN } from "#app/policy.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";

test("a picture comes back byte for byte, with its words, under an address that cannot be guessed", async () => {
  const site = await testSite();
  const { id: campaignId } = await openPetition(site);
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const made = { ...picture(), bytes, smallBytes: Uint8Array.of(0, 255) };
  const { pictureId, publicId } = await storePicture(site, { campaignId, picture: made, alt: "A hall" }, NOW);
  expect(publicId).toMatch(/^[a-z0-9]{26}$/);
  const { read } = site.db;
  expect(await findPicture(read, pictureId)).toEqual({
    ...{ publicId, alt: "A hall", width: 1600, height: 900, hasSmall: true },
  });
  expect([...((await findPictureBytes(read, pictureId, false)) ?? [])]).toEqual([...bytes]);
  expect([...((await findPictureBytes(read, pictureId, true)) ?? [])]).toEqual([0, 255]);
  expect(await findPictureFile(read, publicId)).toMatchObject({ isPresent: false, campaignState: "open" });
});

test("a picture without a small version is its own small version", async () => {
  const site = await testSite();
  const { id: campaignId } = await openPetition(site);
  const { pictureId } = await store(site, campaignId);
  expect((await findPicture(site.db.read, pictureId))?.hasSmall).toBe(false);
  expect([...((await findPictureBytes(site.db.read, pictureId, true)) ?? [])]).toEqual([1, 2, 3]);
});

test("showing another picture deletes the one before; taking it off deletes it too", async () => {
  const site = await testSite();
  const { id: campaignId } = await openPetition(site);
  const first = await store(site, campaignId);
  const second = await store(site, campaignId);
  expect(await use(site, campaignId, first.pictureId)).toBe(true);
  expect(await use(site, campaignId, first.pictureId)).toBe(true);
  expect(await kept(site)).toEqual([first.pictureId, second.pictureId].sort());
  expect(await use(site, campaignId, second.pictureId)).toBe(true);
  expect(await kept(site)).toEqual([second.pictureId]);
  expect(await findPictureFile(site.db.read, second.publicId)).toMatchObject({ isPresent: true });
  expect(await site.db.transaction("drop", (tx) => dropPicture(tx, campaignId))).toBe(true);
  expect(await kept(site)).toEqual([]);
});

test("a campaign shows no picture of another campaign, none that is not there, and none outside the states given", async () => {
  const site = await testSite();
  const { id: campaignId } = await openPetition(site);
  const other = await openPetition(site);
  const foreign = await store(site, other.id);
  const own = await store(site, campaignId);
  expect(await use(site, campaignId, foreign.pictureId)).toBe(false);
  expect(await use(site, campaignId, v7())).toBe(false);
  expect(
    await site.db.transaction("use", (tx) =>
      showPicture(tx, campaignId, own.pictureId, ["draft", "gathering"]),
    ),
  ).toBe(false);
  expect(await site.db.transaction("drop", (tx) => dropPicture(tx, campaignId, ["draft"]))).toBe(false);
  const { campaigns } = site.db.tables;
  const [row] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, campaignId));
  expect(row?.pictureId).toBe("");
});

test("pictures that nothing uses go after a day; those shown or proposed stay for as long as they are", async () => {
  const site = await testSite();
  const { id: campaignId } = await openPetition(site);
  const shown = await store(site, campaignId);
  const proposed = await store(site, campaignId);
  const declined = await store(site, campaignId);
  const tried = await store(site, campaignId);
  await use(site, campaignId, shown.pictureId);
  await propose(site, campaignId, proposed.pictureId, "waiting");
  await propose(site, campaignId, declined.pictureId, "declined");
  expect(await purgePictures(site, NOW + DAY - 1)).toBe(0);
  expect(await purgePictures(site, NOW + DAY)).toBe(2);
  expect(await kept(site)).toEqual([shown.pictureId, proposed.pictureId].sort());
  expect(await kept(site)).not.toContain(tried.pictureId);
  const { proposedChanges } = site.db.tables;
  await site.db.transaction("withdraw", (tx) => tx.update(proposedChanges).set({ state: "withdrawn" }));
  expect(await purgePictures(site, NOW + DAY)).toBe(1);
  expect(await kept(site)).toEqual([shown.pictureId]);
});

test("a replaced picture that a change still asks for stays", async () => {
  const site = await testSite();
  const { id: campaignId } = await openPetition(site);
  const first = await store(site, campaignId);
  const second = await store(site, campaignId);
  await use(site, campaignId, first.pictureId);
  await propose(site, campaignId, first.pictureId, "waiting");
  await use(site, campaignId, second.pictureId);
  expect(await kept(site)).toEqual([first.pictureId, second.pictureId].sort());
});

test("however many pictures are tried, a campaign keeps few, and always the one it shows", async () => {
  const site = await testSite();
  const { id: campaignId } = await openPetition(site);
  const elsewhere = await store(site, (await openPetition(site)).id);
  const shown = await store(site, campaignId);
  await use(site, campaignId, shown.pictureId);
  let last = shown;
  for (let count = 0; count < PICTURES_PER_CAMPAIGN + 3; count += 1)
    last = await store(site, campaignId, NOW + 1 + count);
  const left = await kept(site);
  expect(left).toHaveLength(PICTURES_PER_CAMPAIGN + 2);
  expect(left).toEqual(expect.arrayContaining([shown.pictureId, last.pictureId, elsewhere.pictureId]));
});

test.each(["", "  ", "Hall", "....................", "x".repeat(251), "a \u202e reversed hall"])(
  "“%s” does not say what a picture shows",
  (typed) => {
    expect(PictureAlt.safeParse(typed).success).toBe(false);
  },
);

test("what a picture shows is said in one line", () => {
  expect(PictureAlt.parse("  Six families\r\n outside\tCounty Hall ")).toBe(
    "Six families outside County Hall",
  );
  expect(PictureAlt.safeParse(undefined).success).toBe(false);
});

function picture(): MadePicture {
  const bytes = Uint8Array.of(1, 2, 3);
  return { bytes, smallBytes: null, mediaType: "image/webp", width: 1600, height: 900 };
}

function store(site: TestSite, campaignId: string, now: number = NOW) {
  return storePicture(site, { campaignId, picture: picture(), alt: "A hall" }, now);
}

function use(site: TestSite, campaignId: string, pictureId: string): Promise<boolean> {
  return site.db.transaction("use", (tx) => showPicture(tx, campaignId, pictureId));
}

async function kept(site: TestSite): Promise<string[]> {
  const { pictures } = site.db.tables;
  return (await site.db.read.select({ id: pictures.id }).from(pictures)).map(({ id }) => id).sort();
}

async function propose(
  site: TestSite,
  campaignId: string,
  pictureId: string,
  state: "waiting" | "declined",
): Promise<void> {
  const id = v7();
  await site.db.transaction("propose", (tx) =>
    tx.insert(tx.tables.proposedChanges).values({
      ...{ id, publicId: id, campaignId, accountId: "", content: "{}", textVersion: 1, pictureId, state },
      ...{ why: "", note: "", createdAt: NOW, settledAt: null, settledBy: "" },
    }),
  );
}
