import { expect, test } from "vitest";
import { forgetGroupMessages } from "#app/domain/group/forget-groups.server.ts";
import { GroupMessageForm } from "#app/domain/group/group-message.ts";
import { findMessageByLink } from "#app/domain/group/group-messages.server.ts";
import { sendGroupMessage } from "#app/domain/group/send-group-message.server.ts";
import { writeToGroup } from "#app/domain/group/write-to-group.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { renderMail } from "#app/jobs/render-mail.server.ts";
import { NOW } from "#tests/factories.ts";
import { joinGroup, openGroup } from "#tests/group-factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";

const TYPED = { name: "Zebra Writer", email: "writer@example.org", message: "Can I help?\n\nOn Tuesdays." };

async function scene() {
  const site = await testSite();
  const group = await openGroup(site, { name: "Parents of Worcester" });
  await joinGroup(site, group, { email: "one@example.org" });
  await joinGroup(site, group, { email: "two@example.org", role: "editor" });
  let clients = 0;
  const newClient = () => {
    clients += 1;
    return `10.1.${clients}.1`;
  };
  const write = (changes: Partial<typeof TYPED> = {}, now = NOW, clientAddress = newClient()) =>
    writeToGroup(
      site,
      { groupId: group.id, form: GroupMessageForm.parse({ ...TYPED, ...changes }), clientAddress },
      now,
    );
  return { site, group, write };
}

async function mails(site: TestSite, now = NOW) {
  await sendQueuedMail(site.context(now));
  return listMailbox(site.db.read, site.keyring);
}

async function token(site: TestSite, now = NOW): Promise<string> {
  const mail = (await mails(site, now)).find(({ text }) => text.includes("/group-message/"));
  return /group-message\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

test("a message reaches those who run the group once its sender's address has confirmed it, and nothing before", async () => {
  const { site, write } = await scene();
  expect(await write()).toBe("taken");
  const [asked, ...others] = await mails(site);
  expect(others).toEqual([]);
  expect(asked?.to).toBe("writer@example.org");
  expect(asked?.text).not.toMatch(/Zebra|Tuesdays|one@|two@/);
  const link = await token(site);
  expect(await findMessageByLink(site.db.read, site.keyring, link, NOW)).toMatchObject(TYPED);
  expect(await mails(site)).toHaveLength(1);
  expect(await sendGroupMessage(site, link, NOW)).toBe("sent");
  expect(await sendGroupMessage(site, link, NOW)).toBe("sent_already");
  const sent = (await mails(site)).filter(({ to }) => to !== "writer@example.org");
  expect(sent.map(({ to }) => to).toSorted()).toEqual(["one@example.org", "two@example.org"]);
  for (const { text } of sent)
    expect(text).toMatch(/Zebra Writer[\s\S]*writer@example\.org[\s\S]*Can I help\?/);
});

test("an answer to the message goes to its sender, and no mail to one member names the other", async () => {
  const { site, write } = await scene();
  await write();
  await sendGroupMessage(site, await token(site), NOW);
  const { groupNotices } = site.db.tables;
  for (const { id } of await site.db.read.select().from(groupNotices)) {
    const prepared = await renderMail(site.context(NOW), "group-notice", id);
    expect(prepared).toMatchObject({ replyTo: "writer@example.org" });
    const to = "to" in prepared ? prepared.to : "";
    const other = to === "one@example.org" ? "two@" : "one@";
    expect(JSON.stringify(prepared)).not.toContain(other);
  }
});

test("what is written is sealed, and deleted with its link when it was not confirmed in time", async () => {
  const { site, write } = await scene();
  await write();
  const { groupMessages } = site.db.tables;
  expect(JSON.stringify(await site.db.read.select().from(groupMessages))).not.toMatch(
    /Zebra|writer@|Tuesdays/,
  );
  const link = await token(site);
  const late = NOW + 3 * DAY;
  expect(await forgetGroupMessages(site, late - 1)).toBe(0);
  expect(await sendGroupMessage(site, link, late)).toBe("over");
  expect(await findMessageByLink(site.db.read, site.keyring, link, late)).toBeUndefined();
  expect(await forgetGroupMessages(site, late)).toBe(1);
  expect(await sendGroupMessage(site, link, late)).toBe("unknown");
});

test("one that was sent is deleted thirty days after", async () => {
  const { site, write } = await scene();
  await write();
  await sendGroupMessage(site, await token(site), NOW + DAY);
  expect(await forgetGroupMessages(site, NOW + 30 * DAY)).toBe(0);
  expect(await forgetGroupMessages(site, NOW + 31 * DAY)).toBe(1);
});

test("the same sent twice is one, an address gets three mails a day, and a client is told when it is too much", async () => {
  const { site, write } = await scene();
  expect([await write(), await write()]).toEqual(["taken", "taken"]);
  expect(await mails(site)).toHaveLength(1);
  for (let count = 0; count < 4; count += 1)
    expect(await write({ message: `Number ${count}` })).toBe("taken");
  expect(await mails(site)).toHaveLength(3);
  const from = "10.9.9.9";
  for (let count = 0; count < 5; count += 1)
    expect(await write({ email: `p${count}@example.org` }, NOW, from)).toBe("taken");
  expect(await write({ email: "p6@example.org" }, NOW, from)).toBe("too_many");
});

test("a group that takes none, has ended or is run by nobody gets no message, also not one that waited", async () => {
  const { site, group, write } = await scene();
  await write();
  const link = await token(site);
  const { groups } = site.db.tables;
  await site.db.transaction("turn messages off", (tx) => tx.update(groups).set({ takesMessages: false }));
  expect(await sendGroupMessage(site, link, NOW)).toBe("not_now");
  expect(await write({ message: "Another" })).toBe("not_now");
  const lonely = await openGroup(site);
  const form = GroupMessageForm.parse(TYPED);
  expect(await writeToGroup(site, { groupId: lonely.id, form, clientAddress: "10.0.0.1" }, NOW)).toBe(
    "not_now",
  );
  expect(group.takesMessages).toBe(true);
});

test("more than a group may get in a day waits for the next, however many people write", async () => {
  const { site, write } = await scene();
  for (let count = 0; count < 31; count += 1) await write({ email: `writer-${count}@example.org` });
  const rows = await site.db.read.select().from(site.db.tables.groupMessages);
  const links = rows.map(({ id }) => site.keyring.token("group_message", id, 1));
  for (const link of links.slice(0, 30)) expect(await sendGroupMessage(site, link, NOW)).toBe("sent");
  expect(await sendGroupMessage(site, links[30] ?? "", NOW)).toBe("too_many");
  expect(await sendGroupMessage(site, links[30] ?? "", NOW + DAY)).toBe("sent");
});
