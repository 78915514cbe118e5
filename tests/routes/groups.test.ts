import { expect, test } from "vitest";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW, openLetter, openPetition } from "#tests/factories.ts";
import { joinGroup, openGroup, verifiedGroup } from "#tests/group-factories.ts";
import { form } from "#tests/http/front.ts";
import { pictureForm, plain } from "#tests/http/pictures.ts";
import { testSite } from "#tests/site.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

const TYPED = {
  name: "Parents of Worcester",
  about: "We are families.\n\nCharity number 1000000.",
  area: "E10000034",
  speaksForCount: "800",
  speaksFor: "families",
};

test("a group is made, let in, verified with what was checked, and read by everybody", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const [owner, moderator] = [await visitor(site), await visitor(site, "moderator")];
  expect((await front.ask("/organise/groups/new")).headers.location).toBe("/sign-in");
  const bad = await send(front, "/organise/groups/new", owner, { ...TYPED, name: "", speaksFor: "" });
  expect([bad.status, bad.text.match(/aria-invalid="true"/g)?.length]).toEqual([422, 2]);
  expect((await send(front, "/organise/groups/new", owner, { ...TYPED, area: "E99999999" })).status).toBe(
    422,
  );
  const made = await send(front, "/organise/groups/new", owner, TYPED);
  expect([made.status, made.headers.location]).toEqual([
    303,
    "/organise/groups/parents-of-worcester?done=made",
  ]);
  const path = "/groups/parents-of-worcester";
  expect((await front.ask(path)).status).toBe(404);
  expect((await see(front, "/organise/groups/parents-of-worcester", await visitor(site))).status).toBe(404);
  expect(readable((await see(front, "/organise", owner)).text)).toContain(
    "Parents of Worcester With the moderators",
  );
  const queue = await see(front, "/moderate/groups", moderator);
  const change = /\/moderate\/group-changes\/[0-9a-z]{10}/.exec(queue.text)?.[0] ?? "";
  const read = await see(front, change, moderator);
  expect(readable(read.text)).toMatch(/Charity number 1000000.*Worcestershire.*800 families/);
  expect((await send(front, change, owner, { decision: "accepted" })).status).toBe(403);
  expect((await send(front, change, moderator, { decision: "accepted" })).status).toBe(303);
  const fresh = readable((await front.ask(path)).text);
  expect(fresh).toMatch(
    /speaks for 800 families \(said by the group, November 2026; not part of any count here\)/,
  );
  expect(fresh).toContain("nobody has checked that the group is who it says");
  const desk = "/moderate/groups/parents-of-worcester";
  expect((await send(front, desk, moderator, { intent: "verify", checked: "ok" })).status).toBe(422);
  const checked = "registered charity number looked up; wrote back from its own domain";
  expect((await send(front, desk, owner, { intent: "verify", checked })).status).toBe(403);
  expect((await send(front, desk, moderator, { intent: "verify", checked })).status).toBe(303);
  const page = readable((await front.ask(path)).text);
  expect(page).toMatch(/Worcestershire County Council verified/);
  expect(page).toContain(
    `Verified on 25 November 2026. A moderator checked that this group is who it says: ${checked}.`,
  );
  expect(page).not.toMatch(/nobody-|@example/);
  expect(readable((await front.ask("/groups")).text)).toContain("Parents of Worcester verified");
});

test("a hidden group answers 410, is in no list, and its campaigns do not name it", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const group = await verifiedGroup(site, { name: "Parents of Worcester" });
  await openPetition(site, { slug: "answer", groupId: group.id });
  const moderator = await visitor(site, "moderator");
  expect(readable((await front.ask("/petitions/answer")).text)).toContain(
    "Published by Parents of Worcester verified",
  );
  const hide = { intent: "hide", hideReason: "urgent" };
  expect((await send(front, `/moderate/groups/${group.slug}`, moderator, hide)).status).toBe(303);
  expect((await front.ask(`/groups/${group.slug}`)).status).toBe(410);
  expect((await front.ask("/groups")).text).not.toContain("Parents of Worcester");
  expect((await front.ask("/petitions/answer")).text).not.toContain("Parents of Worcester");
  expect((await send(front, `/moderate/groups/${group.slug}`, moderator, { intent: "restore" })).status).toBe(
    303,
  );
  expect((await front.ask(`/groups/${group.slug}`)).status).toBe(200);
});

test("a moderator decides about no group that they run", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const group = await openGroup(site);
  const moderator = await visitor(site, "moderator");
  await joinGroup(site, group, { accountId: moderator.accountId, role: "editor" });
  const desk = `/moderate/groups/${group.slug}`;
  expect(readable((await see(front, desk, moderator)).text)).toContain("another moderator decides");
  const forms: Record<string, string>[] = [
    { intent: "verify", checked: "registered charity number looked up" },
    { intent: "hide", hideReason: "urgent" },
  ];
  for (const fields of forms) expect((await send(front, desk, moderator, fields)).status).toBe(403);
});

test("anybody writes to a group without seeing an address; a link of a mail shows it, its button sends it", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const group = await openGroup(site);
  await joinGroup(site, group, { email: "member@example.org" });
  const path = `/groups/${group.slug}`;
  expect((await front.ask(path)).text).not.toContain("member@");
  const bad = await front.ask(path, form({ name: "Ann Example", email: "ann", message: "Zebra" }));
  expect([bad.status, bad.text.includes("Zebra")]).toEqual([422, true]);
  const written = { name: "Ann Example", email: "ann@example.org", message: "Zebra stripes" };
  const sent = await front.ask(path, form(written));
  expect([sent.status, sent.headers.location]).toEqual([303, `${path}/check-your-email`]);
  expect((await front.ask(`${path}/check-your-email`)).status).toBe(200);
  await sendQueuedMail(site.context(NOW));
  const [mail] = await listMailbox(site.db.read, site.keyring);
  const link = /\/group-message\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
  for (const method of ["GET", "HEAD"]) {
    const page = await front.ask(link, { method });
    expect([page.status, page.headers["cache-control"]]).toEqual([200, "private, no-store"]);
  }
  expect((await front.ask(link)).text).toContain("Zebra stripes");
  expect(await site.db.read.select().from(site.db.tables.groupNotices)).toEqual([]);
  expect((await front.ask(link, form({}))).headers.location).toBe(link);
  expect((await front.ask(link, form({}))).status).toBe(303);
  expect(await site.db.read.select().from(site.db.tables.groupNotices)).toHaveLength(1);
  expect(readable((await front.ask(link)).text)).toContain(`Sent to ${group.name}`);
  expect((await front.ask("/group-message/cut-off")).status).toBe(410);
  expect(front.log()).not.toMatch(/Zebra|ann@|member@/);
});

test("too many messages from one place are asked to come back, with what was typed", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const group = await openGroup(site);
  await joinGroup(site, group);
  const write = (count: number) =>
    front.ask(
      `/groups/${group.slug}`,
      form({ name: "Ann", email: `ann-${count}@example.org`, message: "Zebra" }),
    );
  for (let count = 0; count < 5; count += 1) expect((await write(count)).status).toBe(303);
  const over = await write(6);
  expect([over.status, over.headers["retry-after"], over.text.includes("Zebra")]).toEqual([
    429,
    "3600",
    true,
  ]);
});

test("an invitation to a group is accepted by a button, not by opening its link", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const owner = await visitor(site);
  const group = await openGroup(site);
  await joinGroup(site, group, { accountId: owner.accountId });
  const base = `/organise/groups/${group.slug}`;
  const invited = await send(front, `${base}/people`, owner, {
    ...{ intent: "invite", email: "rowan@example.org", role: "owner" },
  });
  expect(invited.headers.location).toBe(`${base}/people?done=invited`);
  await sendQueuedMail(site.context(NOW));
  const mail = (await listMailbox(site.db.read, site.keyring)).find(({ to }) => to === "rowan@example.org");
  const link = /\/group-invitation\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
  expect(readable((await front.ask(link)).text)).toContain(`Help run ${group.name}`);
  const { groupMembers } = site.db.tables;
  expect(await site.db.read.select().from(groupMembers)).toHaveLength(1);
  const accepted = await front.ask(link, form({}));
  expect([accepted.status, accepted.headers.location]).toEqual([303, `${base}?done=joined`]);
  const cookie = accepted.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  expect((await see(front, `${base}/settings`, { cookie })).status).toBe(200);
  expect((await front.ask(link)).status).toBe(410);
});

test("each page and form of a group's members is closed to others, and owners' forms to helpers", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const group = await openGroup(site);
  await joinGroup(site, group);
  const [helper, stranger] = [await visitor(site), await visitor(site, "moderator")];
  await joinGroup(site, group, { accountId: helper.accountId, role: "editor" });
  const base = `/organise/groups/${group.slug}`;
  for (const path of ["", "/edit", "/picture", "/people"]) {
    expect((await front.ask(base + path)).headers.location, path).toBe("/sign-in");
    expect((await see(front, base + path, stranger)).status, path).toBe(403);
    expect((await see(front, base + path, helper)).status, path).toBe(200);
  }
  expect((await see(front, `${base}/settings`, helper)).status).toBe(403);
  for (const [path, fields] of [
    ["/people", { intent: "invite", email: "a@example.org" }],
    ["/settings", { intent: "close", sure: "on" }],
    ["/settings", { intent: "save" }],
  ] as const)
    expect((await send(front, base + path, helper, { ...fields })).status, path).toBe(403);
  expect((await send(front, `${base}/edit`, stranger, TYPED)).status).toBe(403);
  expect((await send(front, `${base}/edit`, helper, { ...TYPED, area: "" })).status).toBe(303);
});

test("a picture of a group is seen by everybody only once a moderator has accepted it", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const [owner, moderator] = [await visitor(site), await visitor(site, "moderator")];
  const group = await openGroup(site);
  await joinGroup(site, group, { accountId: owner.accountId });
  const sentForm = await pictureForm(await plain(1000, 500).jpeg().toBuffer(), {
    ...{ alt: "Families with a banner outside the hall", intent: "save" },
  });
  const sent = await front.ask(`/organise/groups/${group.slug}/picture`, {
    ...sentForm,
    headers: { ...sentForm.headers, Cookie: owner.cookie },
  });
  expect([sent.status, sent.headers.location]).toEqual([303, `/organise/groups/${group.slug}?done=proposed`]);
  expect((await front.ask(`/groups/${group.slug}`)).text).not.toContain("/pictures/");
  const queue = await see(front, "/moderate/groups", moderator);
  const change = /\/moderate\/group-changes\/[0-9a-z]{10}/.exec(queue.text)?.[0] ?? "";
  const file = /\/pictures\/[0-9a-z]+\.webp/.exec((await see(front, change, moderator)).text)?.[0] ?? "";
  expect((await front.ask(file)).headers["cache-control"]).toBe("private, no-store");
  await send(front, change, moderator, { decision: "accepted" });
  expect((await front.ask(`/groups/${group.slug}`)).text).toContain(file);
  const shown = await front.ask(file);
  expect([shown.status, shown.headers["content-type"], shown.headers["cache-control"]]).toEqual([
    ...[200, "image/webp", "public, max-age=300"],
  ]);
  await send(front, `/moderate/groups/${group.slug}`, moderator, { intent: "hide" });
  expect((await front.ask(file)).status).toBe(410);
});

test("a group's page lists what it published, open and ended, and nothing that is not public", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const group = await openGroup(site);
  const of = { groupId: group.id };
  await openPetition(site, { ...of, title: "Open one" });
  await openLetter(site, { ...of, title: "A letter of ours" });
  await openPetition(site, { ...of, title: "Ended one", state: "closed", closedAt: NOW });
  for (const state of ["gathering", "in_review", "hidden", "rejected", "draft"] as const)
    await openPetition(site, { ...of, title: `Secret ${state}`, state });
  const page = readable((await front.ask(`/groups/${group.slug}`)).text);
  expect(page).toMatch(/What you can sign.*What has ended.*Ended one/);
  expect(page).toMatch(/Open one/);
  expect(page).toMatch(/A letter of ours/);
  expect(page).not.toContain("Secret");
});
