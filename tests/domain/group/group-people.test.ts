import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ensureAccount } from "#app/domain/account/ensure-account.server.ts";
import { findSignedIn } from "#app/domain/account/queries.server.ts";
import { noticeOrganisers } from "#app/domain/campaign/notice-organisers.server.ts";
import { findOrganised, listOrganised } from "#app/domain/campaign/organised.server.ts";
import { findOrganiserRole } from "#app/domain/campaign/organisers.server.ts";
import { submitCampaign } from "#app/domain/campaign/submit-campaign.server.ts";
import { listOpenInvitations } from "#app/domain/crew/crew-invitations.server.ts";
import { listMembers, memberKey } from "#app/domain/crew/members.server.ts";
import {
  acceptMembership,
  inviteMember,
  leaveGroup,
  makeOwner,
  removeMember,
} from "#app/domain/group/change-members.server.ts";
import { closeGroup } from "#app/domain/group/close-group.server.ts";
import { hideGroup, restoreGroup } from "#app/domain/group/hide-group.server.ts";
import { findPublisher } from "#app/domain/group/publisher.server.ts";
import { setCampaignGroup } from "#app/domain/group/set-campaign-group.server.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { joinGroup, openGroup, verifiedGroup } from "#tests/group-factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { organisedPetition } from "../campaign/organised-petition.ts";

function account(site: TestSite, email: string): Promise<string> {
  return site.db.transaction("an account", (tx) => ensureAccount(tx, site, email, NOW));
}

function accept(site: TestSite, token: string) {
  return acceptMembership(site, { token, device: "A browser", replaces: undefined }, NOW + 1);
}

test("two people are invited by mail, one to own and one to help, and join by their links once", async () => {
  const site = await testSite();
  const group = await openGroup(site, { name: "Parents of Worcester" });
  const ownerId = await joinGroup(site, group, { email: "owner@example.org" });
  const invite = (email: string, role: "owner" | "editor", accountId = ownerId) =>
    inviteMember(site, { groupId: group.id, accountId, email, role }, NOW);
  expect(await invite("rowan@example.org", "owner")).toBe("invited");
  expect(await invite("sorrel@example.org", "editor")).toBe("invited");
  expect(await invite("rowan@example.org", "editor")).toBe("already_invited");
  const { groupInvitations } = site.db.tables;
  const rows = await site.db.read.select().from(groupInvitations);
  expect(JSON.stringify(rows)).not.toMatch(/rowan|sorrel/);
  await sendQueuedMail(site.context(NOW));
  const mails = await listMailbox(site.db.read, site.keyring);
  expect(mails.map(({ to }) => to).toSorted()).toEqual(["rowan@example.org", "sorrel@example.org"]);
  const token = (email: string) => {
    const mail = mails.find(({ to }) => to === email);
    return /group-invitation\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
  };
  const joined = await accept(site, token("rowan@example.org"));
  expect(joined?.joined.slug).toBe(group.slug);
  expect(await findSignedIn(site.db.read, joined?.session?.token ?? "", NOW)).toMatchObject({
    method: "link",
  });
  expect(await accept(site, token("rowan@example.org"))).toBeUndefined();
  await accept(site, token("sorrel@example.org"));
  const people = await listMembers(site.db.read, site.keyring, { kind: "group", id: group.id });
  expect(people.map(({ role, address }) => `${role} ${address}`).toSorted()).toEqual([
    "editor sorrel@example.org",
    "owner owner@example.org",
    "owner rowan@example.org",
  ]);
  expect(await listOpenInvitations(site.db.read, site.keyring, { kind: "group", id: group.id }, NOW)).toEqual(
    [],
  );
  const sorrel = await account(site, "sorrel@example.org");
  expect(await invite("another@example.org", "editor", sorrel)).toBe("not_owner");
});

test("an owner makes others owners and takes helpers off; the last owner stays", async () => {
  const site = await testSite();
  const group = await openGroup(site);
  const groupId = group.id;
  const ownerId = await joinGroup(site, group);
  const helperId = await joinGroup(site, group, { role: "editor" });
  const otherId = await joinGroup(site, group, { role: "editor" });
  const key = (accountId: string) => memberKey(groupId, accountId);
  expect(await leaveGroup(site, { groupId, accountId: ownerId }, NOW)).toBe("last_owner");
  expect(await makeOwner(site, { groupId, accountId: helperId, key: key(helperId) }, NOW)).toBe("not_owner");
  expect(await makeOwner(site, { groupId, accountId: ownerId, key: key(helperId) }, NOW)).toBe("handed_over");
  expect(await removeMember(site, { groupId, accountId: ownerId, key: key(helperId) }, NOW)).toBe("unknown");
  expect(await removeMember(site, { groupId, accountId: ownerId, key: key(otherId) }, NOW)).toBe("removed");
  expect(await leaveGroup(site, { groupId, accountId: ownerId }, NOW)).toBe("left");
  expect(await closeGroup(site, { groupId, accountId: ownerId }, NOW)).toBe("not_owner");
  expect(await closeGroup(site, { groupId, accountId: helperId }, NOW)).toBe("closed");
  expect(await closeGroup(site, { groupId, accountId: helperId }, NOW)).toBe("not_now");
});

test("members of a campaign's group run it in their role, hear of it, and no longer once it leaves or the group does", async () => {
  const site = await testSite();
  const group = await openGroup(site);
  const { petition, ownerId } = await organisedPetition(site);
  await joinGroup(site, group, { accountId: ownerId });
  const helperId = await joinGroup(site, group, { role: "editor", email: "helper@example.org" });
  const set = (slug: string, accountId = ownerId) =>
    setCampaignGroup(site, { campaignId: petition.id, accountId, slug }, NOW);
  const role = (accountId: string) => findOrganiserRole(site.db.read, { campaignId: petition.id, accountId });
  expect(await role(helperId)).toBeUndefined();
  expect(await listOrganised(site.db.read, helperId)).toEqual([]);
  expect(await set(group.slug)).toBe("set");
  expect([await role(helperId), await role(ownerId)]).toEqual(["editor", "owner"]);
  expect((await findOrganised(site.db.read, petition.number, helperId))?.role).toBe("editor");
  expect(await listOrganised(site.db.read, helperId)).toMatchObject([
    { number: petition.number, role: "editor" },
  ]);
  expect(await listOrganised(site.db.read, ownerId)).toHaveLength(1);
  await site.db.transaction("tell", (tx) =>
    noticeOrganisers(tx, site, { campaignId: petition.id, kind: "started", subjectId: "" }, NOW),
  );
  const { organiserNotices } = site.db.tables;
  const told = await site.db.read.select().from(organiserNotices);
  expect(told.map(({ accountId }) => accountId).toSorted()).toEqual([helperId, ownerId].toSorted());
  expect(await set("", helperId)).toBe("not_owner");
  const moderatorId = await account(site, "moderator@example.org");
  const hide = { slug: group.slug, moderatorId, reason: "urgent" };
  expect(await hideGroup(site, hide, NOW)).toBe("hidden");
  expect([await role(helperId), await findPublisher(site.db.read, group.id)]).toEqual([undefined, undefined]);
  expect(await role(ownerId)).toBe("owner");
  expect(await restoreGroup(site, { slug: group.slug, moderatorId }, NOW)).toBe("restored");
  expect(await role(helperId)).toBe("editor");
  expect(await set("")).toBe("set");
  expect(await role(helperId)).toBeUndefined();
});

test("nobody puts a campaign under the name of a group that they do not run, or that is not public", async () => {
  const site = await testSite();
  const { petition, ownerId } = await organisedPetition(site);
  const set = (slug: string) =>
    setCampaignGroup(site, { campaignId: petition.id, accountId: ownerId, slug }, NOW);
  const others = await verifiedGroup(site);
  await joinGroup(site, others);
  expect(await set(others.slug)).toBe("not_member");
  for (const state of ["in_review", "rejected", "hidden", "closed"] as const) {
    const own = await openGroup(site, { state });
    await joinGroup(site, own, { accountId: ownerId });
    expect(await set(own.slug), state).toBe("not_member");
  }
  const { campaigns } = site.db.tables;
  const [row] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, petition.id));
  expect(row?.groupId).toBe("");
});

test("nothing changes hands while a moderator reads it, or after it has closed", async () => {
  const site = await testSite();
  for (const state of ["in_review", "closed", "rejected", "hidden"] as const) {
    const { petition, ownerId } = await organisedPetition(site, { state });
    const group = await openGroup(site);
    await joinGroup(site, group, { accountId: ownerId });
    const asked = { campaignId: petition.id, accountId: ownerId, slug: group.slug };
    expect(await setCampaignGroup(site, asked, NOW), state).toBe("not_now");
  }
});

test("a verified group's campaign needs no five supporters before review; any other does", async () => {
  const site = await testSite();
  const [verified, unverified] = [await verifiedGroup(site), await openGroup(site)];
  for (const [groupId, outcome] of [
    [verified.id, "submitted"],
    [unverified.id, "too_few_supporters"],
    ["", "too_few_supporters"],
  ] as const) {
    const { petition, ownerId } = await organisedPetition(site, { groupId });
    expect(await submitCampaign(site, { campaignId: petition.id, accountId: ownerId }, NOW)).toBe(outcome);
  }
});

test("a draft that names a group is nobody's of the group before it begins", async () => {
  const site = await testSite();
  const group = await openGroup(site);
  const memberId = await joinGroup(site, group);
  const draft = await openPetition(site, { state: "draft", openedAt: null, groupId: group.id });
  expect(
    await findOrganiserRole(site.db.read, { campaignId: draft.id, accountId: memberId }),
  ).toBeUndefined();
});
