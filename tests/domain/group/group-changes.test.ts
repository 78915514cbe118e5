import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ensureAccount } from "#app/domain/account/ensure-account.server.ts";
import { createGroup } from "#app/domain/group/create-group.server.ts";
import { GroupForm } from "#app/domain/group/group.ts";
import { findNewestChange } from "#app/domain/group/group-changes.server.ts";
import { proposeGroupChange, withdrawGroupChange } from "#app/domain/group/propose-group-change.server.ts";
import { findGroup } from "#app/domain/group/queries.server.ts";
import { settleGroupChange } from "#app/domain/group/settle-group-change.server.ts";
import { verifyGroup } from "#app/domain/group/verify-group.server.ts";
import { listQueues } from "#app/domain/moderation/queues.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";

const TYPED = {
  name: "Parents of Worcester",
  about: "We are 12 families.",
  speaksForCount: "800",
  speaksFor: "families",
};

async function scene() {
  const site = await testSite();
  const ownerId = await account(site, "owner@example.org");
  const made = await createGroup(site, { accountId: ownerId, form: GroupForm.parse(TYPED) }, NOW);
  if (made === "too_many") throw new Error("no group was made");
  const group = async () => {
    const { groups } = site.db.tables;
    const [row] = await site.db.read.select().from(groups);
    if (!row) throw new Error("no group");
    return row;
  };
  const groupId = (await group()).id;
  const newest = async () => {
    const found = await findNewestChange(site.db.read, site.keyring, groupId);
    if (!found) throw new Error("no change");
    return found;
  };
  const moderatorId = await account(site, "moderator@example.org");
  const settle = async (decision: "accepted" | "declined", note = "", by = moderatorId) =>
    settleGroupChange(site, { publicId: (await newest()).publicId, moderatorId: by, decision, note }, NOW);
  const propose = (changes: Record<string, string>, now = NOW) => {
    const form = GroupForm.parse({ ...TYPED, ...changes });
    return proposeGroupChange(site, { groupId, accountId: ownerId, change: { form } }, now);
  };
  return { site, ownerId, moderatorId, slug: made.slug, group, groupId, newest, settle, propose };
}

function account(site: TestSite, email: string): Promise<string> {
  return site.db.transaction("an account", (tx) => ensureAccount(tx, site, email, NOW));
}

test("a new group waits for a moderator, is owned by who made it, and its claim keeps the day it was made on", async () => {
  const { site, ownerId, slug, group, newest, settle } = await scene();
  expect(slug).toBe("parents-of-worcester");
  expect(await group()).toMatchObject({
    ...{ state: "in_review", declaredCount: 800, declaredOf: "families", declaredOn: "2026-11-25" },
    ...{ openedAt: null, verifiedAt: null },
  });
  expect((await newest()).state).toBe("waiting");
  const queue = (await listQueues(site.db.read)).find(({ href }) => href === "/moderate/groups");
  expect(queue).toMatchObject({ count: 1, oldestAt: NOW });
  expect(await settle("accepted", "", ownerId)).toBe("own_campaign");
  expect(await settle("accepted")).toBe("settled");
  expect(await group()).toMatchObject({ state: "open", openedAt: NOW });
  expect(await settle("accepted")).toBe("already_settled");
  await sendQueuedMail(site.context(NOW));
  const mails = await listMailbox(site.db.read, site.keyring);
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    ["owner@example.org", "Your group has a page now: Parents of Worcester"],
  ]);
});

test("a group that was not let in says why to its members alone, and applies again with what it changed", async () => {
  const { site, group, settle, propose, newest } = await scene();
  expect(await settle("declined", "Please say who you are.")).toBe("settled");
  expect((await group()).state).toBe("rejected");
  const { groupChanges } = site.db.tables;
  const [row] = await site.db.read.select().from(groupChanges);
  expect(row?.note).not.toContain("Please");
  expect((await newest()).note).toBe("Please say who you are.");
  expect(await propose({ about: "We are 12 families of WR5." })).toBe("proposed");
  expect(await group()).toMatchObject({ state: "in_review", about: "We are 12 families of WR5." });
  expect(await settle("accepted")).toBe("settled");
  expect(await group()).toMatchObject({ state: "open", about: "We are 12 families of WR5." });
  await sendQueuedMail(site.context(NOW));
  const mails = await listMailbox(site.db.read, site.keyring);
  expect(mails.map(({ subject }) => subject.split(":")[0]).toSorted()).toEqual([
    "Your group has a page now",
    "Your group has no page yet",
  ]);
  expect(mails.find(({ subject }) => subject.includes("no page"))?.text).toContain("Please say who you are.");
});

test("of an open group nothing changes before a moderator accepts it, and only the newest wish waits", async () => {
  const { site, groupId, group, settle, propose, newest } = await scene();
  await settle("accepted");
  expect(await propose({})).toBe("unchanged");
  expect(await propose({ about: "First." }, NOW + 1)).toBe("proposed");
  const first = await newest();
  expect(await propose({ about: "Second.", speaksForCount: "900" }, NOW + DAY)).toBe("proposed");
  expect((await group()).about).toBe("We are 12 families.");
  const stale = {
    publicId: first.publicId,
    moderatorId: "somebody",
    decision: "accepted",
    note: "",
  } as const;
  expect(await settleGroupChange(site, stale, NOW)).toBe("already_settled");
  expect((await group()).about).toBe("We are 12 families.");
  expect(await settle("accepted")).toBe("settled");
  expect(await group()).toMatchObject({ about: "Second.", declaredCount: 900, declaredOn: "2026-11-26" });
  expect(await propose({ about: "Third.", speaksForCount: "900" }, NOW + 3 * DAY)).toBe("proposed");
  expect(await withdrawGroupChange(site, groupId, NOW + 3 * DAY)).toBe(true);
  expect(await withdrawGroupChange(site, groupId, NOW + 3 * DAY)).toBe(false);
  expect((await group()).about).toBe("Second.");
});

test("a declined change leaves an open group open", async () => {
  const { group, settle, propose } = await scene();
  await settle("accepted");
  await propose({ about: "Something else." }, NOW + 1);
  expect(await settle("declined", "No.")).toBe("settled");
  expect(await group()).toMatchObject({ state: "open", about: "We are 12 families." });
});

test("what had to go from a name before it was let in does not stay in the address", async () => {
  const { site, slug, settle, propose } = await scene();
  await propose({ name: "Families together" }, NOW + 1);
  await settle("accepted");
  expect(await findGroup(site.db.read, slug)).toBeUndefined();
  expect(await findGroup(site.db.read, "families-together")).toMatchObject({ state: "open" });
});

test("a verified group that takes another name is verified no longer; with other words it stays so", async () => {
  const { site, moderatorId, group, settle, propose } = await scene();
  await settle("accepted");
  const { slug } = await group();
  const checked = "registered charity number looked up";
  expect(await verifyGroup(site, { slug, moderatorId, checked }, NOW)).toBe("verified");
  await propose({ about: "Other words." }, NOW + 1);
  await settle("accepted");
  expect((await group()).verifiedAt).toBe(NOW);
  await propose({ about: "Other words.", name: "Another body" }, NOW + 2);
  await settle("accepted");
  expect(await group()).toMatchObject({ name: "Another body", slug, verifiedAt: null, verifiedWords: "" });
});

test("two groups of one name have two addresses, and nobody makes groups all day", async () => {
  const { site, ownerId } = await scene();
  const form = GroupForm.parse(TYPED);
  const other = await account(site, "other@example.org");
  const both = await Promise.all([
    createGroup(site, { accountId: other, form }, NOW),
    createGroup(site, { accountId: ownerId, form }, NOW),
  ]);
  const slugs = both.map((made) => (made === "too_many" ? made : made.slug));
  expect(slugs.toSorted()).toEqual(["parents-of-worcester-2", "parents-of-worcester-3"]);
  await createGroup(site, { accountId: ownerId, form }, NOW);
  expect(await createGroup(site, { accountId: ownerId, form }, NOW)).toBe("too_many");
});

test("whom a group speaks for is a number and who they are, or neither", () => {
  const parse = (speaksForCount: string, speaksFor: string) =>
    GroupForm.safeParse({ ...TYPED, speaksForCount, speaksFor }).success;
  expect([parse("", ""), parse("1,200", "families")]).toEqual([true, true]);
  expect([parse("800", ""), parse("", "families"), parse("many", "families"), parse("0", "x")]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("a moderator verifies no group that is not open, nor one of their own", async () => {
  const { site, slug, moderatorId, ownerId, settle, groupId } = await scene();
  const checked = "wrote back from its own domain";
  expect(await verifyGroup(site, { slug, moderatorId, checked }, NOW)).toBe("not_now");
  await settle("accepted");
  expect(await verifyGroup(site, { slug, moderatorId: ownerId, checked }, NOW)).toBe("own_group");
  expect(await verifyGroup(site, { slug: "nothing", moderatorId, checked }, NOW)).toBe("unknown");
  expect(await verifyGroup(site, { slug, moderatorId, checked }, NOW)).toBe("verified");
  const { auditLog } = site.db.tables;
  const lines = await site.db.read.select().from(auditLog).where(eq(auditLog.subject, groupId));
  expect(lines.map(({ action }) => action)).toEqual(["create_group", "accept_group_change", "verify_group"]);
});
