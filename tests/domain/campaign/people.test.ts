import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ensureAccount } from "#app/domain/account/ensure-account.server.ts";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { findSignedIn } from "#app/domain/account/queries.server.ts";
import { acceptInvitation } from "#app/domain/campaign/accept-invitation.server.ts";
import { handOver, leaveCampaign, removeEditor } from "#app/domain/campaign/change-organisers.server.ts";
import { findInvitation } from "#app/domain/campaign/invitations.server.ts";
import { inviteEditor, withdrawInvitation } from "#app/domain/campaign/invite-editor.server.ts";
import { listOpenInvitations } from "#app/domain/crew/crew-invitations.server.ts";
import { forgetInvitations } from "#app/domain/crew/forget-invitations.server.ts";
import { listMembers, memberKey } from "#app/domain/crew/members.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { renderInvitation } from "#app/jobs/render-invitation.server.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { organisedPetition } from "./organised-petition.ts";

const EMAIL = "rowan@example.org";

async function scene(site: TestSite, changes: Parameters<typeof organisedPetition>[1] = {}) {
  const { petition, ownerId } = await organisedPetition(site, changes);
  const campaignId = petition.id;
  const invite = (email = EMAIL, accountId = ownerId) =>
    inviteEditor(site, { campaignId, accountId, email }, NOW);
  const open = () =>
    listOpenInvitations(site.db.read, site.keyring, { kind: "campaign", id: campaignId }, NOW);
  const token = async () => {
    const { invitations } = site.db.tables;
    const [row] = await site.db.read.select().from(invitations).where(eq(invitations.campaignId, campaignId));
    return site.keyring.token("invitation", row?.id ?? "", 1);
  };
  const accept = (withToken: string, now = NOW + 1) =>
    acceptInvitation(site, { token: withToken, device: "A browser", replaces: undefined }, now);
  const people = async () => {
    const all = await listMembers(site.db.read, site.keyring, { kind: "campaign", id: campaignId });
    return all.map(({ role, address }) => `${role} ${address}`);
  };
  const account = (email: string) =>
    site.db.transaction("find an account", (tx) => ensureAccount(tx, site, email, NOW));
  return { petition, campaignId, ownerId, invite, open, token, accept, people, account };
}

test("an invited address becomes an editor once, by its link, which also signs in", async () => {
  const site = await testSite();
  const { petition, invite, open, token, accept, people } = await scene(site);
  expect(await invite()).toBe("invited");
  expect(await invite(" Rowan@Example.org".trim())).toBe("already_invited");
  expect((await open()).map(({ address }) => address)).toEqual([EMAIL]);
  const link = await token();
  expect(await findInvitation(site.db.read, site.keyring, link, NOW)).toMatchObject({
    organiserName: "Wren Applegarth",
  });
  const both = await Promise.all([accept(link), accept(link)]);
  const accepted = both.find((one) => one !== undefined);
  expect(both.filter((one) => one !== undefined)).toHaveLength(1);
  expect(accepted?.number).toBe(petition.number);
  expect(await findSignedIn(site.db.read, accepted?.session?.token ?? "", NOW)).toMatchObject({
    roles: [],
    method: "link",
  });
  expect((await people())[1]).toBe(`editor ${EMAIL}`);
  expect(await open()).toEqual([]);
  expect(await findInvitation(site.db.read, site.keyring, link, NOW)).toBeUndefined();
  expect(await invite()).toBe("already_organiser");
});

test("the mail goes to the invited address and says what to; one taken back is not sent", async () => {
  const site = await testSite();
  const { campaignId, invite, open, token, accept } = await scene(site);
  await invite();
  const { invitations, outbox } = site.db.tables;
  const [row] = await site.db.read.select().from(invitations);
  expect(row?.email).not.toContain("rowan");
  const queued = await site.db.read.select().from(outbox).where(eq(outbox.template, "invitation"));
  expect(queued.map(({ rowId }) => rowId)).toEqual([row?.id]);
  const link = await token();
  const prepared = await renderInvitation(site.context(NOW), row?.id ?? "");
  expect(prepared).toMatchObject({ to: EMAIL });
  expect(JSON.stringify(prepared)).toContain(`/invitation/${link}`);
  const [{ publicId } = { publicId: "" }] = await open();
  expect(await withdrawInvitation(site, { campaignId: "another", publicId })).toBe(false);
  expect(await withdrawInvitation(site, { campaignId, publicId })).toBe(true);
  expect(await renderInvitation(site.context(NOW), row?.id ?? "")).toEqual({ skip: "row_gone" });
  expect(await accept(link)).toBeUndefined();
});

test("an invitation is over after fourteen days, and is forgotten with its address", async () => {
  const site = await testSite();
  const { invite, token, accept, people } = await scene(site);
  await invite();
  const link = await token();
  const later = NOW + 14 * DAY;
  expect(await forgetInvitations(site, later - 1)).toBe(0);
  expect(await accept(link, later)).toBeUndefined();
  expect(await people()).toHaveLength(1);
  expect(await forgetInvitations(site, later)).toBe(1);
  const { links } = site.db.tables;
  expect(await site.db.read.select().from(links).where(eq(links.purpose, "invitation"))).toEqual([]);
});

test("a link that is good for days does not sign in to an account that looks after the site", async () => {
  const site = await testSite();
  const { invite, token, accept, people } = await scene(site);
  await grantRole(site, { email: EMAIL, role: "moderator" }, NOW);
  await invite();
  const accepted = await accept(await token());
  expect(accepted).toMatchObject({ session: undefined });
  expect(await people()).toHaveLength(2);
});

test("a link that may be passed on does not open the other petitions of whoever was invited", async () => {
  const site = await testSite();
  const { petition: other } = await organisedPetition(site);
  const { invite, token, accept, account, people } = await scene(site);
  const [accountId, role] = [await account(EMAIL), "editor" as const];
  await site.db.transaction("run another", async (tx) => {
    await tx.insert(tx.tables.organisers).values({ campaignId: other.id, accountId, role, addedAt: NOW });
  });
  await invite();
  expect(await accept(await token())).toMatchObject({ session: undefined });
  expect(await people()).toHaveLength(2);
});

test("nobody invites but an owner, to nothing that is gone, and not more than may run one campaign", async () => {
  const site = await testSite();
  const { campaignId, invite, account } = await scene(site);
  const editor = await account("editor@example.org");
  const { organisers } = site.db.tables;
  await site.db.transaction("add an editor", (tx) =>
    tx.insert(organisers).values({ campaignId, accountId: editor, role: "editor", addedAt: NOW }),
  );
  expect(await invite(EMAIL, editor)).toBe("not_owner");
  expect(await invite(EMAIL, await account("stranger@example.org"))).toBe("not_owner");
  for (const state of ["hidden", "removed", "draft"] as const)
    expect(await (await scene(site, { state })).invite(), state).toBe("not_now");
  for (let count = 0; count < 8; count += 1) expect(await invite(`p${count}@example.org`)).toBe("invited");
  expect(await invite("one-more@example.org")).toBe("full");
});

test("inviting and taking back does not go on all day, and an address gets no more than its mails of the day", async () => {
  const site = await testSite();
  const { campaignId, invite, open } = await scene(site);
  for (let count = 0; count < 10; count += 1) {
    expect(await invite()).toBe("invited");
    const [{ publicId } = { publicId: "" }] = await open();
    await withdrawInvitation(site, { campaignId, publicId });
  }
  expect(await invite()).toBe("too_many");
  const other = await scene(site);
  expect(await other.invite()).toBe("invited");
  const { outbox } = site.db.tables;
  expect(await site.db.read.select().from(outbox).where(eq(outbox.template, "invitation"))).toHaveLength(10);
});

test("a campaign is handed over to an editor, left by who is not its last owner, and never without one", async () => {
  const site = await testSite();
  const { campaignId, ownerId, invite, token, accept, people, account } = await scene(site);
  expect(await leaveCampaign(site, { campaignId, accountId: ownerId }, NOW)).toBe("last_owner");
  await invite();
  await accept(await token());
  const editorId = await account(EMAIL);
  const toEditor = { campaignId, accountId: ownerId, key: memberKey(campaignId, editorId) };
  const toOwner = { campaignId, accountId: editorId, key: memberKey(campaignId, ownerId) };
  expect(await handOver(site, toOwner, NOW)).toBe("not_owner");
  expect(await removeEditor(site, toOwner, NOW)).toBe("not_owner");
  expect(await handOver(site, { ...toEditor, key: "somebody" }, NOW)).toBe("unknown");
  expect(await handOver(site, { ...toEditor, key: toOwner.key }, NOW)).toBe("unknown");
  expect(await removeEditor(site, { ...toEditor, key: toOwner.key }, NOW)).toBe("unknown");
  expect(await handOver(site, toEditor, NOW)).toBe("handed_over");
  expect((await people()).map((person) => person.split(" ")[0])).toEqual(["editor", "owner"]);
  expect(await leaveCampaign(site, { campaignId, accountId: editorId }, NOW)).toBe("last_owner");
  expect(await leaveCampaign(site, { campaignId, accountId: ownerId }, NOW)).toBe("left");
  expect(await leaveCampaign(site, { campaignId, accountId: ownerId }, NOW)).toBe("unknown");
  expect(await people()).toEqual([`owner ${EMAIL}`]);
});

test("two owners who hand over and remove at once leave one owner", async () => {
  const site = await testSite();
  const { campaignId, ownerId, invite, token, accept, account } = await scene(site);
  await invite();
  await accept(await token());
  const key = memberKey(campaignId, await account(EMAIL));
  await Promise.all([
    handOver(site, { campaignId, accountId: ownerId, key }, NOW),
    removeEditor(site, { campaignId, accountId: ownerId, key }, NOW),
  ]);
  const { organisers } = site.db.tables;
  const owners = await site.db.read
    .select()
    .from(organisers)
    .where(and(eq(organisers.campaignId, campaignId), eq(organisers.role, "owner")));
  expect(owners).toHaveLength(1);
});
