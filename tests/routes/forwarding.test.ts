import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ruleFor } from "#app/domain/forwarding/rules.server.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { ARBORETUM, councillor, publish } from "../domain/forwarding/scene.ts";
import { see, send, versionIn, visitor } from "./admin-scene.ts";
import { organiseScene } from "./organise-scene.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

const EVERYTHING = {
  tellsMps: "on",
  tellsRecipients: "on",
  sendsClosing: "on",
  councillors: "all",
  pace: "usual",
};

async function audited(site: TestSite, action: string): Promise<string[]> {
  const { auditLog } = site.db.tables;
  const rows = await site.db.read.select().from(auditLog).where(eq(auditLog.action, action));
  return rows.map(({ detail }) => detail);
}

test("an admin sets the rule of the site; nobody else sees or changes it, and it is written down", async () => {
  const site = await testSite();
  const { front, petition, owner, moderator } = await organiseScene(site);
  const admin = await visitor(site, "admin");
  const page = "/admin/forwarding";
  for (const other of [owner, moderator]) {
    expect((await see(front, page, other)).status).toBe(403);
    expect((await send(front, page, other, { ...EVERYTHING, version: "" })).status).toBe(403);
  }
  const version = versionIn(await see(front, page, admin));
  const wrong = await send(front, page, admin, { version });
  expect([wrong.status, wrong.text.includes('href="#councillors"')]).toEqual([422, true]);
  const saved = await send(front, page, admin, { ...EVERYTHING, isPaused: "on", version });
  expect([saved.status, saved.headers.location]).toEqual([303, `${page}?done=saved`]);
  const late = await send(front, page, admin, { ...EVERYTHING, version });
  expect(late.status).toBe(409);
  expect((await ruleFor(site.db.read, petition.id)).isPaused).toBe(true);
  expect(await audited(site, "change_site_forwarding")).toEqual([
    "mps yes, councillors all, recipients yes, pace usual, closing yes, paused yes",
  ]);
});

test("an owner chooses within the site's rule, an editor reads it, a stranger has no business there", async () => {
  const site = await testSite();
  const { front, base, petition, owner, editor, stranger } = await organiseScene(site);
  const admin = await visitor(site, "admin");
  const rule = versionIn(await see(front, "/admin/forwarding", admin));
  await send(front, "/admin/forwarding", admin, { ...EVERYTHING, councillors: "concerned", version: rule });
  const page = `${base}/forwarding`;
  expect((await see(front, page, stranger)).status).toBe(403);
  const read = await see(front, page, editor);
  expect(read.text).not.toContain('name="councillors"');
  expect(readable(read.text)).toContain("the councillors of the council that is asked to act");
  const open = await see(front, page, owner);
  expect(open.text).not.toContain('value="all"');
  const version = versionIn(open);
  expect((await send(front, page, editor, { ...EVERYTHING, version })).status).toBe(403);
  expect((await send(front, page, stranger, { ...EVERYTHING, version })).status).toBe(403);
  const wide = await send(front, page, owner, { ...EVERYTHING, pace: "slow", version });
  expect(wide.status).toBe(303);
  expect(await ruleFor(site.db.read, petition.id)).toMatchObject({ councillors: "concerned", pace: "slow" });
  expect(await audited(site, "change_forwarding")).toHaveLength(1);
  expect((await see(front, base, owner)).text).toContain(`href="${page}"`);
});

test("polls are entered, found wrong, called off, and Parliament dissolved, by admins alone", async () => {
  const site = await testSite();
  const { front, owner } = await organiseScene(site);
  const admin = await visitor(site, "admin");
  const page = "/admin/polls";
  expect((await see(front, page, owner)).status).toBe(403);
  expect(
    (await send(front, page, owner, { intent: "dissolve", dissolvedOn: "1 December 2026", sure: "on" }))
      .status,
  ).toBe(403);
  const poll = {
    ...{ intent: "add", kind: "local", name: "County election", place: "Worcestershire" },
    ...{ pollOn: "6 May 2027", quietFrom: "", source: "worcestershire.gov.uk" },
  };
  const wrong = await send(front, page, admin, { ...poll, pollOn: "soon", place: "Atlantis" });
  expect([wrong.status, wrong.text.includes('href="#pollOn"')]).toEqual([422, true]);
  const nowhere = await send(front, page, admin, { ...poll, place: "Atlantis" });
  expect([nowhere.status, nowhere.text.includes('value="Atlantis"')]).toEqual([422, true]);
  expect((await send(front, page, admin, poll)).headers.location).toBe(`${page}?done=added`);
  const listed = await see(front, page, admin);
  expect(readable(listed.text)).toContain(
    "Worcestershire County Council: quiet from 25 March 2027 to 6 May 2027",
  );
  const publicId = /name="poll" value="([^"]+)"/.exec(listed.text)?.[1] ?? "";
  expect((await send(front, page, admin, { intent: "cancel", poll: publicId })).status).toBe(303);
  expect((await send(front, page, admin, { intent: "cancel", poll: publicId })).status).toBe(409);
  const unsure = await send(front, page, admin, { intent: "dissolve", dissolvedOn: "10 December 2026" });
  expect(unsure.status).toBe(422);
  const dissolve = { intent: "dissolve", dissolvedOn: "10 December 2026", sure: "on" };
  expect((await send(front, page, admin, dissolve)).headers.location).toBe(`${page}?done=dissolved`);
  expect((await send(front, page, admin, dissolve)).status).toBe(409);
  expect((await send(front, page, admin, { intent: "nothing" })).status).toBe(400);
  expect(await audited(site, "dissolve_parliament")).toHaveLength(1);
});

test("who is told and why is read by those who run it and by admins; the next messages by those who run it", async () => {
  const site = await testSite();
  const { front, base, petition, owner, editor, stranger, moderator } = await organiseScene(site);
  const admin = await visitor(site, "admin");
  await councillor(site, { name: "Pat Example" });
  await publish(site, petition.id, [["ward", ARBORETUM, 38]]);
  const told = `${base}/told`;
  const preview = `${base}/forwarding/preview`;
  for (const one of [stranger, moderator]) expect((await see(front, told, one)).status).toBe(403);
  for (const one of [stranger, moderator, admin]) expect((await see(front, preview, one)).status).toBe(403);
  for (const one of [owner, editor, admin]) {
    const words = readable((await see(front, `${told}?why=waits`, one)).text);
    expect(words).toContain("Pat Example");
    expect(words).toContain("The next round is on 1 December 2026");
    expect(words).toContain("Hears in the next round.");
  }
  expect((await see(front, `${told}?why=waits&page=2`, owner)).status).toBe(404);
  await publish(site, petition.id, [
    ["ward", ARBORETUM, 38],
    ["ward", "E05015850", 9],
  ]);
  expect(readable((await see(front, told, owner)).text)).toContain(
    "We have no address for the councillors of 1 ward in Worcester",
  );
  const shown = readable((await see(front, preview, editor)).text);
  expect(shown).toContain("1 address would be written to.");
  expect(shown).toContain("38 of your constituents");
  expect((await send(front, preview, stranger, {})).status).toBe(403);
  for (let time = 0; time < 3; time += 1)
    expect((await send(front, preview, editor, {})).headers.location).toBe(`${preview}?done=sent`);
  expect((await send(front, preview, editor, {})).status).toBe(409);
});

test("while a site rehearses, its explanation says that nobody real has been told", async () => {
  const site = await testSite();
  const { base, petition, owner } = await organiseScene(site);
  await publish(site, petition.id, [["ward", ARBORETUM, 38]]);
  await councillor(site, {});
  const wordsUnder = async (forwarding: "off" | "rehearsal" | "live"): Promise<string> => {
    const front = await serveSite({ ...site, settings: { ...site.settings, forwarding } });
    return readable((await see(front, `${base}/told`, owner)).text);
  };
  expect(await wordsUnder("rehearsal")).toContain(
    "happened in the rehearsal alone: none of them has been told",
  );
  for (const other of ["off", "live"] as const) expect(await wordsUnder(other)).not.toContain("rehears");
});
