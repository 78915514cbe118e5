import { expect, test } from "vitest";
import { confirmedSignature, openLetter, openPetition } from "#tests/factories.ts";
import { joinGroup, openGroup, verifiedGroup } from "#tests/group-factories.ts";
import { form } from "#tests/http/front.ts";
import { testSite } from "#tests/site.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { runs } from "./organise-scene.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

const BOX = "Let Parents of Worcester contact me itself";

async function scene() {
  const site = await testSite();
  const front = await serveSite(site);
  const group = await verifiedGroup(site, { slug: "parents", name: "Parents of Worcester" });
  const owner = await visitor(site);
  await joinGroup(site, group, { accountId: owner.accountId });
  return { site, front, group, owner };
}

test("a form asks for leave, unticked, where a verified group publishes a petition or a letter, and nowhere else", async () => {
  const { site, front, group } = await scene();
  await openPetition(site, { slug: "ours", groupId: group.id });
  await openLetter(site, { slug: "our-letter", groupId: group.id });
  await openPetition(site, { slug: "unverified", groupId: (await openGroup(site)).id });
  await openPetition(site, { slug: "alone" });
  for (const path of ["/petitions/ours", "/petitions/ours/sign", "/letters/our-letter"]) {
    const { text } = await front.ask(path);
    expect(readable(text), path).toContain(BOX);
    expect(/<input[^>]*name="contact"[^>]*>/.exec(text)?.[0], path).not.toContain("checked");
  }
  for (const path of ["/petitions/unverified/sign", "/petitions/alone/sign"])
    expect((await front.ask(path)).text, path).not.toContain('name="contact"');
  const signed = {
    name: "Ann Example",
    email: "ann@example.org",
    postcode: "WR5 2NP",
    contactGroup: "parents",
  };
  const wrong = await front.ask("/petitions/ours/sign", form({ ...signed, name: "", contact: "on" }));
  expect(/<input[^>]*name="contact"[^>]*>/.exec(wrong.text)?.[0]).toContain("checked");
  expect((await front.ask("/petitions/ours/sign", form({ ...signed, contact: "on" }))).status).toBe(303);
  const [row] = await site.db.read.select().from(site.db.tables.signatures);
  expect(row).toMatchObject({ contactGroupId: group.id, contactVersion: 1 });
});

test("a signatory sees which group may write, in the download too, and takes it back", async () => {
  const { site, front, group } = await scene();
  const petition = await openPetition(site, { groupId: group.id });
  const { id, manageToken } = await confirmedSignature(site, petition, { contact: true });
  const path = `/signature/${manageToken}`;
  const page = await front.ask(path);
  expect(readable(page.text)).toContain(BOX);
  expect(/<input[^>]*name="contact"[^>]*>/.exec(page.text)?.[0]).toContain("checked");
  expect(JSON.parse((await front.ask(`${path}/download.json`)).text)).toMatchObject({
    ...{ contactBy: "Parents of Worcester", consent: { contactVersion: 1 } },
  });
  const saved = await front.ask(path, form({ intent: "preferences", contactGroup: "parents" }));
  expect(saved.status).toBe(303);
  const [row] = await site.db.read.select().from(site.db.tables.signatures);
  expect([row?.id, row?.contactGroupId, row?.contactAt]).toEqual([id, "", null]);
});

test("a list is given out by its button alone, to an owner of the group, and the page says who had it", async () => {
  const { site, front, group, owner } = await scene();
  const petition = await openPetition(site, { groupId: group.id });
  await confirmedSignature(site, petition, { name: "Let Her", email: "let@example.org", contact: true });
  const [helper, organiser, stranger] = [
    await visitor(site),
    await visitor(site),
    await visitor(site, "moderator"),
  ];
  await joinGroup(site, group, { accountId: helper.accountId, role: "editor" });
  await runs(site, petition.id, organiser, "owner");
  const page = `/organise/${petition.number}/contacts`;
  for (const who of [helper, organiser]) {
    expect(readable((await see(front, page, who)).text)).toContain(
      "1 person lets Parents of Worcester write.",
    );
    expect((await send(front, `${page}.csv`, who, {})).status).toBe(403);
  }
  expect((await see(front, page, stranger)).status).toBe(403);
  expect((await send(front, `${page}.csv`, stranger, {})).status).toBe(403);
  expect((await front.ask(`${page}.csv`, form({}))).headers.location).toBe("/sign-in");
  expect((await see(front, `${page}.csv`, owner)).status).toBe(404);
  expect(readable((await see(front, page, owner)).text)).not.toContain("Who had a list");
  const list = await send(front, `${page}.csv`, owner, {});
  expect([list.status, list.headers["content-type"], list.headers["cache-control"]]).toEqual([
    ...[200, "text/csv; charset=utf-8; header=present", "private, no-store"],
  ]);
  expect(list.headers["content-disposition"]).toBe('attachment; filename="parents-contacts.csv"');
  expect(list.text).toContain("Let Her,let@example.org,");
  expect(readable((await see(front, page, owner)).text)).toMatch(
    /Who had a list You on 25 November 2026 at 12:00: 1 person for parents/,
  );
  expect(readable((await see(front, page, helper)).text)).toContain("Somebody else on 25 November 2026");
  expect(front.log()).not.toMatch(/let@|Let Her/);
});

test("an owner puts a petition under a group that they run in its settings, and under no other", async () => {
  const { site, front, group, owner } = await scene();
  const petition = await openPetition(site, { slug: "ours" });
  await runs(site, petition.id, owner, "owner");
  const others = await verifiedGroup(site, { slug: "others" });
  await joinGroup(site, others);
  const settings = `/organise/${petition.number}/settings`;
  expect((await see(front, settings, owner)).text).not.toContain('value="others"');
  const refused = await send(front, settings, owner, { intent: "group", group: "others" });
  expect([refused.status, refused.text.includes("Choose a group that you run")]).toEqual([422, true]);
  const put = await send(front, settings, owner, { intent: "group", group: group.slug });
  expect(put.headers.location).toBe(`${settings}?done=grouped`);
  expect(readable((await front.ask("/petitions/ours")).text)).toContain("Published by Parents of Worcester");
});

test("whoever is signed in is offered their groups when they start something, and nobody else's are taken", async () => {
  const { site, front, group, owner } = await scene();
  await joinGroup(site, await verifiedGroup(site, { slug: "others" }));
  const begun = await send(front, "/start", owner, { title: "Answer every family in time" });
  const base = (begun.headers.location ?? "").replace(/\/[a-z]+$/, "");
  expect((await front.ask(`${base}/you`)).text).not.toContain('name="group"');
  const asked = await see(front, `${base}/you`, owner);
  expect(asked.text).toContain("Parents of Worcester (verified)");
  const typed = { organiserName: "Wren", email: "wren@example.org" };
  const groupNow = async () => (await site.db.read.select().from(site.db.tables.campaigns))[0]?.groupId;
  await send(front, `${base}/you`, owner, { ...typed, group: "others" });
  expect(await groupNow()).toBe("");
  await front.ask(`${base}/you`, form({ ...typed, group: group.slug }));
  expect(await groupNow()).toBe("");
  await send(front, `${base}/you`, owner, { ...typed, group: group.slug });
  expect(await groupNow()).toBe(group.id);
});
