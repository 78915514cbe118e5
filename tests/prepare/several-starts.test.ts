import { rmSync } from "node:fs";
import { expect, inject, onTestFinished, test } from "vitest";
import { prepareSite } from "#app/prepare/prepare-site.server.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { DEMONSTRATION } from "#db/seed/seed-demonstration.server.ts";
import { makeDataDir } from "../data-dir.ts";
import { emptyDatabaseUrl } from "../database.ts";
import { testKeyring } from "../set-up/keyring.ts";
import { testSettings } from "../site.ts";

const template = inject("template");

test.runIf(template.engine === "postgres")(
  "three that start at once on an empty database make it ready once",
  async () => {
    const { url, drop } = await emptyDatabaseUrl(template.at);
    const dataDir = await makeDataDir();
    const settings = testSettings({ DATABASE_URL: url, DATA_DIR: dataDir, DEMO: "1" });
    const said: string[] = [];
    const output = { write: (line: string | Uint8Array) => said.push(String(line)) > 0 };
    await Promise.all([1, 2, 3].map(() => prepareSite(settings, testKeyring(), output)));
    const db = openDatabase(url);
    onTestFinished(async () => {
      await db.close();
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    });
    expect(said).toEqual(["Made the demonstration: invented people in real places.\n"]);
    const { campaigns } = db.tables;
    const opened = await db.read.select({ slug: campaigns.slug }).from(campaigns);
    expect(opened.length).toBeGreaterThan(DEMONSTRATION.length);
    expect(new Set(opened.map(({ slug }) => slug)).size).toBe(opened.length);
    expect(await checkTallies(db.read)).toEqual([]);
  },
  240_000,
);
