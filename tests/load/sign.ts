import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { eq, inArray } from "drizzle-orm";
import { openDatabase } from "#db/client.server.ts";
import { insertCampaign } from "#db/seed/insert-campaign.server.ts";
import { TEST_SECRETS, testKeyring } from "../set-up/keyring.ts";
import { type Ask, load, type Pace } from "./client.ts";
import { startNode, startProgram } from "./program.ts";
import { reportResult, share } from "./result.ts";

/*
 * Signs and confirms beside a bare node:http and better-sqlite3 server that hashes, seals and writes the same rows: once
 * with a commit for each request, once with one for all that arrive together. Each over sixteen connections, in turns.
 * The program sends its confirm mails (to its mailbox) at the same time; a bare server has its turn when they are gone.
 * The servers share one core. Run: taskset -c 1 node --import tsx tests/load/sign.ts
 */

const SERVER_CORE = 0;
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const ROUND_MS = Number(process.env.ROUND_MS ?? 3000);
const WARM_MS = 1500;
const POSTCODES = ["WR1 1AA", "WR2 4AA", "WR4 9AA", "DE4 3NN", "M1 1AE", "CF10 1EP"];
const SECRETS = [TEST_SECRETS.app, TEST_SECRETS.hash];

/** One of those that are compared. */
interface Runner {
  name: string;
  url: string;
  pid: number;
  file: string;
}

/** What one turn came to; `cpuMs` is what the server worked for each request, however busy the machine was. */
interface Turn extends Pace {
  cpuMs: number;
  /** The same with the mail that was still to be sent when the turn was over. */
  cpuMsWithMail: number;
}

const program = await startProgram({ DEMO: "0" }, { core: SERVER_CORE });
const bares: { end(): Promise<void> }[] = [];
try {
  const file = join(program.dataDir, "hear-hear.db");
  const { id: campaignId, slug } = await openPetition(file);
  const runners: Runner[] = [{ name: "ours", ...program, file }];
  for (const mode of ["alone", "together"]) {
    const copy = join(program.dataDir, `bare-${mode}.db`);
    copyFileSync(file, copy);
    const bare = await startNode(
      ["tests/load/sign-bare.ts", copy, campaignId, ...SECRETS, mode],
      {},
      { core: SERVER_CORE },
    );
    bares.push(bare);
    runners.push({ name: `bare, commits ${mode}`, ...bare, file: copy });
  }
  const path = `/petitions/${slug}/sign`;
  const nextSigner = new Map(runners.map(({ name }) => [name, signers(path, name.replaceAll(/\W/g, ""))]));
  await compare("warming up", runners, WARM_MS, 1, async ({ name }) => nextSigner.get(name) ?? nobody);
  await compare("signing", runners, ROUND_MS, ROUNDS, async ({ name }) => nextSigner.get(name) ?? nobody);
  const links = new Map<string, () => Ask | undefined>();
  for (const { name, file: written } of runners) links.set(name, confirmers(await tokens(written)));
  await compare("confirming", runners, ROUND_MS, ROUNDS, async ({ name }) => links.get(name) ?? nobody);
} finally {
  for (const bare of bares) await bare.end();
  await program.end();
}

/** Lets all of them have their turn in each round, and says how they stand to the first bare one. */
async function compare(
  what: string,
  runners: readonly Runner[],
  ms: number,
  rounds: number,
  asks: (runner: Runner) => Promise<() => Ask | undefined>,
): Promise<void> {
  const turns = new Map<string, Turn[]>(runners.map(({ name }) => [name, []]));
  const waits: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const runner of runners) {
      const before = cpuMsOf(runner);
      const pace = await load(runner.url, await asks(runner), ms);
      const cpuMs = (cpuMsOf(runner) - before) / pace.count;
      if (runner.url === program.url) waits.push(await mailIsGone(runner.file));
      const cpuMsWithMail = (cpuMsOf(runner) - before) / pace.count;
      // Nobody is left to confirm where the earlier rounds were fast.
      if (pace.count > 0) turns.get(runner.name)?.push({ ...pace, cpuMs, cpuMsWithMail });
    }
  const all = runners.map(({ name }) => sumUp(turns.get(name) ?? []));
  const [ours, ...bare] = all;
  for (const [index, { name }] of runners.entries()) say(`${what}: ${name}: ${all[index]?.words ?? ""}`);
  for (const [index, floor] of bare.entries()) {
    const beside = `${what}, beside "${runners[index + 1]?.name}"`;
    const aim = index === 0 ? "at least 50 %" : "";
    const { perSecond = 0, cpuMs = 0, cpuMsWithMail = 0 } = ours ?? {};
    reportResult({ what: `${beside}: rate`, measured: share(perSecond, floor.perSecond), aim });
    const byTime = `${share(floor.cpuMs, cpuMs)}, ${share(floor.cpuMs, cpuMsWithMail)} with all its mail`;
    reportResult({ what: `${beside}: processor time`, measured: byTime });
  }
  say(`${what}: our mail was gone ${waits.join(", ")} ms later`);
}

function sumUp(turns: readonly Turn[]): {
  perSecond: number;
  cpuMs: number;
  cpuMsWithMail: number;
  words: string;
} {
  const perSecond = mean(turns.map((turn) => turn.perSecond));
  const cpuMs = mean(turns.map((turn) => turn.cpuMs));
  const cpuMsWithMail = mean(turns.map((turn) => turn.cpuMsWithMail));
  const rates = turns.map((turn) => Math.round(turn.perSecond));
  const p99 = Math.max(...turns.map(({ p99Ms }) => p99Ms)).toFixed(1);
  const statuses = [...new Set(turns.flatMap((turn) => Object.keys(turn.statuses)))];
  const words = `${Math.round(perSecond)} a second (${rates.join(", ")}), ${cpuMs.toFixed(2)} ms of processor each (${cpuMsWithMail.toFixed(2)} with all its mail), 99 in 100 within ${p99} ms, ${statuses.join(", ")}`;
  return { perSecond, cpuMs, cpuMsWithMail, words };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** Milliseconds that a server's process has worked: Linux counts them in hundredths of a second. */
function cpuMsOf({ pid }: Runner): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function nobody(): undefined {
  return undefined;
}

/** One new person after another, each from a network of their own. */
function signers(path: string, who: string): () => Ask {
  let number = -1;
  return () => {
    number += 1;
    const postcode = POSTCODES[number % POSTCODES.length] ?? "";
    const fields = { name: `Signer ${number}`, email: addressOf(who, number), postcode };
    const forwarded = `203.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
    return post(path, new URLSearchParams(fields).toString(), forwarded);
  };
}

function confirmers(tokensInOrder: readonly string[]): () => Ask | undefined {
  let next = 0;
  return () => {
    const token = tokensInOrder[next];
    next += 1;
    return token === undefined ? undefined : post(`/confirm/${token}`, "", "203.0.113.7");
  };
}

function addressOf(who: string, number: number): string {
  return `${who}-${number}@example.org`;
}

function post(path: string, body: string, forwarded: string): Ask {
  const headers = { "Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": forwarded };
  return { method: "POST", path, headers, body };
}

async function openPetition(file: string): Promise<{ id: string; slug: string }> {
  const db = openDatabase(`file:${file}`);
  try {
    const now = Date.now();
    return await db.transaction("open petition", (tx) =>
      insertCampaign(tx, {
        slug: "a-petition-under-load",
        state: "open",
        bodyKind: "council",
        bodyName: "Worcestershire County Council",
        bodyGss: "E10000034",
        organiserName: "Wren Applegarth",
        askClause: "to answer every family in time",
        goal: 100_000,
        showsNames: true,
        isDemonstration: false,
        createdAt: now,
        openedAt: now,
        closesOn: "2099-12-31",
        closedAt: null,
        texts: { en: { title: "A petition under load", why: "It matters to us.", more: "" } },
        asks: ["Answer every family in time"],
      }),
    );
  } finally {
    // Closing writes the whole log back into the file, which is about to be copied.
    await db.close();
  }
}

/** The confirm links of everybody who is still pending, as their mails carry them. */
async function tokens(file: string): Promise<string[]> {
  const db = openDatabase(`file:${file}`);
  const keyring = testKeyring();
  const { signatures } = db.tables;
  const rows = await db.read
    .select({ id: signatures.id })
    .from(signatures)
    .where(eq(signatures.state, "pending"))
    .orderBy(signatures.id);
  await db.close();
  return rows.map(({ id }) => keyring.token("confirm", id, 1));
}

/** Waits until no mail is to be sent any more; returns for how many milliseconds. */
async function mailIsGone(file: string): Promise<number> {
  const startedAt = performance.now();
  const db = openDatabase(`file:${file}`);
  const { outbox } = db.tables;
  const isLeft = inArray(outbox.state, ["queued", "sending"]);
  while ((await db.read.select({ id: outbox.id }).from(outbox).where(isLeft).limit(1)).length > 0)
    await delay(100);
  await db.close();
  return Math.round(performance.now() - startedAt);
}
