import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { closeCampaigns } from "#app/domain/campaign/close-campaigns.server.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { testDatabaseUrl } from "../database.ts";
import { confirmedSignature, openPetition, signPetition } from "../factories.ts";
import { siteOn } from "../site.ts";
import { runDatabaseCommand } from "./commands.ts";

const dataDir = join(tmpdir(), "hear-hear-no-data");
/** Long ago for the clock on the wall, which the command goes by. */
const THEN = Date.parse("2020-01-15T12:00:00Z");

test("a dry run says what would go and changes nothing; without it that goes, and the counts stay", async () => {
  const { url, drop } = await testDatabaseUrl();
  const db = openDatabase(url);
  onTestFinished(async () => {
    await db.close();
    await drop();
  });
  const site = await siteOn(db);
  const petition = await openPetition(site, { closesOn: "2020-02-01" }, THEN);
  await confirmedSignature(site, petition, { showName: true }, THEN);
  await signPetition(site, petition, {}, THEN);
  await closeCampaigns(site, Date.parse("2020-02-02T12:00:00Z"));
  const kept = async () => {
    const { signatures, signatureSlots, publicNames, campaigns } = db.tables;
    return Promise.all(
      [signatures, signatureSlots, publicNames, campaigns].map((table) => db.read.select().from(table)),
    );
  };
  const before = await kept();
  const run = (...args: string[]) => runDatabaseCommand("retention", { args, databaseUrl: url, dataDir });

  const dry = await run("--dry-run");
  expect(dry.code).toBe(0);
  expect(dry.said).toMatch(/^1\tsignatures that were never confirmed/m);
  expect(dry.said).toMatch(/^2\tsignatures’ details and slots of closed campaigns/m);
  expect(dry.said).toContain(`2020-08-02\t${petition.slug}\tsignatures with details: 2`);
  expect(dry.said).toContain("Nothing was changed.");
  expect(dry.said).not.toContain("example.org");
  expect(await kept()).toEqual(before);

  const real = await run();
  expect([real.code, real.said.includes("Done.")]).toEqual([0, true]);
  const [signatures, slots, names, campaigns] = await kept();
  expect(signatures).toMatchObject([{ state: "confirmed", email: "", name: "", postcode: "" }]);
  expect([slots, names]).toEqual([[], []]);
  expect(campaigns).toMatchObject([{ state: "archived" }]);
  expect(await checkTallies(db.read)).toEqual([]);
  expect((await run("--dry-run")).said).not.toMatch(/^[1-9]\d*\tsignatures/m);
  expect((await run("--everything")).code).toBe(2);
}, 60_000);
