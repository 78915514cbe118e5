import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { MINUTE } from "#app/domain/time/durations.ts";
import { openDatabase } from "#db/client.server.ts";
import { type Random, randomFrom } from "#db/seed/random.ts";
import { testDatabaseUrl } from "../database.ts";
import { dueUpdate, petitionWithReaders } from "../load/news-scene.ts";
import { startResendServer } from "../servers/resend.ts";
import { startSmtpServer } from "../servers/smtp.ts";
import { siteOn, type TestSite } from "../site.ts";

/*
 * The process that mails news is killed in the middle again and again, as by a power cut, and what the mail server
 * has taken is counted. NEWS_KILLS says how often; CRASH_SEED brings the moments of an earlier run back.
 */
const KILLS = Number(process.env.NEWS_KILLS ?? 3);
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
const LIMIT_MS = 60_000 + KILLS * 20_000;
/** The mail server lets as much pass between taking a mail and saying so. */
const ANSWER_MS = 15;
/** What a killed process had claimed is free again after this. */
const LEASE = 6 * MINUTE;

test(
  "kills in the middle of a mailing over Resend cost nobody the news, and nobody gets it twice",
  async () => {
    const server = await startResendServer({ requestsPerSecond: 1000 });
    onTestFinished(() => server.stop());
    server.misbehave({ kind: "slow", ms: ANSWER_MS }, 10_000);
    const readers = 300 + KILLS * 300;
    const site = await killMailing({
      readers,
      env: { RESEND_URL: server.url, RESEND_KEY: server.apiKey },
      progress: () => server.bodies.length,
      random: randomFrom(SEED),
    });
    const recipients = server.mails.map(({ to }) => String(to));
    expect({ seed: SEED, repeated: twice(recipients) }).toEqual({ seed: SEED, repeated: [] });
    expect(recipients).toHaveLength(readers);
    expect(await receiptStates(site)).toEqual({ sent: readers });
  },
  LIMIT_MS,
);

test(
  "kills in the middle of a mailing over SMTP send nobody the news twice, and what may have gone is uncertain",
  async () => {
    const server = await startSmtpServer();
    onTestFinished(() => server.stop());
    server.misbehave({ kind: "slow", ms: ANSWER_MS }, 100_000);
    const readers = 100 + KILLS * 40;
    const site = await killMailing({
      readers,
      env: { SMTP_URL: server.url },
      progress: () => server.attempts(),
      random: randomFrom(SEED + 1),
    });
    const recipients = server.mails.map(({ to: [to = ""] }) => to);
    expect({ seed: SEED, repeated: twice(recipients) }).toEqual({ seed: SEED, repeated: [] });
    const { sent = 0, uncertain = 0, ...others } = await receiptStates(site);
    expect({ others, all: sent + uncertain }).toEqual({ others: {}, all: readers });
    // What is sent has been taken; of what is uncertain, some may have been.
    expect(recipients.length).toBeGreaterThanOrEqual(sent);
    expect(recipients.length).toBeLessThanOrEqual(sent + uncertain);
    // Three connections at once: each kill leaves three open at most.
    expect(uncertain).toBeLessThanOrEqual(3 * KILLS);
  },
  LIMIT_MS,
);

interface Killing {
  readers: number;
  /** How the worker reaches the mail server. */
  env: Record<string, string>;
  /** Grows with what the mail server is asked. */
  progress(): number;
  random: Random;
}

/** Kills the worker so many times, then lets one do the rest; gives the site that it worked on. */
async function killMailing({ readers, env, progress, random }: Killing): Promise<TestSite> {
  process.stdout.write(`news: CRASH_SEED=${SEED}, ${KILLS} kills\n`);
  const { url, drop } = await testDatabaseUrl();
  const db = openDatabase(url, { unitLimit: 10_000 });
  onTestFinished(async () => {
    await db.close();
    await drop();
  });
  const site = await siteOn(db);
  const petition = await petitionWithReaders(site, readers);
  await dueUpdate(site, petition, Date.now());
  for (let kill = 0; kill <= KILLS; kill += 1) {
    const worker = startWorker({ ...env, DATABASE_URL: url, OFFSET: String(kill * LEASE) });
    const before = progress();
    const more = random() * 3;
    if (kill < KILLS) {
      await underWay(() => progress() > before + more, worker);
      await pause(random() * 2 * ANSWER_MS);
    } else await waitUntilDone(site);
    await end(worker);
  }
  return site;
}

/** Waits until the worker has sent so much; it needs a second or more to start. */
async function underWay(isSo: () => boolean, worker: ChildProcess): Promise<void> {
  while (!isSo()) {
    if (worker.exitCode !== null) throw new Error("the worker has ended by itself");
    await pause(1);
  }
}

function startWorker(env: Record<string, string>): ChildProcess {
  const script = fileURLToPath(new URL("./mail-news.ts", import.meta.url));
  return spawn(process.execPath, ["--import", "tsx", script], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function end(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null) throw new Error("the worker has ended by itself");
  const ended = once(worker, "exit");
  worker.kill("SIGKILL");
  await ended;
}

async function waitUntilDone(site: TestSite): Promise<void> {
  const { updates } = site.db.tables;
  for (;;) {
    const open = await site.db.read.select().from(updates).where(eq(updates.mailing, "done"));
    if (open.length > 0) return;
    await pause(100);
  }
}

async function receiptStates(site: TestSite): Promise<Record<string, number>> {
  const { updateReceipts } = site.db.tables;
  const rows = await site.db.read.select({ state: updateReceipts.state }).from(updateReceipts);
  const counts: Record<string, number> = {};
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function twice(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const isRepeat = seen.has(name);
    seen.add(name);
    return isRepeat;
  });
}
