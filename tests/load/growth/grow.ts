import { checkTallies } from "#db/check-tallies.server.ts";
import { inventRepresentatives } from "#db/seed/invent-representatives.server.ts";
import { randomFrom } from "#db/seed/random.ts";
import { NOW } from "../../factories.ts";
import { makeTemplate } from "../../set-up/template.ts";
import { begin, fill, findGrown, readSamples, settle } from "./fill.ts";
import { openRaw } from "./raw.ts";
import { openSite } from "./site.ts";

/* Makes a database with so many signatures of one campaign: node --import tsx … URL SIGNATURES */

const [url = "", wanted = ""] = process.argv.slice(2);
const count = Number(wanted);
const startedAt = performance.now();
await makeTemplate(url);
const before = await bytes();
const beginning = await openSite(url, 60_000);
await begin(beginning);
// Somebody invented for every seat, for what is said of places is also said of those who speak for them.
await inventRepresentatives(beginning, randomFrom(7), { perWard: 2, perDivision: 1, officesOf: [] }, NOW);
const samples = await readSamples(beginning);
await beginning.close();
await fill(url, samples, count - 1);
const site = await openSite(url, 60_000);
await settle(site);
const { id } = await findGrown(site);
// The other campaigns have counts and no people; and what everything is counted for is measured elsewhere.
const all = count > 1_000_000 ? [] : await checkTallies(site.db.read);
const differences = all.filter(({ campaignId }) => campaignId === id);
await site.close();
if (differences.length > 0) throw new Error(`${differences.length} cells are not counted alike`);
const seconds = (performance.now() - startedAt) / 1000;
const each = ((await bytes()) - before) / count;
process.stdout.write(
  `  filled ${count.toLocaleString("en-GB")} in ${seconds.toFixed(0)} s, ${each.toFixed(0)} bytes a signature\n`,
);

async function bytes(): Promise<number> {
  const raw = await openRaw(url);
  try {
    return await raw.bytes();
  } finally {
    await raw.close();
  }
}
