import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ensureAccount } from "#app/domain/account/ensure-account.server.ts";
import { editText } from "#app/domain/campaign/edit-text.server.ts";
import { findFormerText, listFormerTexts } from "#app/domain/campaign/former-texts.server.ts";
import { listChanges } from "#app/domain/campaign/proposals.server.ts";
import { proposeChange, withdrawChange } from "#app/domain/campaign/propose-change.server.ts";
import { getText } from "#app/domain/campaign/replace-text.server.ts";
import { settleChange } from "#app/domain/campaign/settle-change.server.ts";
import type { TextContent } from "#app/domain/campaign/text-content.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { type OrganisedPetition, organisedPetition } from "./organised-petition.ts";

const NEXT_DAY = NOW + DAY;

async function openScene(site: TestSite) {
  const scene = await organisedPetition(site, { state: "open", openedAt: NOW - DAY });
  const moderatorId = await site.db.transaction("make a moderator", (tx) =>
    ensureAccount(tx, site, "moderator@example.org", NOW),
  );
  return { ...scene, moderatorId };
}

async function changed(site: TestSite, campaignId: string): Promise<TextContent> {
  const text = await getText(site.db.read, campaignId);
  return { ...text, en: { ...text.en, title: "A better title" } };
}

async function propose(
  site: TestSite,
  { petition, ownerId }: OrganisedPetition,
  content?: TextContent,
  now = NOW,
) {
  return proposeChange(
    site,
    {
      campaignId: petition.id,
      accountId: ownerId,
      content: content ?? (await changed(site, petition.id)),
      version: 1,
      why: "It reads better.",
    },
    now,
  );
}

async function onlyChange(site: TestSite, campaignId: string) {
  const [change] = await listChanges(site.db.read, site.keyring, campaignId);
  if (!change) throw new Error("nothing was proposed");
  return change;
}

test("an organiser edits what only supporters have seen, and the version goes up", async () => {
  const site = await testSite();
  const { petition } = await organisedPetition(site);
  const content = await changed(site, petition.id);
  const edit = { campaignId: petition.id, content, version: 1 };
  expect(await editText(site, edit, NOW)).toBe("saved");
  expect((await getText(site.db.read, petition.id)).en.title).toBe("A better title");
  expect(await editText(site, edit, NOW)).toBe("changed_meanwhile");
  expect(await editText(site, { ...edit, version: 2 }, NOW)).toBe("unchanged");
  expect(await listFormerTexts(site.db.read, petition.id)).toEqual([]);
});

test("what the public may sign is edited by nobody, and what it may not sign takes no proposals", async () => {
  const site = await testSite();
  for (const state of ["in_review", "open", "paused", "closed", "rejected", "hidden", "removed"] as const) {
    const { petition } = await organisedPetition(site, { state });
    const content = await changed(site, petition.id);
    expect(await editText(site, { campaignId: petition.id, content, version: 1 }, NOW), state).toBe(
      "not_now",
    );
  }
  for (const state of ["gathering", "in_review", "closed", "hidden", "removed"] as const) {
    const scene = await organisedPetition(site, { state });
    expect(await propose(site, scene), state).toBe("not_now");
  }
});

test("one change waits at a time; it can be taken back, by its own campaign alone", async () => {
  const site = await testSite();
  const scene = await openScene(site);
  const other = await openScene(site);
  const asked = await Promise.all([propose(site, scene), propose(site, scene)]);
  expect(asked.toSorted()).toEqual(["already_waiting", "proposed"]);
  const { publicId } = await onlyChange(site, scene.petition.id);
  expect(await withdrawChange(site, { campaignId: other.petition.id, publicId }, NOW)).toBe(false);
  expect(await withdrawChange(site, { campaignId: scene.petition.id, publicId }, NOW)).toBe(true);
  expect(await withdrawChange(site, { campaignId: scene.petition.id, publicId }, NOW)).toBe(false);
  const { moderatorId } = scene;
  const settling = { publicId, moderatorId, decision: "accepted", note: "" } as const;
  expect(await settleChange(site, settling, NOW)).toBe("already_settled");
  expect((await getText(site.db.read, scene.petition.id)).en.title).not.toBe("A better title");
});

test("an accepted change is the text from then on, and the old one stays to be read with who had signed it", async () => {
  const site = await testSite();
  const scene = await openScene(site);
  const { petition, moderatorId } = scene;
  await confirmedSignature(site, petition);
  await confirmedSignature(site, petition);
  expect(await propose(site, scene)).toBe("proposed");
  const { publicId } = await onlyChange(site, petition.id);
  const settling = { publicId, moderatorId, decision: "accepted", note: "Thank you" } as const;
  expect(await settleChange(site, settling, NEXT_DAY)).toBe("settled");
  await confirmedSignature(site, petition, {}, NEXT_DAY + DAY);
  expect((await getText(site.db.read, petition.id)).en.title).toBe("A better title");
  const [former, ...others] = await listFormerTexts(site.db.read, petition.id);
  expect(others).toEqual([]);
  expect(former).toEqual({ version: 1, replacedAt: NEXT_DAY, signedBefore: 2 });
  const read = await findFormerText(site.db.read, { campaignId: petition.id, version: 1 });
  expect(read?.content.en.title).toMatch(/^Petition /);
  expect(await onlyChange(site, petition.id)).toMatchObject({ state: "accepted", note: "Thank you" });
  const { organiserNotices, auditLog } = site.db.tables;
  const notices = await site.db.read.select().from(organiserNotices);
  expect(notices.map(({ kind, accountId }) => [kind, accountId])).toEqual([
    ["change_settled", scene.ownerId],
  ]);
  const lines = await site.db.read.select().from(auditLog).where(eq(auditLog.subject, petition.id));
  expect(lines.map(({ action, accountId }) => [action, accountId])).toEqual([["accept_change", moderatorId]]);
});

test("two moderators at once settle a change once", async () => {
  const site = await testSite();
  const scene = await openScene(site);
  await propose(site, scene);
  const { publicId } = await onlyChange(site, scene.petition.id);
  const settle = (decision: "accepted" | "declined", moderatorId: string) =>
    settleChange(site, { publicId, moderatorId, decision, note: "No" }, NOW);
  const other = await site.db.transaction("make another", (tx) =>
    ensureAccount(tx, site, "m@example.org", NOW),
  );
  const outcomes = await Promise.all([settle("accepted", scene.moderatorId), settle("declined", other)]);
  expect(outcomes.toSorted()).toEqual(["already_settled", "settled"]);
});

test("nobody settles a change of a campaign that they run, and nobody one that is not there", async () => {
  const site = await testSite();
  const scene = await openScene(site);
  await propose(site, scene);
  const { publicId } = await onlyChange(site, scene.petition.id);
  const settling = { publicId, moderatorId: scene.ownerId, decision: "accepted", note: "" } as const;
  expect(await settleChange(site, settling, NOW)).toBe("own_campaign");
  expect(await settleChange(site, { ...settling, publicId: "aaaaaaaaaa" }, NOW)).toBe("unknown");
  expect((await onlyChange(site, scene.petition.id)).state).toBe("waiting");
});

test("a change of a campaign that was closed meanwhile cannot be accepted, but can be declined", async () => {
  const site = await testSite();
  const scene = await openScene(site);
  await propose(site, scene);
  const { campaigns } = site.db.tables;
  await site.db.transaction("close", (tx) =>
    tx.update(campaigns).set({ state: "closed" }).where(eq(campaigns.id, scene.petition.id)),
  );
  const { publicId } = await onlyChange(site, scene.petition.id);
  const settling = { publicId, moderatorId: scene.moderatorId, note: "It has closed" };
  expect(await settleChange(site, { ...settling, decision: "accepted" }, NOW)).toBe("changed_meanwhile");
  expect((await getText(site.db.read, scene.petition.id)).en.title).not.toBe("A better title");
  expect(await settleChange(site, { ...settling, decision: "declined" }, NOW)).toBe("settled");
});

test("a change made from a text that is not the present one is neither taken nor accepted", async () => {
  const site = await testSite();
  const scene = await openScene(site);
  await propose(site, scene);
  const { campaigns } = site.db.tables;
  await site.db.transaction("move on", (tx) =>
    tx.update(campaigns).set({ textVersion: 2 }).where(eq(campaigns.id, scene.petition.id)),
  );
  const { publicId } = await onlyChange(site, scene.petition.id);
  const settling = { publicId, moderatorId: scene.moderatorId, decision: "accepted", note: "" } as const;
  expect(await settleChange(site, settling, NOW)).toBe("changed_meanwhile");
  await withdrawChange(site, { campaignId: scene.petition.id, publicId }, NOW);
  expect(await propose(site, scene)).toBe("changed_meanwhile");
});

test("a change that changes nothing is not taken, and ten a day are enough", async () => {
  const site = await testSite();
  const scene = await openScene(site);
  const { petition } = scene;
  expect(await propose(site, scene, await getText(site.db.read, petition.id))).toBe("unchanged");
  for (let done = 0; done < 10; done += 1) {
    expect(await propose(site, scene, undefined, NOW + done)).toBe("proposed");
    const { publicId } = await onlyChange(site, petition.id);
    await withdrawChange(site, { campaignId: petition.id, publicId }, NOW + done);
  }
  expect(await propose(site, scene)).toBe("too_many");
});

test("a short name waits for a moderator as the text does, and asks nobody to sign again", async () => {
  const site = await testSite();
  const scene = await openScene(site);
  const { petition, moderatorId } = scene;
  const text = await getText(site.db.read, petition.id);
  expect(await propose(site, scene, { ...text, shortName: "SEND investigation" })).toBe("proposed");
  expect((await getText(site.db.read, petition.id)).shortName).toBe("");
  const { publicId } = await onlyChange(site, petition.id);
  await settleChange(site, { publicId, moderatorId, decision: "accepted", note: "" }, NEXT_DAY);
  expect((await getText(site.db.read, petition.id)).shortName).toBe("SEND investigation");
  expect(await listFormerTexts(site.db.read, petition.id)).toEqual([]);
  const { campaigns } = site.db.tables;
  const [row] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, petition.id));
  expect(row?.textVersion).toBe(1);
});
