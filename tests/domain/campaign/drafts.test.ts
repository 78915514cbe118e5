import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { requestSignIn } from "#app/domain/account/request-sign-in.server.ts";
import { signIn } from "#app/domain/account/sign-in.server.ts";
import { beginOwnDraft } from "#app/domain/campaign/begin-own-draft.server.ts";
import { findDraft } from "#app/domain/campaign/drafts.server.ts";
import { forgetDrafts } from "#app/domain/campaign/forget-drafts.server.ts";
import { saveDraft } from "#app/domain/campaign/save-draft.server.ts";
import { setDraftPicture } from "#app/domain/campaign/set-draft-picture.server.ts";
import { slugOf } from "#app/domain/campaign/slug.ts";
import { startDraft } from "#app/domain/campaign/start-draft.server.ts";
import { suggestBodies } from "#app/domain/campaign/suggest-bodies.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { DRAFT_MAILS, DRAFTS_PER_CLIENT_PER_HOUR } from "#app/policy.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";

const EMAIL = "wren@example.org";

async function writtenDraft(site: TestSite, title = "Answer every family", email = EMAIL) {
  const started = await startDraft(site, { kind: "petition", title, clientAddress: "10.1.2.3" }, NOW);
  if (started === "limited") throw new Error("limited");
  const draft = await findDraft(site, started.token);
  if (!draft) throw new Error("there is no draft");
  const part = {
    campaign: {
      ...({ bodyKind: "council", bodyName: "Worcestershire County Council", bodyGss: "E10000034" } as const),
      askClause: "to answer every family in time",
      organiserName: "Wren Applegarth",
    },
    text: { why: "Families wait for years." },
    asks: ["Answer every family in time"],
    email,
  };
  await saveDraft(site, { campaignId: draft.id, part }, NOW);
  return { id: draft.id, token: started.token };
}

async function pressMailedLink(site: TestSite, campaignId: string, email = EMAIL, now = NOW) {
  await requestSignIn(site, email, now, { campaignId });
  const { signInRequests } = site.db.tables;
  const rows = await site.db.read.select().from(signInRequests).orderBy(signInRequests.id);
  const token = site.keyring.token("sign_in", rows.at(-1)?.id ?? "", 1);
  return signIn(site, { token, device: "a browser" }, now);
}

async function campaignRow(site: TestSite, id: string) {
  const { campaigns } = site.db.tables;
  const [row] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, id));
  return row;
}

test("pressing the mailed link hands a draft over: it gathers supporters, has an owner and an address of its own", async () => {
  const site = await testSite();
  const { id, token } = await writtenDraft(site);
  const session = await pressMailedLink(site, id);
  const row = await campaignRow(site, id);
  expect(row).toMatchObject({ state: "gathering", slug: "answer-every-family" });
  expect(session?.begun).toBe(row?.number);
  const { organisers, drafts, links } = site.db.tables;
  expect(await site.db.read.select().from(organisers)).toMatchObject([{ campaignId: id, role: "owner" }]);
  expect(await site.db.read.select().from(drafts)).toEqual([]);
  const purposes = await site.db.read.select().from(links).where(eq(links.rowId, id));
  expect(purposes.map(({ purpose }) => purpose)).toEqual(["support"]);
  expect(await findDraft(site, token)).toBeUndefined();
});

test("a second press of a link, or a second link, begins nothing a second time", async () => {
  const site = await testSite();
  const { id } = await writtenDraft(site);
  await pressMailedLink(site, id);
  const again = await pressMailedLink(site, id);
  expect(again?.begun).toBeUndefined();
  const { campaignMoves } = site.db.tables;
  expect(await site.db.read.select().from(campaignMoves)).toHaveLength(1);
});

test("a link to another address than the one typed into the draft signs in and begins nothing", async () => {
  const site = await testSite();
  const { id } = await writtenDraft(site);
  const session = await pressMailedLink(site, id, "somebody-else@example.org");
  expect(session).toBeDefined();
  expect(session?.begun).toBeUndefined();
  expect((await campaignRow(site, id))?.state).toBe("draft");
});

test("a draft from which something was taken after the link went out does not begin", async () => {
  const site = await testSite();
  const { id } = await writtenDraft(site);
  await saveDraft(site, { campaignId: id, part: { text: { why: "" } } }, NOW);
  expect((await pressMailedLink(site, id))?.begun).toBeUndefined();
  expect((await campaignRow(site, id))?.state).toBe("draft");
});

test("somebody signed in with the draft's address begins at once, anybody else has to prove it", async () => {
  const site = await testSite();
  const first = await writtenDraft(site);
  await pressMailedLink(site, first.id);
  const { accounts } = site.db.tables;
  const [account] = await site.db.read.select().from(accounts);
  const second = await writtenDraft(site, "Another one");
  const foreign = await writtenDraft(site, "A third", "rowan@example.org");
  const begin = (campaignId: string, accountId?: string) =>
    beginOwnDraft(site, { campaignId, accountId }, NOW);
  expect(await begin(second.id, undefined)).toBe("prove_address");
  expect(await begin(foreign.id, account?.id)).toBe("prove_address");
  expect(await begin(second.id, account?.id)).toMatchObject({ number: expect.any(Number) });
});

test("two drafts of the same title that begin at once get different addresses and numbers", async () => {
  const site = await testSite();
  await openPetition(site, { slug: "answer-every-family" });
  const drafts = [await writtenDraft(site), await writtenDraft(site), await writtenDraft(site)];
  await pressMailedLink(site, drafts[0]?.id ?? "");
  const { accounts } = site.db.tables;
  const [account] = await site.db.read.select().from(accounts);
  await Promise.all(
    drafts.slice(1).map(({ id }) => beginOwnDraft(site, { campaignId: id, accountId: account?.id }, NOW)),
  );
  const rows = await Promise.all(drafts.map(({ id }) => campaignRow(site, id)));
  expect(rows.map((row) => row?.slug).toSorted()).toEqual([
    "answer-every-family-2",
    "answer-every-family-3",
    "answer-every-family-4",
  ]);
  expect(new Set(rows.map((row) => row?.number)).size).toBe(3);
});

test("drafts begun at the same moment have numbers of their own", async () => {
  const site = await testSite();
  const started = await Promise.all(
    [1, 2, 3, 4, 5].map((index) =>
      startDraft(site, { kind: "petition", title: `Draft ${index}`, clientAddress: `10.0.0.${index}` }, NOW),
    ),
  );
  expect(started.every((one) => one !== "limited")).toBe(true);
  const { campaigns } = site.db.tables;
  const numbers = (await site.db.read.select().from(campaigns)).map(({ number }) => number);
  expect(new Set(numbers).size).toBe(5);
});

test("the link is mailed when an address is typed, not again for the same one, and only so often", async () => {
  const site = await testSite();
  const { id } = await writtenDraft(site);
  await saveDraft(site, { campaignId: id, part: { email: EMAIL } }, NOW);
  const { outbox } = site.db.tables;
  const mails = async () =>
    (await site.db.read.select().from(outbox).where(eq(outbox.template, "draft-link"))).length;
  expect(await mails()).toBe(1);
  for (let count = 0; count < DRAFT_MAILS + 3; count += 1)
    await saveDraft(site, { campaignId: id, part: { email: `someone-${count}@example.org` } }, NOW);
  expect(await mails()).toBe(DRAFT_MAILS);
});

test("one client begins so many drafts in an hour and no more", async () => {
  const site = await testSite();
  const start = () =>
    startDraft(site, { kind: "petition", title: "Yet another", clientAddress: "10.9.9.9" }, NOW);
  for (let count = 0; count < DRAFTS_PER_CLIENT_PER_HOUR; count += 1)
    expect(await start()).not.toBe("limited");
  expect(await start()).toBe("limited");
});

test("a draft that nobody has touched for thirty days is deleted with all that was written, and one that was begun stays", async () => {
  const site = await testSite();
  const left = await writtenDraft(site, "Left behind");
  const begun = await writtenDraft(site, "Begun");
  await pressMailedLink(site, begun.id);
  const { asks, pictures, links } = site.db.tables;
  const picture = { alt: "A lift", mediaType: "image/webp", width: 400, height: 300, createdAt: NOW };
  await site.db.transaction("add a picture", (tx) =>
    tx
      .insert(pictures)
      .values({ ...picture, id: "one", publicId: "one", campaignId: left.id, bytes: Buffer.from("x") }),
  );
  expect(await forgetDrafts(site, NOW + 29 * DAY)).toBe(0);
  expect(await forgetDrafts(site, NOW + 30 * DAY)).toBe(1);
  expect(await campaignRow(site, left.id)).toBeUndefined();
  expect((await campaignRow(site, begun.id))?.state).toBe("gathering");
  expect(await findDraft(site, left.token)).toBeUndefined();
  const { campaignTexts } = site.db.tables;
  const texts = await site.db.read.select().from(campaignTexts);
  expect(texts.map(({ title }) => title)).toEqual(["Begun"]);
  expect(await site.db.read.select().from(pictures)).toEqual([]);
  expect(await site.db.read.select().from(asks).where(eq(asks.campaignId, left.id))).toEqual([]);
  expect(await site.db.read.select().from(links).where(eq(links.rowId, left.id))).toEqual([]);
});

test("address and postcode of a draft are not readable in the database", async () => {
  const site = await testSite();
  const { id } = await writtenDraft(site);
  await saveDraft(site, { campaignId: id, part: { postcode: "WR52NP" } }, NOW);
  const { drafts } = site.db.tables;
  const stored = JSON.stringify(await site.db.read.select().from(drafts));
  expect(stored).not.toContain("wren");
  expect(stored).not.toContain("WR52NP");
});

test("schools lie with the county and bins with the district, where there are both; a unitary council runs everything", async () => {
  const site = await testSite();
  const best = async (postcode: string, topic: string) =>
    (await suggestBodies(site, { postcode, topic })).map(({ name, isBest }) => [name, isBest]);
  expect(await best("WR52NP", "education")).toEqual([
    ["Worcestershire County Council", true],
    ["Worcester City Council", false],
  ]);
  expect((await best("WR52NP", "waste"))[0]).toEqual(["Worcester City Council", true]);
  expect(await best("SE64RU", "education")).toHaveLength(1);
  expect(await best("", "education")).toEqual([]);
});

test("an address is made of the title's letters, whole words, and is never one of this site's own", () => {
  expect(slugOf("petition", "Save St. Mary’s Café & Library!")).toBe("save-st-marys-cafe-and-library");
  expect(slugOf("petition", "Near")).toBe("petition-near");
  expect(slugOf("petition", "Draft 5: do it")).toBe("petition-draft-5-do-it");
  expect(slugOf("petition", "يجب")).toBe("petition");
  expect(slugOf("petition", "word ".repeat(40)).length).toBeLessThanOrEqual(60);
  expect(slugOf("petition", "x".repeat(200))).toBe("x".repeat(60));
});

test("the link of a draft that has begun meanwhile changes no picture any more", async () => {
  const site = await testSite();
  const { id } = await writtenDraft(site);
  expect(await setDraftPicture(site, { campaignId: id, pictureId: "" })).toBe("set");
  await pressMailedLink(site, id);
  expect(await setDraftPicture(site, { campaignId: id, pictureId: "" })).toBe("gone");
  expect(await setDraftPicture(site, { campaignId: id, pictureId: "another" })).toBe("gone");
});
