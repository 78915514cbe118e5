import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { countSignatures } from "#app/domain/campaign/queries.server.ts";
import { tryLock } from "#app/prepare/exclusive-lock.server.ts";
import { checkTallies, countEverything } from "#db/check-tallies.server.ts";
import { openDatabase, sqliteFile } from "#db/client.server.ts";
import { testDatabaseUrl } from "../../database.ts";
import { confirmedSignature, openPetition } from "../../factories.ts";
import { siteOn } from "../../site.ts";
import { runDatabaseCommand } from "../commands.ts";

const isEmbedded = inject("template").engine === "sqlite";

/** A site whose database may be closed, opened and replaced, and a folder for backups. */
async function replaceableSite() {
  const { url, drop } = await testDatabaseUrl();
  const dataDir = mkdtempSync(join(tmpdir(), "hear-hear-backup-"));
  let db = openDatabase(url);
  let site = await siteOn(db);
  onTestFinished(async () => {
    await db.close();
    await drop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    url,
    dataDir,
    file: sqliteFile(url),
    site: () => site,
    close: () => db.close(),
    async open() {
      db = openDatabase(url);
      site = await siteOn(db);
    },
    run: (name: "backup" | "restore", ...args: string[]) =>
      runDatabaseCommand(name, { args, databaseUrl: url, dataDir }),
  };
}

test.runIf(isEmbedded)(
  "a backup made while people sign is of one moment, and brings everything back",
  async () => {
    const place = await replaceableSite();
    const petition = await openPetition(place.site());
    for (let i = 0; i < 5; i += 1) await confirmedSignature(place.site(), petition, { showName: true });

    let isSigning = true;
    let signed = 5;
    const signing = (async () => {
      while (isSigning) {
        await confirmedSignature(place.site(), petition);
        signed += 1;
      }
    })();
    const made = await place.run("backup");
    isSigning = false;
    await signing;
    expect(made.code).toBe(0);
    const backup = /^Backup: (.+)$/m.exec(made.said)?.[1] ?? "";
    expect(backup.startsWith(place.dataDir)).toBe(true);
    expect(statSync(backup).mode & 0o077).toBe(0);
    expect(readdirSync(join(place.dataDir, "backups"))).toHaveLength(1);
    const inBackup = Number(/recounted: (\d+) signatures in 1 campaign/.exec(made.said)?.[1]);
    expect(inBackup).toBeGreaterThanOrEqual(5);
    expect(inBackup).toBeLessThan(signed);

    await place.close();
    const restored = await place.run("restore", backup);
    expect(restored).toEqual({
      code: 0,
      said: expect.stringContaining(`${inBackup} signatures in 1 campaign`),
    });
    await place.open();
    const { db, keyring } = place.site();
    expect(await countSignatures(db.read, petition.id)).toBe(inBackup);
    expect(await checkTallies(db.read)).toEqual([]);
    const [row] = await db.read.select().from(db.tables.signatures).limit(1);
    const sealed = { table: "signatures", column: "email", rowId: row?.id ?? "" };
    expect(keyring.open(sealed, row?.email ?? "")).toMatch(/@example\.org$/);
    await confirmedSignature(place.site(), petition);

    const replaced = /kept: (.+)$/m.exec(restored.said)?.[1] ?? "";
    const before = openDatabase(`file:${replaced}`);
    expect(await countEverything(before.read)).toEqual({ campaigns: 1, signatures: signed });
    await before.close();
  },
);

test.runIf(isEmbedded)(
  "a damaged, foreign or missing backup is refused in a sentence and changes nothing",
  async () => {
    const place = await replaceableSite();
    const petition = await openPetition(place.site());
    await confirmedSignature(place.site(), petition);
    const good = join(place.dataDir, "good.db");
    expect((await place.run("backup", good)).code).toBe(0);
    await place.close();
    const before = readFileSync(place.file);

    const bytes = readFileSync(good);
    const holed = Buffer.from(bytes);
    holed.fill(0x5a, 40_960, 81_920);
    const foreign = join(place.dataDir, "foreign.db");
    await openDatabase(`file:${foreign}`).close();
    const cases: [string, Buffer | undefined, string][] = [
      ["holed.db", holed, "is damaged"],
      ["cut.db", bytes.subarray(0, Math.floor(bytes.length / 2)), "is damaged"],
      ["noise.db", Buffer.from("not a database at all, only words ".repeat(200)), "is damaged"],
      ["foreign.db", undefined, "is not a database of this program"],
    ];
    for (const [name, content, words] of cases) {
      if (content) writeFileSync(join(place.dataDir, name), content);
      const refused = await place.run("restore", join(place.dataDir, name));
      expect(refused, name).toEqual({ code: 1, said: expect.stringContaining(words) });
      expect(refused.said).toContain("Nothing was changed");
    }
    const missing = await place.run("restore", join(place.dataDir, "missing.db"));
    expect(missing).toEqual({ code: 2, said: expect.stringContaining("There is no file") });
    expect(readFileSync(place.file).equals(before)).toBe(true);
    expect(readdirSync(join(place.file, "..")).filter((name) => name.includes("restoring"))).toEqual([]);
    await place.open();
  },
);

test.runIf(isEmbedded)(
  "a backup whose counts do not agree is said to be so and restored only when told to",
  async () => {
    const place = await replaceableSite();
    const petition = await openPetition(place.site());
    await confirmedSignature(place.site(), petition);
    await place.site().db.transaction("break", (tx) => tx.delete(tx.tables.tallies));
    const bad = join(place.dataDir, "bad.db");
    const made = await place.run("backup", bad);
    expect(made).toEqual({ code: 1, said: expect.stringContaining("do not agree") });
    expect(existsSync(bad)).toBe(true);
    await place.close();
    expect(await place.run("restore", bad)).toEqual({ code: 1, said: expect.stringContaining("--anyway") });
    expect((await place.run("restore", bad, "--anyway")).code).toBe(0);
    await place.open();
  },
);

test.runIf(isEmbedded)(
  "nothing is restored under a running server, and a backup overwrites nothing",
  async () => {
    const place = await replaceableSite();
    const backup = join(place.dataDir, "one.db");
    expect((await place.run("backup", backup)).code).toBe(0);
    expect(await place.run("backup", backup)).toEqual({
      code: 2,
      said: expect.stringContaining("exists already"),
    });
    const lock = tryLock(`${place.file}.lock`);
    expect(await place.run("restore", backup)).toEqual({
      code: 2,
      said: expect.stringContaining("A server is running"),
    });
    lock?.release();
  },
);

test.runIf(isEmbedded)(
  "a database that is damaged itself is not backed up, but can be replaced",
  async () => {
    const place = await replaceableSite();
    const petition = await openPetition(place.site());
    await confirmedSignature(place.site(), petition);
    const backup = join(place.dataDir, "good.db");
    expect((await place.run("backup", backup)).code).toBe(0);
    await place.close();
    writeFileSync(place.file, "no longer a database ".repeat(500));
    chmodSync(place.file, 0o600);
    const refused = await place.run("backup", join(place.dataDir, "second.db"));
    expect(refused).toEqual({ code: 1, said: expect.stringContaining("is damaged") });
    expect(existsSync(join(place.dataDir, "second.db"))).toBe(false);
    expect((await place.run("restore", backup)).code).toBe(0);
    await place.open();
    expect(await countSignatures(place.site().db.read, petition.id)).toBe(1);
  },
);

test.runIf(!isEmbedded)("on PostgreSQL both commands say which tool to use", async () => {
  const place = await replaceableSite();
  expect(await place.run("backup")).toEqual({ code: 2, said: expect.stringContaining("pg_dump") });
  expect(await place.run("restore", "x")).toEqual({ code: 2, said: expect.stringContaining("pg_restore") });
});
