import { eq, sql } from "drizzle-orm";
import { expect, inject, test } from "vitest";
import type { Site } from "#app/domain/site.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { sqliteFile } from "#db/client.server.ts";
import { testDatabaseUrl } from "../database.ts";
import { confirmedSignature, NOW, openPetition } from "../factories.ts";
import { ACTS, JOBS } from "../load/growth/act-paths.ts";
import { begin, settle } from "../load/growth/fill.ts";
import { INNER_PAGES, PUBLIC_PAGES } from "../load/growth/page-paths.ts";
import type { Path, Scene } from "../load/growth/paths.ts";
import { openScene } from "../load/growth/scene.ts";
import { openSite } from "../load/growth/site.ts";
import { faultOf, type Step, statementsRun, stepsOf } from "../query-plans.ts";

/*
 * What a page, a form or a job asks of the database must cost the same in a campaign of ten million as in one of ten
 * thousand. Only for SQLite, whose way does not depend on what it knows of the rows.
 */
const { engine } = inject("template");
/** The database has few rows and the machine may be busy: its limit on units is tested elsewhere. */
const PATIENT_MS = 10_000;

/** What reads much and may, by words of the statement or of the step, and why. */
const ALLOWED: readonly [fault: string, words: RegExp][] = [
  // Cells are some 8,000, and so is what is counted by them, whatever the number of signatures.
  ["reads all of a campaign in tallies", /sum\("(?:tallies"\.")?count"\)/],
  // As many places as the country has, compared by a job with what they are now.
  [
    "reads all of a campaign in published_tallies",
    /^select "level", "code", "count" from "published_tallies"/,
  ],
  // Pending ones are those of the last week that nobody has confirmed.
  [
    "reads all of a campaign in signatures",
    /^select count\(\*\) from "signatures" where \("signatures"\."campaign_id" = \? and "signatures"\."state" = \?\)$/,
  ],
  // One step to the end of an index.
  ["reads all of a campaign in count_events", /^select coalesce\(max\("sequence"\), 0\) from "count_events"/],
  // One line for each representative who was told.
  ["reads all of a campaign in delivery_items", /"delivery_items"/],
  // Ends with the first that it finds, in an index of nothing but those.
  ["reads all of a campaign in signatures", /^SEARCH signatures EXISTS USING INDEX signatures_with_details/],
  // Names that wait for moderators, by an index of them alone.
  ["goes through all of public_names", /where "public_names"\."is_held"/],
];

test.runIf(engine === "sqlite")(
  "no statement of a page, a form or a job goes through all of a large table or of a large campaign",
  async () => {
    const { scene, file } = await smallScene();
    const faults: string[] = [];
    const failed: string[] = [];
    for (const path of [...PUBLIC_PAGES, ...INNER_PAGES, ...ACTS, ...JOBS]) {
      const ran = await statementsRun(file, () => runOnce(path, scene, failed));
      for (const step of stepsOf(file, ran)) {
        const fault = faultOf(step);
        if (fault && !isAllowed(fault, step))
          faults.push(`${path.name}: ${fault}: ${step.detail}: ${step.source.slice(0, 300)}`);
      }
    }
    await scene.site.close();
    expect({ failed, faults }).toEqual({ failed: [], faults: [] });
  },
  120_000,
);

test.runIf(engine === "sqlite")("no statement has a limit for whose value it is planned anew", async () => {
  const { scene, file } = await smallScene();
  const { read } = scene.site.db;
  const { campaigns } = read.tables;
  let found: unknown[] = [];
  const ran = await statementsRun(file, async () => {
    found = await read.select().from(campaigns).orderBy(campaigns.id).limit(2).offset(1);
    found.push(...(await read.rows(sql`select id from campaigns limit ${1}`)));
  });
  await scene.site.close();
  expect(found).toHaveLength(3);
  expect(ran.map(({ source }) => /limit .*/.exec(source)?.[0])).toEqual([
    "limit ? + 0 offset ?",
    "limit ? + 0",
  ]);
});

test.runIf(engine === "sqlite")("a statement that reads too much is noticed", async () => {
  const { scene, file } = await smallScene();
  const { read } = scene.site.db;
  const { signatures, publicNames } = read.tables;
  const isOne = eq(publicNames.campaignId, scene.campaign.id);
  const ran = await statementsRun(file, async () => {
    await read.select().from(signatures).limit(5).offset(100);
    await read.select().from(publicNames).where(isOne).orderBy(publicNames.name).limit(5);
    await read.select().from(publicNames).where(isOne).limit(5);
  });
  await scene.site.close();
  expect(stepsOf(file, ran).map(faultOf)).toEqual([
    "goes through all of signatures",
    "reads all of a campaign in public_names",
    ...[undefined, undefined],
  ]);
});

async function smallScene(): Promise<{ scene: Scene; file: string }> {
  const { url } = await testDatabaseUrl();
  const site = await openSite(url, PATIENT_MS);
  await begin(site, 5);
  await settle(site);
  await closedLongAgo(site);
  await site.close();
  return { scene: await openScene(url, PATIENT_MS), file: sqliteFile(url) };
}

/** A campaign whose signatures are to be blanked now. */
async function closedLongAgo(site: Site): Promise<void> {
  const campaign = await openPetition(site, { slug: "closed-long-ago" });
  await confirmedSignature(site, campaign, { showName: true });
  const { campaigns } = site.db.tables;
  const closed = { state: "closed", closedAt: NOW - 300 * DAY } as const;
  await site.db.transaction("close it", (tx) =>
    tx.update(campaigns).set(closed).where(eq(campaigns.id, campaign.id)),
  );
}

async function runOnce(path: Path, scene: Scene, failed: string[]): Promise<void> {
  const run = await path.prepare(scene);
  try {
    await run();
  } catch (error) {
    failed.push(`${path.name}: ${error instanceof Response ? error.status : error}`);
  }
}

function isAllowed(fault: string, { source, detail }: Step): boolean {
  return ALLOWED.some(([allowed, words]) => allowed === fault && (words.test(source) || words.test(detail)));
}
