import { spawn } from "node:child_process";
import { once } from "node:events";
import { linkSync, mkdirSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { placesFolder } from "#app/prepare/postcodes.server.ts";
import { openDatabase } from "#db/client.server.ts";
import type { Database } from "#db/database.ts";
import { findImportedEdition } from "#db/import/postcodes/current-edition.server.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { referenceSources } from "#db/reference/postcode-file.ts";
import { referenceFile } from "#db/reference/read-csv.ts";
import { testDatabaseUrl } from "../../database.ts";
import { confirmedSignature, openPetition } from "../../factories.ts";
import { TEST_SECRETS } from "../../set-up/keyring.ts";
import { PLACES_FOLDER } from "../../set-up/template.ts";
import { siteOn } from "../../site.ts";
import { fileOf, fixture, folder } from "./importing.ts";

interface Scene {
  db: Database;
  dataDir: string;
  run(...args: string[]): Promise<{ code: number | null; said: string }>;
}

/** A database and a data folder, and the command as a shell runs it on them. */
async function scene(): Promise<Scene> {
  const { url, drop } = await testDatabaseUrl();
  const db = openDatabase(url);
  onTestFinished(async () => {
    await db.close();
    await drop();
  });
  const dataDir = folder();
  return {
    db,
    dataDir,
    async run(...args) {
      const child = spawn(process.execPath, ["--import", "tsx", "db/commands/import.ts", ...args], {
        env: {
          NODE_ENV: "test",
          PATH: process.env.PATH,
          DATABASE_URL: url,
          DATA_DIR: dataDir,
          APP_SECRET: TEST_SECRETS.app,
          HASH_SECRET: TEST_SECRETS.hash,
        },
      });
      let said = "";
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding("utf8").on("data", (text: string) => {
          said += text;
        });
      const [code] = await once(child, "close");
      return { code: typeof code === "number" ? code : null, said };
    },
  };
}

test("the command says what it did, and that it did nothing with its reason", async () => {
  const { db, run } = await scene();
  const dry = await run("mps", fixture("members-api.json"), "--partial", "--dry-run");
  expect(dry.said).toContain("added 1, changed 0, ended 1, unchanged 0, refused 0");
  expect(dry.said).toContain("This was a dry run: nothing was changed.");
  const done = await run("mps", fixture("members-api.json"), "--partial", "--as-of", "2026-11-20");
  expect(done).toEqual({
    code: 0,
    said: expect.stringContaining("added 1, changed 0, ended 1, unchanged 0, refused 0"),
  });
  const { terms } = db.tables;
  const running = (await db.read.select().from(terms).where(eq(terms.gssCode, "E14001597"))).filter(
    (term) => !term.endsOn,
  );
  expect(running).toMatchObject([{ startsOn: "2026-10-15", checkedOn: "2026-11-20" }]);

  const short = await run("mps", fixture("members-api.json"));
  expect(short).toEqual({
    code: 1,
    said: expect.stringContaining("Nothing was changed. The file has members of 1 seats"),
  });
  expect(await run("lords", "x.csv")).toEqual({
    code: 2,
    said: expect.stringContaining('"lords" cannot be imported'),
  });
  expect(await run("mps", "x.csv", "--force")).toEqual({
    code: 2,
    said: expect.stringContaining("npm run import -- WHAT FILE"),
  });
});

test("beside a program that writes all the time, an import goes in and holds nobody up", async () => {
  const { db, run } = await scene();
  const { facts } = db.tables;
  const running = { is: true };
  const waits: number[] = [];
  const busy = (async () => {
    for (let n = 0; running.is; n += 1) {
      const began = performance.now();
      await db.transaction("write beside", async (tx) => {
        await tx.insert(facts).values({ name: `beside ${n}`, value: "" });
      });
      waits.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  })();
  const lines = await readLines();
  const done = await run("councillors", fileOf("many.csv", lines));
  running.is = false;
  await busy;
  expect(done).toEqual({
    code: 0,
    said: expect.stringContaining("added 2000, changed 0, ended 0, unchanged 0, refused 0"),
  });
  expect(waits.length).toBeGreaterThan(20);
  expect(await db.read.select().from(db.tables.stagedTerms)).toEqual([]);

  /** Two thousand invented councillors, one for every ward in order. */
  async function readLines(): Promise<string> {
    const { areas } = db.tables;
    const wards = await db.read
      .select()
      .from(areas)
      .where(eq(areas.level, "ward"))
      .orderBy(areas.gssCode)
      .limit(2000);
    const rows = wards.map(
      ({ parentGss, gssCode }, n) => `${parentGss},${gssCode},,Councillor Ash Thornley${letters(n)}`,
    );
    return `council_gss,ward_gss,ward,name\n${rows.join("\n")}\n`;
  }
});

test("postcodes place signatures anew, and the next start opens them", { timeout: 120_000 }, async () => {
  const { db, dataDir, run } = await scene();
  const { file } = await buildPostcodes({ sources: referenceSources(), into: PLACES_FOLDER });
  mkdirSync(placesFolder(dataDir));
  linkSync(file, join(placesFolder(dataDir), basename(file)));
  const site = await siteOn(db);
  const petition = await openPetition(site);
  const { id } = await confirmedSignature(site, petition, { postcode: "WR1 9ZZ" });
  const part = fileOf(
    "new.csv",
    "postcode,council_gss,county_gss,ward_gss,constituency_gss,quality\nWR19ZZ,E07000237,E10000034,E05015850,E14001597,\n",
  );
  const done = await run("postcodes", part, "--partial");
  expect(done.said).toContain("added 1, changed 0, ended 0, unchanged 2631359, refused 0");
  expect(done.said).toContain("1 signatures were placed anew.");
  expect(done.code).toBe(0);
  const { signatures, cells } = db.tables;
  const [placed] = await db.read
    .select({ council: cells.council, ward: cells.ward })
    .from(signatures)
    .innerJoin(cells, eq(cells.id, signatures.cellId))
    .where(eq(signatures.id, id));
  expect(placed).toEqual({ council: "E07000237", ward: "E05015850" });
  expect(await findImportedEdition(placesFolder(dataDir))).toBeDefined();
  expect(readdirSync(placesFolder(dataDir)).filter((name) => name.endsWith(".sqlite"))).toHaveLength(2);
});

test("a file in the shape of the shipped one is unchanged from the command too", async () => {
  const { run } = await scene();
  const done = await run("councillors", referenceFile("councillors.csv.gz"));
  expect(done).toEqual({
    code: 0,
    said: expect.stringContaining("added 0, changed 0, ended 0, unchanged 62, refused 0"),
  });
});

/** A number in letters, so that a name is one. */
function letters(n: number): string {
  return [...String(n)].map((digit) => "abcdefghij"[Number(digit)]).join("");
}
