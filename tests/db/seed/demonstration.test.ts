import { and, asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishedTallies } from "#app/domain/area/published.server.ts";
import { findFormerText } from "#app/domain/campaign/former-texts.server.ts";
import { countSignatures, findCampaign } from "#app/domain/campaign/queries.server.ts";
import { listOlderVersions } from "#app/domain/open-letter/list-older-versions.server.ts";
import { listCoSigners } from "#app/domain/open-letter/printed-names.server.ts";
import { listFirstSignatories } from "#app/domain/open-letter/signatories.server.ts";
import { findRepliers } from "#app/domain/response/repliers.server.ts";
import { foldName } from "#app/domain/signature/identity.ts";
import { openPerson } from "#app/domain/signature/person.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { openDatabase } from "#db/client.server.ts";
import type { Database } from "#db/database.ts";
import { DEMONSTRATION, seedDemonstration } from "#db/seed/seed-demonstration.server.ts";
import { testDatabaseUrl } from "../../database.ts";
import { NOW, openPetition } from "../../factories.ts";
import { siteOn, type TestSite, testSite } from "../../site.ts";

const COUNTS: [slug: string, state: string, count: number][] = [
  ["worcestershire-send-investigation", "open", 1803],
  ["derbyshire-plans-in-time", "open", 642],
  ["show-how-long-children-wait", "open", 2903],
  ["quiet-hour-in-lewisham", "open", 7],
  ["changing-places-in-cardiff-parks", "closed", 412],
  ["crossing-by-the-school-in-redditch", "gathering", 3],
  ["warm-pool-for-everybody-in-malvern", "in_review", 9],
  ["longer-summer-in-derby", "rejected", 6],
  ["worcestershire-late-plans", "open", 568],
];

/** Seeded once, and only read by all tests but the last. */
let site: TestSite;
let dropDatabase: () => Promise<void>;

beforeAll(async () => {
  const { url, drop } = await testDatabaseUrl();
  dropDatabase = drop;
  site = await siteOn(openDatabase(url, { unitLimit: 10_000 }));
  expect(await seedDemonstration(site, NOW)).toBe(true);
});

afterAll(async () => {
  await site.db.close();
  await dropDatabase();
});

async function totals(site: TestSite): Promise<[string, string, number][]> {
  const { campaigns } = site.db.tables;
  const rows = await site.db.read.select().from(campaigns).orderBy(asc(campaigns.number));
  const counted: [string, string, number][] = [];
  for (const { id, slug, state } of rows)
    counted.push([slug, state, await countSignatures(site.db.read, id)]);
  return counted;
}

/** The same database, whose power goes at the start of one transaction. */
function failingAt(db: Database, count: number): Database {
  let begun = 0;
  return {
    ...db,
    transaction(name, work) {
      begun += 1;
      return begun === count ? Promise.reject(new Error("power cut")) : db.transaction(name, work);
    },
  };
}

test("an empty database gets five public petitions, three that are not and an open letter, counted, published and without any mail, once", async () => {
  expect(await totals(site)).toEqual(COUNTS);
  expect(await checkTallies(site.db.read)).toEqual([]);
  const { outbox, mailbox, jobs, campaigns, signatures, countEvents } = site.db.tables;
  for (const table of [outbox, mailbox, jobs]) expect(await site.db.read.select().from(table)).toEqual([]);
  const rows = await site.db.read.select().from(campaigns);
  expect(rows.every((row) => row.isDemonstration && row.showsNames)).toBe(true);
  expect(rows.find((row) => row.number === 1)?.openedAt).toBeLessThan(NOW - 69 * DAY);
  const closed = rows.find((row) => row.state === "closed");
  expect(closed?.closesOn).toBe("2026-11-04");
  expect(closed?.closedAt).toBeGreaterThan(NOW - 21 * DAY);

  for (const { id, openedAt, closedAt } of rows) {
    const [range] = await site.db.read
      .select({
        first: sql`min(${signatures.createdAt})`.mapWith(Number),
        last: sql`max(${signatures.confirmedAt})`.mapWith(Number),
        backwards: sql`sum(case when confirmed_at <= created_at then 1 else 0 end)`.mapWith(Number),
      })
      .from(signatures)
      .where(eq(signatures.campaignId, id));
    expect(range?.first).toBeGreaterThanOrEqual(openedAt ?? 0);
    expect(range?.last).toBeLessThanOrEqual(closedAt ?? NOW);
    expect(range?.backwards).toBe(0);
  }
  const hours = await site.db.read
    .select({ hour: countEvents.hour, count: sql`count(*)`.mapWith(Number) })
    .from(countEvents)
    .where(eq(countEvents.campaignId, rows.find((row) => row.number === 1)?.id ?? ""))
    .groupBy(countEvents.hour);
  const weeks = Array.from({ length: 10 }, (_, week) =>
    hours
      .filter(({ hour }) => Math.floor((NOW - hour) / (7 * DAY)) === week)
      .reduce((sum, { count }) => sum + count, 0),
  );
  expect(Math.min(...weeks)).toBeGreaterThan(40);
  expect(weeks[9]).toBeGreaterThan((weeks[8] ?? 0) * 1.5);

  expect(await seedDemonstration(site, NOW + DAY)).toBe(false);
  expect(await totals(site)).toEqual(COUNTS);
});

test("its people are invented, their addresses lead nowhere, and nobody bears a sitting member's name", async () => {
  const { signatures, representatives, publicNames, terms } = site.db.tables;
  const members = await site.db.read.select().from(representatives).where(eq(representatives.kind, "mp"));
  const memberNames = new Set(members.map((row) => row.nameKey));
  const signed = await site.db.read.select().from(signatures);
  const people = signed.map((row) => openPerson(site.keyring, row));
  expect(people.every(({ email }) => /@(?:[a-z]+\.example|example\.(?:org|com|net))$/.test(email))).toBe(
    true,
  );
  expect(people.some(({ name }) => memberNames.has(foldName(name)))).toBe(false);
  expect(new Set(people.map(({ name }) => name)).size).toBeGreaterThan(3000);
  const shown = await site.db.read.select().from(publicNames);
  expect(shown.length / signed.length).toBeCloseTo(0.34, 1);
  expect(shown.some((name) => name.isHeld)).toBe(false);
  const { campaigns, publications } = site.db.tables;
  const published = new Set((await site.db.read.select().from(publications)).map((row) => row.campaignId));
  expect(published.size).toBe(6);
  expect(shown.every((name) => name.isPublished === published.has(name.campaignId))).toBe(true);
  const rows = await site.db.read.select().from(campaigns);
  expect(rows.filter((row) => row.openedAt === null).map((row) => row.state)).toEqual([
    "gathering",
    "in_review",
    "rejected",
  ]);

  const councillors = await site.db.read
    .select()
    .from(representatives)
    .innerJoin(terms, eq(terms.representativeId, representatives.id))
    .where(and(eq(representatives.isInvented, true), eq(representatives.kind, "councillor")));
  expect(councillors).toHaveLength(16 + 18 + 9);
  for (const { terms: term, representatives: councillor } of councillors) {
    const sealed = { table: "terms", column: "address", rowId: term.id };
    expect(site.keyring.open(sealed, term.address)).toMatch(/@councillors\.example$/);
    expect(councillor.kind).toBe("councillor");
    expect(memberNames.has(councillor.nameKey)).toBe(false);
  }
  expect(new Set(councillors.map(({ representatives: one }) => one.nameKey)).size).toBe(councillors.length);
});

test("each invented councillor who answers was told before, in a rehearsal, of the first five", async () => {
  const { deliveries, deliveryItems, representatives, responses } = site.db.tables;
  const answered = await site.db.read
    .select({ response: responses, delivery: deliveries, item: deliveryItems, who: representatives })
    .from(responses)
    .innerJoin(deliveries, eq(deliveries.id, responses.deliveryId))
    .innerJoin(deliveryItems, eq(deliveryItems.deliveryId, deliveries.id))
    .innerJoin(representatives, eq(representatives.id, responses.representativeId));
  expect(answered).toHaveLength(4);
  for (const { response, delivery, item, who } of answered) {
    expect(who.isInvented).toBe(true);
    expect(delivery).toMatchObject({ state: "sent", mode: "rehearsal", termId: response.termId });
    expect(delivery.sendingAt).toBeLessThan(response.createdAt);
    expect(item).toMatchObject({ representativeId: who.id, campaignId: response.campaignId, tally: 5 });
  }
  expect(await site.db.read.select().from(deliveries)).toHaveLength(3);
});

test("places are well filled: districts, wards and constituencies of the county, and every kind of elsewhere", async () => {
  const petition = await findCampaign(site.db.read, "petition", "worcestershire-send-investigation");
  const levels = ["upper", "lower", "ward", "constituency", "country", "division"] as const;
  const found = await publishedTallies(site.db.read, petition?.id ?? "", levels);
  expect(found?.total).toBe(1803);
  expect(found?.handInCount).toBeGreaterThan(500);
  expect(found?.connectedCount).toBeGreaterThan(500);
  const at = (level: string) => found?.areas.filter((area) => area.level === level) ?? [];
  expect(at("upper")[0]).toMatchObject({ name: "Worcestershire County Council" });
  const districts = at("lower").filter((area) => area.parentGss === "E10000034");
  expect(districts).toHaveLength(6);
  for (const councilGss of ["E07000237", "E07000235", "E07000236"]) {
    const wards = at("ward").filter((area) => area.parentGss === councilGss);
    expect(wards.length).toBeGreaterThan(6);
  }
  expect(at("division").length).toBeGreaterThan(20);
  expect(at("constituency").find((area) => area.name === "Worcester")?.count).toBeGreaterThan(300);
  const { signatures, cells } = site.db.tables;
  const nations = await site.db.read
    .selectDistinct({ country: cells.country })
    .from(signatures)
    .innerJoin(cells, eq(cells.id, signatures.cellId))
    .where(eq(signatures.campaignId, petition?.id ?? ""));
  const countries = nations.map((row) => row.country);
  for (const country of ["GB", "GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR", "IE"])
    expect(countries).toContain(country);
  const irish = await site.db.read
    .select({ constituency: cells.constituency })
    .from(signatures)
    .innerJoin(cells, eq(cells.id, signatures.cellId))
    .where(eq(cells.country, "GB-NIR"));
  expect(irish.every((row) => row.constituency.startsWith("N05"))).toBe(true);
});

test("a seeding that was cut short shows nothing and is made anew; campaigns of people are never touched", async () => {
  const own = await testSite();
  for (const count of [1, 4, 30]) {
    const cut = { ...own, db: failingAt(own.db, count) };
    await expect(seedDemonstration(cut, NOW)).rejects.toThrow("power cut");
    expect((await totals(own)).filter(([, state]) => state !== "draft")).toEqual([]);
  }
  expect(await seedDemonstration(own, NOW)).toBe(true);
  expect((await totals(own)).map(([slug, , count]) => [slug, count])).toEqual(
    COUNTS.map(([slug, , count]) => [slug, count]),
  );
  expect(await checkTallies(own.db.read)).toEqual([]);

  const other = await testSite();
  const petition = await openPetition(other);
  expect(await seedDemonstration(other, NOW)).toBe(false);
  expect(await totals(other)).toEqual([[petition.slug, "open", 0]]);
}, 90_000);

test("asks of real councils stay open, and each petition has its texts, two to four asks and a clause", async () => {
  for (const { slug } of DEMONSTRATION) {
    const petition = await findCampaign(site.db.read, "petition", slug);
    expect(petition?.asks.every((ask) => ask.outcome === "open")).toBe(true);
    expect(petition?.asks.length).toBeGreaterThanOrEqual(2);
    expect(petition?.askClause).toMatch(/^to /);
    expect(petition?.more).toContain("###");
  }
  const easy = await findCampaign(site.db.read, "petition", "worcestershire-send-investigation", "easy");
  expect(easy?.variants.sort()).toEqual(["easy", "en"]);
  expect(easy?.title).toMatch(/^Please/);
});

test("a newcomer can sign in as the organiser of all its petitions, as a moderator and as an admin", async () => {
  const { accounts, roles, organisers, campaignMoves, auditLog } = site.db.tables;
  expect(await site.db.read.select().from(accounts)).toHaveLength(3);
  const given = await site.db.read.select({ role: roles.role }).from(roles).orderBy(asc(roles.role));
  expect(given.map(({ role }) => role)).toEqual(["admin", "moderator"]);
  expect(await site.db.read.select().from(organisers)).toHaveLength(9);
  const moves = await site.db.read.select().from(campaignMoves).orderBy(asc(campaignMoves.id));
  expect(moves.map(({ toState }) => toState).toSorted()).toEqual([
    "gathering",
    "gathering",
    "gathering",
    "in_review",
    "in_review",
    "rejected",
  ]);
  expect(await site.db.read.select().from(auditLog)).toHaveLength(1);
});

test("its letter has two versions, standings that were checked and some that wait, and an answer of an invented director", async () => {
  const { read } = site.db;
  const letter = await findCampaign(read, "letter", "worcestershire-late-plans");
  if (!letter) throw new Error("there is no letter");
  expect(letter.letter).toMatchObject({ place: "Worcester", salutation: "Dear Ms Penhale" });
  expect(letter.asks.map(({ outcome }) => outcome)).toEqual(["open", "open", "open"]);
  expect(letter.groupId).not.toBe("");
  const council = { id: "any other", bodyGss: letter.bodyGss };
  expect(JSON.stringify(await findRepliers(read, council, NOW))).not.toContain("Penhale");
  const [older, ...others] = await listOlderVersions(read, letter);
  expect(others).toEqual([]);
  expect(older?.ordinal).toBe(1);
  expect(older?.count).toBeGreaterThan(50);
  expect(older?.count).toBeLessThan(400);
  const former = await findFormerText(read, { campaignId: letter.id, version: 1 });
  expect(former?.content.asks).toHaveLength(2);
  const people = await listFirstSignatories(read, { campaignId: letter.id, limit: 5 });
  expect(people.map(({ name, isFirst }) => [name, isFirst])).toEqual([
    ["Bryony Tansley", true],
    ["Corwin Halloway", true],
    ["Philippa Oakeshaw", true],
    ["Idris Penhallow", true],
    [expect.any(String), false],
  ]);
  expect(people[1]).toMatchObject({ role: "Head teacher", organisation: "Elmbrook Hill School" });
  expect(await listCoSigners(read, letter.id)).toEqual([
    "The Lantern Fields Trust",
    "Riverside Parents’ Circle",
  ]);
  const { standings, publicNames, responses, representatives } = site.db.tables;
  const states = (await read.select().from(standings)).map(({ state }) => state);
  expect(states.toSorted()).toEqual([...Array(6).fill("vouched"), "waiting", "waiting"]);
  const clear = JSON.stringify([await read.select().from(publicNames), await read.select().from(standings)]);
  for (const stated of ["Three Weirs", "Teme Bank", "Paediatrician"]) expect(clear).not.toContain(stated);
  const [answer, ...more] = await read
    .select({ response: responses, isInvented: representatives.isInvented })
    .from(responses)
    .innerJoin(representatives, eq(representatives.id, responses.representativeId))
    .where(eq(responses.campaignId, letter.id));
  expect([more.length, answer]).toMatchObject([
    0,
    { isInvented: true, response: { position: 0, state: "published" } },
  ]);
});
