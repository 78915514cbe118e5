import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { nextMailingAt } from "#app/domain/update/mailing-times.server.ts";
import { findPublicUpdate, listUpdates } from "#app/domain/update/queries.server.ts";
import { deleteDraftUpdate, saveDraftUpdate } from "#app/domain/update/save-draft-update.server.ts";
import { settleUpdate } from "#app/domain/update/settle-update.server.ts";
import { submitUpdate } from "#app/domain/update/submit-update.server.ts";
import { pullUpdate, withdrawUpdate } from "#app/domain/update/take-down-update.server.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import {
  draftUpdate,
  getUpdate,
  MODERATOR,
  NEWS,
  ORGANISER,
  publishedUpdate,
  waitingUpdate,
} from "./scene.ts";

const settling = (publicId: string) => ({
  publicId,
  moderatorId: MODERATOR,
  decision: "accepted" as const,
  note: "",
});

test("an update is shown to nobody before a moderator has accepted it", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const publicId = await draftUpdate(site, petition);
  const asked = { campaignId: petition.id, publicId };
  expect(await findPublicUpdate(site.db.read, asked)).toBeUndefined();
  expect(await submitUpdate(site, { ...asked, accountId: ORGANISER }, NOW)).toBe("waiting");
  expect(await findPublicUpdate(site.db.read, asked)).toBeUndefined();
  expect(await settleUpdate(site, settling(publicId), NOW)).toBe("settled");
  expect(await findPublicUpdate(site.db.read, asked)).toMatchObject({ title: NEWS.title });
  expect(await listUpdates(site.db.read, { campaignId: petition.id })).toMatchObject({ count: 1 });
  expect(await settleUpdate(site, settling(publicId), NOW)).toBe("already_settled");
});

test("a draft can be changed and thrown away, what was handed in cannot", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const publicId = await waitingUpdate(site, petition);
  const asked = { campaignId: petition.id, accountId: ORGANISER, publicId };
  expect(await saveDraftUpdate(site, { ...asked, form: { ...NEWS, title: "Other" } }, NOW)).toEqual({
    outcome: "unknown",
  });
  expect(await deleteDraftUpdate(site, asked)).toBe(false);
  expect(await submitUpdate(site, asked, NOW)).toBe("unknown");
  expect(await getUpdate(site, publicId)).toMatchObject({ title: NEWS.title, state: "waiting" });
});

test("nothing is told of a petition that has not opened, and nothing by the name of another one's draft", async () => {
  const site = await testSite();
  const gathering = await openPetition(site, { state: "gathering", openedAt: null });
  const saving = { campaignId: gathering.id, accountId: ORGANISER, form: NEWS };
  expect(await saveDraftUpdate(site, saving, NOW)).toEqual({ outcome: "not_now" });
  const [one, other] = [await openPetition(site), await openPetition(site)];
  const publicId = await draftUpdate(site, one);
  const asked = { campaignId: other.id, accountId: ORGANISER, publicId };
  expect(await submitUpdate(site, asked, NOW)).toBe("unknown");
  expect(await withdrawUpdate(site, asked, NOW)).toBe(false);
});

test("a mailing waits until the last is three days past, whenever they were published", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  expect(await publishedUpdate(site, petition)).toMatchObject({ mailing: "due", mailAt: NOW });
  expect(await publishedUpdate(site, petition, {}, NOW + HOUR)).toMatchObject({ mailAt: NOW + 3 * DAY });
  const quiet = await publishedUpdate(site, petition, { mail: false }, NOW + HOUR);
  expect(quiet).toMatchObject({ mailing: "none", mailAt: null });
  expect(await nextMailingAt(site.db.read, { campaignId: petition.id }, NOW + HOUR)).toBe(NOW + 6 * DAY);
  const other = await openPetition(site);
  expect(await publishedUpdate(site, other, {}, NOW + HOUR)).toMatchObject({ mailAt: NOW + HOUR });
});

test("one that was taken back before its time leaves its time to another", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await publishedUpdate(site, petition);
  const second = await publishedUpdate(site, petition, {}, NOW + HOUR);
  const asked = { campaignId: petition.id, accountId: ORGANISER, publicId: second.publicId };
  expect(await withdrawUpdate(site, asked, NOW + HOUR)).toBe(true);
  expect(await getUpdate(site, second.publicId)).toMatchObject({ state: "withdrawn", mailing: "none" });
  const third = await publishedUpdate(site, petition, {}, NOW + 2 * HOUR);
  expect(third).toMatchObject({ mailAt: NOW + 3 * DAY });
});

test("what a moderator pulls is gone from every page and its organisers are told why", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { publicId } = await publishedUpdate(site, petition);
  await runBy(site, petition.id, "somebody-else");
  const pulling = { publicId, moderatorId: MODERATOR, note: "It names a child." };
  expect(await pullUpdate(site, pulling, NOW + MINUTE)).toBe("pulled");
  expect(await findPublicUpdate(site.db.read, { campaignId: petition.id, publicId })).toBe("gone");
  expect((await listUpdates(site.db.read, { campaignId: petition.id })).count).toBe(0);
  expect(await pullUpdate(site, pulling, NOW + MINUTE)).toBe("not_public");
  const { organiserNotices } = site.db.tables;
  const notices = await site.db.read.select().from(organiserNotices);
  expect(notices.map(({ kind }) => kind)).toEqual(["update_settled"]);
  const { note } = await getUpdate(site, publicId);
  expect(note).not.toContain("child");
});

test("nobody settles or pulls news of a campaign that they run", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const waiting = await waitingUpdate(site, petition);
  const shown = await publishedUpdate(site, petition);
  await runBy(site, petition.id, MODERATOR);
  expect(await settleUpdate(site, settling(waiting), NOW)).toBe("own_campaign");
  const pulling = { publicId: shown.publicId, moderatorId: MODERATOR, note: "No" };
  expect(await pullUpdate(site, pulling, NOW)).toBe("own_campaign");
});

test("later news of a verified group's campaign appears at once, its first and that of others waits", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await giveGroup(site, petition.id, NOW);
  const first = await waitingUpdate(site, petition);
  await settleUpdate(site, settling(first), NOW);
  const publicId = await draftUpdate(site, petition);
  const asked = { campaignId: petition.id, accountId: ORGANISER, publicId };
  expect(await submitUpdate(site, asked, NOW)).toBe("published");
  expect(await getUpdate(site, publicId)).toMatchObject({ state: "published", settledBy: "" });
  const other = await openPetition(site);
  await giveGroup(site, other.id, null);
  await publishedUpdate(site, other);
  expect(await getUpdate(site, await waitingUpdate(site, other))).toMatchObject({ state: "waiting" });
});

test("so many updates can be handed in for one campaign in a day", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  for (let count = 0; count < 3; count += 1) await waitingUpdate(site, petition);
  const publicId = await draftUpdate(site, petition);
  const asked = { campaignId: petition.id, accountId: ORGANISER, publicId };
  expect(await submitUpdate(site, asked, NOW)).toBe("too_many");
  expect(await submitUpdate(site, asked, NOW + DAY)).toBe("waiting");
});

async function runBy(site: TestSite, campaignId: string, accountId: string): Promise<void> {
  const { organisers, accounts } = site.db.tables;
  await site.db.transaction("let somebody run it", async (tx) => {
    const [known] = await tx.select().from(accounts).where(eq(accounts.id, accountId));
    if (!known)
      await tx
        .insert(accounts)
        .values({ id: accountId, address: "", addressHash: accountId, createdAt: NOW });
    await tx.insert(organisers).values({ campaignId, accountId, role: "owner", addedAt: NOW });
  });
}

async function giveGroup(site: TestSite, campaignId: string, verifiedAt: number | null): Promise<void> {
  const { groups, campaigns } = site.db.tables;
  await site.db.transaction("give group", async (tx) => {
    const id = `group-${campaignId}`;
    await tx.insert(groups).values({
      ...{ id, slug: id, state: "open", name: "SEND Families", about: "", gssCode: "", declaredCount: 0 },
      ...{ declaredOf: "", declaredOn: "", pictureId: "", verifiedAt, verifiedBy: "", verifiedWords: "" },
      ...{ isDemonstration: false, createdAt: NOW, openedAt: NOW },
    });
    await tx.update(campaigns).set({ groupId: id }).where(eq(campaigns.id, campaignId));
  });
}
