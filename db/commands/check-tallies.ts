/** Compares signatures, tallies and events, and of letters the counts of their versions: `npm run tallies:check`. */
import { existsSync } from "node:fs";
import { inArray } from "drizzle-orm";
import { checkTallies, checkVersions, countEverything } from "../check-tallies.server.ts";
import { engineOf, openDatabase, sqliteFile } from "../client.server.ts";
import { type Command, type ExitCode, runCommand } from "./run-command.ts";
import { totals } from "./words.ts";

await runCommand(compareCounts);

async function compareCounts({ settings, say }: Command): Promise<ExitCode> {
  const { databaseUrl } = settings;
  if (engineOf(databaseUrl) === "sqlite" && !existsSync(sqliteFile(databaseUrl))) {
    say(`There is no database at ${sqliteFile(databaseUrl)} yet. Start the site once, or set DATABASE_URL.`);
    return 2;
  }
  const db = openDatabase(databaseUrl);
  try {
    const differences = await checkTallies(db.read);
    const versions = await checkVersions(db.read);
    const { campaigns: table } = db.tables;
    const named = await db.read
      .select({ id: table.id, slug: table.slug })
      .from(table)
      .where(
        inArray(table.id, [
          ...new Set([...differences, ...versions].map((difference) => difference.campaignId)),
        ]),
      );
    const slugs = new Map(named.map((campaign) => [campaign.id, campaign.slug]));
    for (const { campaignId, cellId, signatures, tallies, events } of differences)
      say(
        `${slugs.get(campaignId) ?? campaignId}, cell ${cellId}: ` +
          `${signatures} signatures, tallies say ${tallies}, events add up to ${events}.`,
      );
    for (const { campaignId, version, signatures, counted } of versions)
      say(
        `${slugs.get(campaignId) ?? campaignId}, version ${version}: ` +
          `${signatures} signatures, its count says ${counted}.`,
      );
    const words = totals(await countEverything(db.read));
    say(
      differences.length + versions.length === 0
        ? `Signatures, tallies and events agree: ${words}.`
        : `${differences.length} cells and ${versions.length} versions differ.`,
    );
    return differences.length + versions.length === 0 ? 0 : 1;
  } finally {
    await db.close();
  }
}
