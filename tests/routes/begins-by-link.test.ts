import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { requestSignIn } from "#app/domain/account/request-sign-in.server.ts";
import { draftPlace } from "#app/domain/campaign/draft.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

const PARENT = "parent@example.org";
const TITLE = "Answer every family <in time>";

/** A draft that its organiser has finished, and the path of a link that begins it. */
async function draftLink(site: TestSite): Promise<{ campaignId: string; number: number; path: string }> {
  const draft = await openPetition(site, { slug: "draft-1", state: "draft", title: TITLE, openedAt: null });
  const campaignId = draft.id;
  const email = site.keyring.seal(draftPlace(campaignId, "email"), PARENT);
  await site.db.transaction("type an address", (tx) =>
    tx
      .insert(tx.tables.drafts)
      .values({ campaignId, email, postcode: "", updatedAt: NOW, expiresAt: NOW + DAY }),
  );
  await requestSignIn(site, PARENT, NOW, { campaignId });
  const [asked] = await site.db.read.select().from(site.db.tables.signInRequests);
  const path = `/sign-in/${site.keyring.token("sign_in", asked?.id ?? "", 1)}`;
  return { campaignId, number: draft.number, path };
}

test("a link asked for with a draft names it, and pressed once signs in and begins it", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const { campaignId, number, path } = await draftLink(site);
  const page = await front.ask(path);
  expect([page.status, readable(page.text)]).toEqual([
    200,
    expect.stringContaining("Begin: Answer every family"),
  ]);
  expect(page.text).toContain("&lt;in time&gt;");
  const pressed = await Promise.all([1, 2, 3].map(() => send(front, path, { cookie: "" }, {})));
  expect(pressed.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
  const begun = pressed.find(({ status }) => status === 303);
  expect(begun?.headers.location).toBe(`/organise/${number}`);
  const { campaigns, organisers } = site.db.tables;
  const [campaign] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, campaignId));
  expect(campaign?.state).toBe("gathering");
  expect(await site.db.read.select().from(organisers)).toMatchObject([{ campaignId, role: "owner" }]);
  const cookie = begun?.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  expect((await see(front, `/organise/${number}`, { cookie })).status).toBe(200);
});

test("looking at the link, as mail scanners do, begins nothing; without it there is no way to begin", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const { campaignId, path } = await draftLink(site);
  for (const method of ["GET", "HEAD"]) await front.ask(path, { method });
  await requestSignIn(site, PARENT, NOW);
  const [campaign] = await site.db.read.select().from(site.db.tables.campaigns);
  expect(campaign).toMatchObject({ id: campaignId, state: "draft" });
});

test("a draft that has begun meanwhile is not begun again: the link signs in alone", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const { campaignId, path } = await draftLink(site);
  const { campaigns } = site.db.tables;
  await site.db.transaction("hide", (tx) =>
    tx.update(campaigns).set({ state: "hidden" }).where(eq(campaigns.id, campaignId)),
  );
  const pressed = await send(front, path, { cookie: "" }, {});
  expect([pressed.status, pressed.headers.location]).toEqual([303, "/account"]);
});

test("the mail for a draft says that its button begins a petition, and holds nothing that anybody typed", async () => {
  const site = await testSite();
  await draftLink(site);
  await sendQueuedMail(site.context(NOW));
  const [mail] = await listMailbox(site.db.read, site.keyring);
  expect(mail?.subject).toBe("Begin your petition");
  expect(mail?.text).not.toContain("every family");
});

test("pressed twice, the second press leads whoever is signed in by the first to the same page, and nobody else", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const { number, path } = await draftLink(site);
  const first = await send(front, path, { cookie: "" }, {});
  const cookie = first.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  const second = await send(front, path, { cookie }, {});
  expect([second.status, second.headers.location]).toEqual([303, `/organise/${number}`]);
  expect(second.headers["set-cookie"]).toBeUndefined();
  expect(await site.db.read.select().from(site.db.tables.sessions)).toHaveLength(1);
  expect((await send(front, path, { cookie: "" }, {})).status).toBe(410);
  expect((await send(front, path, await visitor(site), {})).status).toBe(410);
  expect((await front.ask(path)).status).toBe(410);
});

test("the second press of a link that signs in alone leads to where the first did", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  await requestSignIn(site, PARENT, NOW);
  const [asked] = await site.db.read.select().from(site.db.tables.signInRequests);
  const path = `/sign-in/${site.keyring.token("sign_in", asked?.id ?? "", 1)}`;
  const first = await send(front, path, { cookie: "" }, {});
  const cookie = first.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  const second = await send(front, path, { cookie }, {});
  expect([second.status, second.headers.location]).toEqual([303, first.headers.location]);
});
