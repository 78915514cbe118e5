import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { eq } from "drizzle-orm";
import { explainTelling } from "#app/domain/forwarding/explain-telling.server.ts";
import { readCountedLedger, readLedger, walkLedger } from "#app/domain/forwarding/ledger.server.ts";
import type { LedgerFilter } from "#app/domain/forwarding/ledger.ts";
import { summariseLedger } from "#app/domain/forwarding/ledger-summary.server.ts";
import { openLedger } from "#app/domain/forwarding/ledger-view.server.ts";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { listTold } from "#app/domain/forwarding/queries.server.ts";
import { openPlaces } from "#app/domain/place/places.server.ts";
import type { Site } from "#app/domain/site.ts";
import { addDays } from "#app/domain/time/london.ts";
import { openDatabase } from "#db/client.server.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { referenceSources } from "#db/reference/postcode-file.ts";
import type { DeliveryState } from "#db/tables/forwarding.ts";
import { TUESDAY, tenOn } from "../domain/forwarding/scene.ts";
import { testKeyring } from "../set-up/keyring.ts";
import { startPostgres } from "../set-up/postgres-server.ts";
import { makeTemplate, PLACES_FOLDER } from "../set-up/template.ts";
import { fillCountry } from "./forwarding-scene.ts";
import { timeQueries } from "./query-times.ts";

/*
 * The ledger of a campaign of the whole country, after some rounds in which everybody due was told: how long a page of
 * it takes, what is counted of it, its files, and the organiser's explanation of the next round.
 * Run: node --import tsx tests/load/ledger.ts [--signatures 1000000] [--rounds 1] [--postgres] [--statements]
 */

const { values } = parseArgs({
  options: {
    signatures: { type: "string", default: "1000000" },
    rounds: { type: "string", default: "1" },
    postgres: { type: "boolean", default: false },
    statements: { type: "boolean", default: false },
  },
});
const ROWS = 50;
const TIMES = 5;
const NOW = tenOn(addDays(TUESDAY, 1));

const times = timeQueries();
const folder = mkdtempSync(join(tmpdir(), "hear-hear-ledger-"));
const postgres = values.postgres ? await startPostgres() : undefined;
const url = postgres ? `${postgres.url}/postgres` : `file:${join(folder, "site.db")}`;
await makeTemplate(url);
const places = openPlaces((await buildPostcodes({ sources: referenceSources(), into: PLACES_FOLDER })).file);
const db = openDatabase(url, { unitLimit: 60_000 });
try {
  const site: Site = { db, keyring: testKeyring(), places, shard: 0, wake() {} };
  await fillCountry(site, Number(values.signatures));
  for (let round = Number(values.rounds) - 1; round >= 0; round -= 1)
    await tell(site, addDays(TUESDAY, -7 * round));
  await measure();
} finally {
  await db.close();
  places.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Tells everybody in one round: what they were told before is kept, and hidden from the planner meanwhile. */
async function tell(site: Site, slotOn: string): Promise<void> {
  await move("sent", "superseded");
  await planDeliveries(site, { forwarding: "rehearsal", slotOn }, tenOn(slotOn));
  const { deliveries } = db.tables;
  await db.transaction("send", (tx) =>
    tx
      .update(deliveries)
      .set({ state: "sent", mode: "live", sendingAt: tenOn(slotOn) })
      .where(eq(deliveries.state, "planned")),
  );
  await move("superseded", "sent");
}

async function move(from: DeliveryState, to: DeliveryState): Promise<void> {
  const { deliveries } = db.tables;
  await db.transaction("move", (tx) =>
    tx.update(deliveries).set({ state: to }).where(eq(deliveries.state, from)),
  );
}

async function measure(): Promise<void> {
  const { campaigns, deliveryItems } = db.tables;
  const [campaign] = await db.read.select().from(campaigns);
  if (!campaign) throw new Error("the country has no campaign");
  const { read } = db;
  const forwarding = "live";
  const view = await openLedger(read, { campaign, forwarding }, NOW);
  const told = (await read.select({ slotOn: deliveryItems.slotOn }).from(deliveryItems)).length;
  const { counts } = await summariseLedger(read, view);
  print(`${db.engine}: ${counts.all} rows, ${told} messages`);
  await time("open", () => openLedger(read, { campaign, forwarding }, NOW));
  await time("page one", () => readLedger(read, view, { limit: ROWS }));
  await time("page one, with nobody who has left office", () =>
    readLedger(read, view, { filter: { isInOffice: true }, limit: ROWS }),
  );
  await time("last page", () => readLedger(read, view, { limit: ROWS, offset: counts.all - ROWS }));
  await time("counts, first line, councils", () => summariseLedger(read, view));
  const filters: LedgerFilter[] = [
    { level: "mp" },
    { places: new Set(["E10000034"]) },
    { fate: "told" },
    { fate: "no_address" },
    { answer: "any" },
    { answer: "none" },
  ];
  for (const filter of filters) {
    const name = JSON.stringify(filter, (_, value) => (value instanceof Set ? [...value] : value));
    await time(`page one of ${name}, and how many`, () =>
      readCountedLedger(read, view, { filter, limit: ROWS }),
    );
  }
  await time("all rows, for the file", async () => {
    for await (const rows of walkLedger(read, view, {}))
      if (rows.length === 0) throw new Error("an empty part");
  });
  await time("the few of the campaign's page", () =>
    listTold(read, { campaignId: campaign.id, forwarding, limit: 5 }, NOW),
  );
  await time("explanation", () => explainTelling(read, { campaignId: campaign.id, forwarding }, NOW));
}

async function time(what: string, work: () => Promise<unknown>): Promise<void> {
  await work();
  times.slowest();
  let least = Number.POSITIVE_INFINITY;
  let leastWork = Number.POSITIVE_INFINITY;
  for (let run = 0; run < TIMES; run += 1) {
    const startedAt = performance.now();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, performance.now() - startedAt);
    leastWork = Math.min(leastWork, (user + system) / 1000);
  }
  const slowest = times.slowest();
  print(`  ${what}: ${least.toFixed(1)} ms, ${leastWork.toFixed(1)} ms of them at work in this process`);
  if (values.statements && slowest) print(`    ${slowest.source.replace(/\s+/g, " ").slice(0, 2000)}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
