import { rmSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { eq } from "drizzle-orm";
import pg from "pg";
import { checkTallies } from "#db/check-tallies.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { beside } from "../crash/stage.ts";
import { makeDataDir } from "../data-dir.ts";
import { openPetition } from "../factories.ts";
import { type Processes, startProcesses } from "../processes/processes.ts";
import { killAtRandom } from "../processes/under-fire.ts";
import { startSmtpServer } from "../servers/smtp.ts";
import { testKeyring } from "../set-up/keyring.ts";
import { startPostgres } from "../set-up/postgres-server.ts";
import { type Ask, load, type Pace } from "./client.ts";

/*
 * A site of several processes on PostgreSQL. First four for pages and two that work are killed at random for a minute
 * while people sign and representatives are told, and everything is compared with what was acknowledged. Then one,
 * two and four processes confirm signatures of one ward, whose row all of them count in, beside those of many wards.
 * Run: node --import tsx tests/load/processes.ts [seconds of killing, 0 for none] [seconds of measuring]
 */

const [KILL_SECONDS = 60, MEASURE_SECONDS = 5] = process.argv.slice(2).map(Number);
const ONE_WARD = ["WR1 1AA"];
const MANY_WARDS = ["WR1 1AA", "WR2 4AA", "WR4 9AA", "DE4 3NN", "M1 1AE", "CF10 1EP", "LS1 4DY", "BS1 5TR"];

let people = 0;
let petitions = 0;

const server = await startPostgres({ isDurable: true });
const dataDir = await makeDataDir();
try {
  say(`${cpus().length} processors, load ${loadavg().map((one) => one.toFixed(1))}`);
  if (KILL_SECONDS > 0) await killing(await newDatabase("killing"));
  for (const web of [1, 2, 4]) await hotRows(await newDatabase(`hot_${web}`), web);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
  await server.stop();
}
// What starts PostgreSQL would end this process with a code of its own.
process.exit(process.exitCode);

async function killing(databaseUrl: string): Promise<void> {
  const mail = await startSmtpServer();
  mail.misbehave({ kind: "slow", ms: 20 }, 1_000_000);
  const env = { FORWARDING: "rehearsal", TRUST_PROXY: "1", LOG_LEVEL: "error", SMTP_URL: mail.url };
  const site = await startProcesses({ databaseUrl, dataDir, web: 4, workers: 2, env });
  try {
    const outcome = await killAtRandom(site, mail, {
      seconds: KILL_SECONDS,
      seed: Date.now(),
      pauseMs: 2_000,
    });
    say(`killed at random for ${KILL_SECONDS} seconds: ${JSON.stringify(outcome, null, 2)}`);
    const { miscounts, losses, repeats, surprises, unsettled } = outcome;
    if (miscounts.length + losses.length + repeats.length + surprises.length + unsettled > 0)
      process.exitCode = 1;
  } finally {
    await site.end();
    await mail.stop();
  }
}

async function hotRows(databaseUrl: string, web: number): Promise<void> {
  const env = { TRUST_PROXY: "1", LOG_LEVEL: "error" };
  const site = await startProcesses({ databaseUrl, dataDir, web, workers: 0, env });
  try {
    // The first requests warm every process up.
    await signAndConfirm(site, MANY_WARDS, 2);
    const many = await signAndConfirm(site, MANY_WARDS, MEASURE_SECONDS);
    const one = await signAndConfirm(site, ONE_WARD, MEASURE_SECONDS);
    const share = ((100 * one.confirmed.perSecond) / many.confirmed.perSecond).toFixed(0);
    say(
      `${web} for pages: signing ${rate(many.signed)}; confirming in many wards ${rate(many.confirmed)}, ` +
        `in one ward ${rate(one.confirmed)}, that is ${share} %`,
    );
    const db = openDatabase(databaseUrl);
    const differences = await checkTallies(db.read);
    const shards = await db.read.select({ shard: db.tables.tallies.shard }).from(db.tables.tallies);
    await db.close();
    say(
      `  counted on ${new Set(shards.map(({ shard }) => shard)).size} shards, ${differences.length} differences`,
    );
    if (differences.length > 0) process.exitCode = 1;
  } finally {
    await site.end();
  }
}

async function signAndConfirm(
  site: Processes,
  postcodes: readonly string[],
  seconds: number,
): Promise<{ signed: Pace; confirmed: Pace }> {
  const { id, slug } = await beside(site, (opened) => openPetition(opened, { slug: slugOf() }, Date.now()));
  const signed = await load(site.url, signers(`/petitions/${slug}/sign`, postcodes), seconds * 1000);
  const tokens = await pendingTokens(site, id);
  const confirmed = await load(site.url, confirmers(tokens), seconds * 1000);
  return { signed, confirmed };
}

function slugOf(): string {
  petitions += 1;
  return `under-load-${petitions}`;
}

function signers(path: string, postcodes: readonly string[]): () => Ask {
  return () => {
    people += 1;
    const postcode = postcodes[people % postcodes.length] ?? "";
    const fields = { name: `Signer ${people}`, email: `signer-${people}@example.org`, postcode };
    const from = `203.${(people >> 16) & 255}.${(people >> 8) & 255}.${people & 255}`;
    return post(path, new URLSearchParams(fields).toString(), from);
  };
}

function confirmers(tokens: readonly string[]): () => Ask | undefined {
  let next = 0;
  return () => {
    const token = tokens[next];
    next += 1;
    return token === undefined ? undefined : post(`/confirm/${token}`, "", "203.0.113.7");
  };
}

function post(path: string, body: string, forwarded: string): Ask {
  const headers = { "Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": forwarded };
  return { method: "POST", path, headers, body };
}

async function pendingTokens(site: Processes, campaignId: string): Promise<string[]> {
  return beside(site, async ({ db }) => {
    const { signatures } = db.tables;
    const rows = await db.read
      .select({ id: signatures.id })
      .from(signatures)
      .where(eq(signatures.campaignId, campaignId))
      .orderBy(signatures.id);
    return rows.map(({ id }) => testKeyring().token("confirm", id, 1));
  });
}

async function newDatabase(name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: `${server.url}/postgres` });
  await admin.connect();
  await admin.query(`create database ${name} template template0`);
  await admin.end();
  return `${server.url}/${name}`;
}

function rate({ perSecond, p99Ms, statuses }: Pace): string {
  return `${Math.round(perSecond)} a second, 99 in 100 within ${p99Ms.toFixed(0)} ms ${JSON.stringify(statuses)}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
