import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { talliesCsv } from "#app/http/tallies-csv.ts";
import { confirmedSignature, NOW } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { testSite } from "#tests/site.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { organiseScene } from "./organise-scene.ts";
import { readable } from "./site-pages.ts";

const SURE = { sure: "on" };

/** Every form of an organiser's pages, and whether an editor may send it. */
const FORMS = [
  ["", { intent: "submit" }, true],
  ["", { intent: "appeal", words: "It is not so." }, true],
  ["/text", { intent: "save", title: "A better title" }, true],
  ["/text", { intent: "take_back", change: "aaaaaaaaaa" }, true],
  ["/picture", { intent: "drop" }, true],
  ["/outcomes", { intent: "tell", position: "1" }, true],
  ["/outcomes", { intent: "take_back", outcome: "aaaaaaaaaa" }, true],
  ["/people", { intent: "leave" }, true],
  ["/people", { intent: "invite", email: "rowan@example.org" }, false],
  ["/people", { intent: "take_back", invitation: "aaaaaaaaaa" }, false],
  ["/people", { intent: "remove", key: "aaaaaaaaaa" }, false],
  ["/people", { intent: "hand_over", key: "aaaaaaaaaa", ...SURE }, false],
  ["/settings", { intent: "save", goal: "10" }, false],
  ["/settings", { intent: "close", ...SURE }, false],
  ["/settings", { intent: "give_up", ...SURE }, false],
] as const;

const PAGES = ["", "/text", "/picture", "/outcomes", "/people", "/tallies.csv"] as const;

test("every form of those who run a petition is closed to strangers and moderators, and owners' forms to editors", async () => {
  const site = await testSite();
  const { front, base, petition, editor, stranger, moderator } = await organiseScene(site);
  for (const [path, fields, mayEdit] of FORMS) {
    const said = `${path} ${fields.intent}`;
    const nobody = await front.ask(`${base}${path}`, form(fields));
    expect([nobody.status, nobody.headers.location], said).toEqual([303, "/sign-in"]);
    expect((await send(front, `${base}${path}`, stranger, fields)).status, said).toBe(403);
    expect((await send(front, `${base}${path}`, moderator, fields)).status, said).toBe(403);
    const edited = await send(front, `${base}${path}`, editor, fields);
    if (mayEdit) expect(edited.status, said).not.toBe(403);
    else expect(edited.status, said).toBe(403);
    const { status } = await send(front, `/organise/999${path}`, stranger, fields);
    expect(status, said).toBe(404);
  }
  const { campaigns, invitations, askOutcomes, proposedChanges } = site.db.tables;
  const [row] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, petition.id));
  expect(row).toEqual(petition);
  for (const table of [invitations, askOutcomes, proposedChanges])
    expect(await site.db.read.select().from(table)).toEqual([]);
});

test("every page of those who run a petition is closed to others, kept by nobody, and its settings are an owner's", async () => {
  const site = await testSite();
  const { front, base, owner, editor, stranger, moderator } = await organiseScene(site);
  for (const path of [...PAGES, "/settings"]) {
    expect((await front.ask(`${base}${path}`)).headers.location, path).toBe("/sign-in");
    for (const other of [stranger, moderator])
      expect((await see(front, `${base}${path}`, other)).status, path).toBe(403);
    const page = await see(front, `${base}${path}`, owner);
    expect([page.status, page.headers["cache-control"]], path).toEqual([200, "private, no-store"]);
    expect((await see(front, `${base}${path}`, editor)).status, path).toBe(path === "/settings" ? 403 : 200);
  }
});

test("a list shows what one runs and no more", async () => {
  const site = await testSite();
  const { front, petition, owner, editor, stranger } = await organiseScene(site, { title: "Answer in time" });
  expect((await see(front, "/organise", owner)).text).toContain(`href="/organise/${petition.number}"`);
  expect((await see(front, "/organise", editor)).text).toContain("You help to run it.");
  const nothing = await see(front, "/organise", stranger);
  expect(nothing.text).not.toContain("Answer in time");
  expect(nothing.text).toContain('href="/start"');
  expect((await front.ask("/organise")).headers.location).toBe("/sign-in");
});

test("an organiser sees how many in which ward stand behind a petition, and which is next to be told of", async () => {
  const site = await testSite();
  const { front, base, petition, owner } = await organiseScene(site, { title: "Answer in time" });
  for (let count = 0; count < 6; count += 1) await confirmedSignature(site, petition);
  await publishTallies(site, petition.id, NOW);
  const page = await see(front, base, owner);
  const words = readable(page.text);
  expect(words).toContain("6 in ");
  expect(words).toMatch(/4 more people in [^.]+ and its councillors can be told of 10\. Now 6\./);
  expect(words).toContain("0 people signed and have not pressed the link in their mail.");
  expect(page.text).toMatch(
    /<svg class="count-chart"[^>]+role="img" aria-label="6 people since 25 November 2026\. /,
  );
  expect(page.text).not.toMatch(/style=/);
  expect(words).toContain("25 November 2026 6 6");
});

test("places with fewer than five are shown to nobody, their organiser included", async () => {
  const site = await testSite();
  const { front, base, petition, owner } = await organiseScene(site);
  for (let count = 0; count < 4; count += 1) await confirmedSignature(site, petition);
  await publishTallies(site, petition.id, NOW);
  const words = readable((await see(front, base, owner)).text);
  expect(words).toContain("No place has five signatures yet.");
  const csv = (await see(front, `${base}/tallies.csv`, owner)).text;
  expect(csv.trimEnd().split("\r\n")).toHaveLength(2);
});

test("before it opened, the address to pass on is the supporters' link, with messages that carry the title", async () => {
  const site = await testSite();
  const { front, base, petition, owner } = await organiseScene(site, {
    ...{ state: "gathering", openedAt: null, title: "Answer & publish" },
  });
  const { makeLinks } = await import("#app/domain/privacy/links.server.ts");
  await site.db.transaction("make a link", (tx) => makeLinks(tx, site.keyring, petition.id, ["support"]));
  const token = site.keyring.token("support", petition.id, 1);
  const page = await see(front, base, owner);
  expect(page.text).toContain(`value="${site.settings.appUrl}/support/${token}"`);
  expect(page.text).toContain("https://wa.me/?text=Answer%20%26%20publish%20");
  expect(page.text).toContain("mailto:?subject=Answer%20%26%20publish");
  expect(page.text).not.toContain(`href="/petitions/${petition.slug}`);
  const early = await send(front, base, owner, { intent: "submit" });
  expect(early.status).toBe(409);
  for (let count = 0; count < 5; count += 1) await confirmedSignature(site, petition);
  expect((await send(front, base, owner, { intent: "submit" })).status).toBe(303);
  expect(readable((await see(front, base, owner)).text)).toContain("With the moderators");
  expect((await send(front, base, owner, { intent: "submit" })).status).toBe(409);
});

test("an owner closes a petition early, gives up one that is not public, and only with the box ticked", async () => {
  const site = await testSite();
  const { front, base, owner } = await organiseScene(site);
  const settings = `${base}/settings`;
  expect((await send(front, settings, owner, { intent: "close" })).status).toBe(422);
  expect((await send(front, settings, owner, { intent: "give_up", ...SURE })).status).toBe(409);
  expect((await send(front, settings, owner, { intent: "close", ...SURE })).status).toBe(303);
  expect((await send(front, settings, owner, { intent: "close", ...SURE })).status).toBe(409);
  expect(readable((await see(front, base, owner)).text)).toContain("Hand it in to");
  const early = await organiseScene(site, { state: "gathering", openedAt: null });
  const given = await send(early.front, `${early.base}/settings`, early.owner, {
    intent: "give_up",
    ...SURE,
  });
  expect([given.status, given.headers.location]).toEqual([303, "/organise"]);
});

test("of a petition that was public and is hidden now, nobody is told that it was never published", async () => {
  const site = await testSite();
  const { front, base, petition, owner } = await organiseScene(site);
  const { campaigns } = site.db.tables;
  await site.db.transaction("hide it", (tx) =>
    tx.update(campaigns).set({ state: "hidden", formerState: "open" }).where(eq(campaigns.id, petition.id)),
  );
  const page = readable((await see(front, base, owner)).text);
  expect(page).toContain("See what was decided");
  expect(page).not.toContain("not published");
});

test("settings that make no sense come back as they were typed", async () => {
  const site = await testSite();
  const { front, base, owner } = await organiseScene(site);
  const fields = { intent: "save", goal: "many", closesOn: "1 January 2031" };
  const page = await send(front, `${base}/settings`, owner, fields);
  expect(page.status).toBe(422);
  expect(page.text).toContain('href="#goal"');
  expect(page.text).toContain('value="many"');
  const late = await send(front, `${base}/settings`, owner, { ...fields, goal: "200" });
  expect([late.status, late.text.includes('href="#closesOn"')]).toEqual([422, true]);
  const saved = await send(front, `${base}/settings`, owner, {
    ...fields,
    goal: "200",
    closesOn: "1 May 2027",
  });
  expect(saved.headers.location).toBe(`${base}/settings?done=saved`);
  expect((await see(front, `${base}/settings`, owner)).text).toContain('value="1 May 2027"');
});

test("what became of an ask goes to a moderator, refilled where it is wrong, and then stands with the ask", async () => {
  const site = await testSite();
  const { front, base, petition, editor, moderator } = await organiseScene(site);
  const page = `${base}/outcomes`;
  const fields = { intent: "tell", position: "1", outcome: "done", happenedOn: "20 November 2026" };
  const wrong = await send(front, page, editor, {
    ...fields,
    words: `"><b>`,
    sourceUrl: "javascript:alert(1)",
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('href="#sourceUrl"');
  expect(wrong.text).not.toContain('<b>"');
  const told = { ...fields, words: "They did it.", sourceUrl: "https://www.worcestershire.gov.uk/minutes" };
  expect((await send(front, page, editor, told)).status).toBe(303);
  const address = `/petitions/${petition.slug}`;
  expect((await front.ask(address)).text).not.toContain("They did it.");
  const { settleOutcome } = await import("#app/domain/campaign/settle-outcome.server.ts");
  const { askOutcomes } = site.db.tables;
  const [row] = await site.db.read.select().from(askOutcomes);
  const settling = { publicId: row?.publicId ?? "", moderatorId: moderator.accountId, note: "" };
  await settleOutcome(site, { ...settling, decision: "accepted" }, NOW);
  const shown = await front.ask(address);
  expect(readable(shown.text)).toContain("What has been achieved Done, 20 November 2026:");
  expect(readable(shown.text)).toContain(
    "Done, 20 November 2026. They did it. Source: worcestershire.gov.uk",
  );
  expect(shown.text).toContain(
    'href="https://www.worcestershire.gov.uk/minutes" rel="nofollow ugc noopener"',
  );
});

test("no cell of an export is a formula, whatever a place or a petition is called", () => {
  const hostile = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '"=1"'];
  for (const name of hostile) {
    const area = {
      level: "ward",
      code: "E05000001",
      name,
      shortName: name,
      slug: "a",
      parentGss: "E1",
    } as const;
    const csv = talliesCsv(
      name,
      { publishedAt: NOW, total: 7, handInCount: null, connectedCount: null, areas: [{ ...area, count: 7 }] },
      new Map([["E1", name]]),
    );
    expect(csv.startsWith("\uFEFFlevel,place,code,in,signatures,counted_at_utc,title\r\n")).toBe(true);
    const rows: string[][] = parse(csv, { bom: true });
    for (const cell of rows.flat()) expect(cell, name).not.toMatch(/^[=+\-@\t\r]/);
    expect(rows[2]?.[4]).toBe("7");
    expect(rows[2]?.[5]).toBe("2026-11-25T12:00");
  }
});

test("the export has every published number under its place, and is nobody else's", async () => {
  const site = await testSite();
  const { front, base, petition, owner } = await organiseScene(site, { title: "=cmd|' /C calc'!A0" });
  for (let count = 0; count < 6; count += 1) await confirmedSignature(site, petition);
  await publishTallies(site, petition.id, NOW);
  const answer = await see(front, `${base}/tallies.csv`, owner);
  expect(answer.headers["content-type"]).toContain("text/csv");
  expect(answer.headers["content-disposition"]).toContain(`petition-${petition.number}-tallies.csv`);
  const rows: string[][] = parse(answer.body, { bom: true });
  expect(rows.every((row) => !/^[=]/.test(row[6] ?? ""))).toBe(true);
  expect(rows).toContainEqual(
    expect.arrayContaining([
      "council that runs education",
      "Worcestershire County Council",
      "E10000034",
      "6",
    ]),
  );
  const other = await visitor(site);
  expect((await see(front, `${base}/tallies.csv`, other)).status).toBe(403);
});
