import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { testDatabaseUrl } from "../database.ts";
import { confirmedSignature, openPetition } from "../factories.ts";
import { siteOn } from "../site.ts";
import { runDatabaseCommand } from "./commands.ts";

const dataDir = join(tmpdir(), "hear-hear-no-data");

test("the command says that all agrees, or names every place that does not and ends with 1", async () => {
  const { url, drop } = await testDatabaseUrl();
  const db = openDatabase(url);
  onTestFinished(async () => {
    await db.close();
    await drop();
  });
  const site = await siteOn(db);
  const petition = await openPetition(site);
  await confirmedSignature(site, petition);
  const good = await runDatabaseCommand("check-tallies", { databaseUrl: url, dataDir });
  expect(good).toEqual({ code: 0, said: expect.stringContaining("agree: 1 signature in 1 campaign") });

  await db.transaction("break", (tx) => tx.delete(tx.tables.countEvents));
  const bad = await runDatabaseCommand("check-tallies", { databaseUrl: url, dataDir });
  expect(bad.code).toBe(1);
  expect(bad.said).toContain(petition.slug);
  expect(bad.said).toContain("1 signatures, tallies say 1, events add up to 0.");
});
