import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { keepByPublication } from "#app/domain/area/kept-by-publication.server.ts";
import { listMilestones } from "#app/domain/campaign/milestones.server.ts";
import { listPlaces } from "#app/domain/campaign/places.server.ts";
import { findCampaignById } from "#app/domain/campaign/queries.server.ts";
import { listStrongholds } from "#app/domain/campaign/strongholds.server.ts";
import { whereSigned } from "#app/domain/campaign/where-signed.server.ts";
import { explainTelling } from "#app/domain/forwarding/explain-telling.server.ts";
import { listTold } from "#app/domain/forwarding/queries.server.ts";
import { listUntold } from "#app/domain/forwarding/untold.server.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { readPlacesText } from "#app/http/open-data/places-text.server.ts";
import { readTalliesCsv } from "#app/http/read-tallies-csv.server.ts";
import { openDatabase } from "#db/client.server.ts";
import type { Database, Reader } from "#db/database.ts";
import type { TallyLevel } from "#db/tables/tally.ts";
import { testDatabaseUrl } from "../../database.ts";
import { confirmedSignature } from "../../factories.ts";
import { siteOn, type TestSite } from "../../site.ts";
import {
  ARBORETUM,
  COUNTY,
  councillor,
  petitionWith,
  publish,
  TUESDAY,
  tenOn,
  WORCESTER,
} from "../forwarding/scene.ts";

const TEN = tenOn(TUESDAY);
const COUNTS: [TallyLevel, string, number][] = [
  ["constituency", WORCESTER, 214],
  ["upper", COUNTY, 300],
  ["ward", ARBORETUM, 38],
  ["ward", "E05015850", 30],
];

test("what is kept is given again until a publication, an area, a seat or an addressee has changed", async () => {
  const { site, url } = await siteAt();
  const petition = await petitionWith(site, COUNTS);
  const keep = keepByPublication<{ made: number }>();
  let made = 0;
  const ask = async (besides?: string) =>
    (await keep(site.db.read, { campaignId: petition.id, besides }, async () => ({ made: ++made })))?.made;
  expect([await ask(), await ask(), await ask("another day"), await ask("another day")]).toEqual([
    ...[1, 1, 2, 2],
  ]);

  await confirmedSignature(site, petition);
  expect(await ask()).toBe(1);
  for (const [what, change] of changes(site, petition.id)) {
    const before = made;
    await change(site.db);
    expect(await ask(), what).toBe(before + 1);
    expect(await ask(), what).toBe(before + 1);
  }

  const beside = await opened(url);
  const before = made;
  await rename(beside, "Renamed by another program");
  expect(await ask()).toBe(before + 1);
  await nothingRenamed(site.db);
  expect(await ask()).toBe(before + 1);
});

test("who asks while it is made gets the same, and a failure is not kept", async () => {
  const { site } = await siteAt();
  const { id: campaignId } = await petitionWith(site, COUNTS);
  const keep = keepByPublication<{ made: number }>();
  let made = 0;
  const ask = (make = async () => ({ made: ++made })) => keep(site.db.read, { campaignId }, make);
  await expect(ask(() => Promise.reject(new Error("not now")))).rejects.toThrow("not now");
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([{ made: 1 }, { made: 1 }, { made: 1 }]);
  await publish(site, campaignId, COUNTS);
  expect(await Promise.all([ask(), ask()])).toEqual([{ made: 2 }, { made: 2 }]);
});

test("nothing is kept of a campaign that has not been published", async () => {
  const { site } = await siteAt();
  const keep = keepByPublication<string>();
  const ask = (answer: string) => keep(site.db.read, { campaignId: "nobody’s" }, async () => answer);
  expect([await ask("one"), await ask("two")]).toEqual(["one", "two"]);
});

test("after every change pages read what a program that has kept nothing reads", async () => {
  const { site, url } = await siteAt();
  const petition = await petitionWith(site, COUNTS, { bodyGss: COUNTY });
  let last: unknown;
  const compare = async (what: string, now = TEN) => {
    const fresh = await opened(url);
    const found = await readAll(site.db.read, petition, now);
    expect(found, what).toEqual(await readAll(fresh.read, petition, now));
    expect(found, what).not.toEqual(last);
    last = found;
  };
  await compare("at first");
  for (const [what, change] of changes(site, petition.id)) {
    await change(site.db);
    await compare(what);
  }
  await compare("before the last has begun", tenOn("2024-01-01"));
});

/** Everything that what is kept may depend on, and whose change can be seen. */
function changes(site: TestSite, campaignId: string): [string, (db: Database) => Promise<unknown>][] {
  let holder = { representativeId: "", termId: "" };
  const write = (work: Parameters<Database["transaction"]>[1]) => site.db.transaction("change", work);
  return [
    ["published anew", () => publish(site, campaignId, [...COUNTS, ["ward", "E05015851", 20]])],
    ["an area renamed", (db) => rename(db, "Arboretum and Lowesmoor")],
    [
      "somebody elected",
      async () => {
        holder = await councillor(site, { name: "Sam Example" });
      },
    ],
    [
      "a term that ends",
      () =>
        write(async (tx) => {
          const { terms } = tx.tables;
          await tx.update(terms).set({ endsOn: "2026-11-30" }).where(eq(terms.id, holder.termId));
        }),
    ],
    [
      "somebody after them",
      async () => {
        holder = await councillor(site, { name: "Kim Example" });
      },
    ],
    [
      "a member addressed in person",
      () =>
        write(async (tx) => {
          const { recipients, terms } = tx.tables;
          const [member] = await tx.select().from(terms).where(eq(terms.gssCode, WORCESTER));
          if (!member) throw new Error("nobody sits for Worcester");
          await tx.insert(recipients).values({
            ...{ campaignId, representativeId: member.representativeId, position: 1 },
            ...{ isCopy: false, checkedBy: "a moderator" },
          });
        }),
    ],
    [
      "nobody addressed any more",
      () =>
        write((tx) => tx.delete(tx.tables.recipients).where(eq(tx.tables.recipients.campaignId, campaignId))),
    ],
    [
      "a seat that nobody has held",
      () => write((tx) => tx.delete(tx.tables.terms).where(eq(tx.tables.terms.id, holder.termId))),
    ],
  ];
}

async function rename(db: Database, name: string): Promise<void> {
  const { areas } = db.tables;
  await db.transaction("rename", (tx) =>
    tx.update(areas).set({ name, shortName: name }).where(eq(areas.gssCode, ARBORETUM)),
  );
}

async function nothingRenamed(db: Database): Promise<void> {
  const { areas } = db.tables;
  await db.transaction("rename", (tx) => tx.update(areas).set({ name: "X" }).where(eq(areas.gssCode, "X")));
}

async function readAll(read: Reader, { id }: { id: string }, now: number) {
  const campaign = await findCampaignById(read, id);
  if (!campaign) throw new Error("the petition is not there");
  return {
    told: await listTold(read, { campaignId: id, forwarding: "live", limit: 3 }, now),
    untold: await listUntold(read, id, londonDay(now)),
    explained: await explainTelling(read, { campaignId: id, forwarding: "rehearsal" }, now),
    where: await whereSigned(read, campaign),
    places: await listPlaces(read, campaign),
    strongholds: await listStrongholds(read, id),
    milestones: await listMilestones(read, id),
    json: Buffer.from(await readPlacesText(read, id, now)).toString(),
    csv: Buffer.from(await readTalliesCsv(read, campaign)).toString(),
  };
}

async function siteAt(): Promise<{ site: TestSite; url: string }> {
  const { url, drop } = await testDatabaseUrl();
  onTestFinished(drop);
  return { site: await siteOn(await opened(url)), url };
}

/** The same database, opened by somebody who knows nothing of it yet. */
async function opened(url: string): Promise<Database> {
  const db = openDatabase(url, { poolSize: 2, unitLimit: 10_000 });
  onTestFinished(() => db.close());
  return db;
}
