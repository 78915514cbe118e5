import { setTimeout as pause } from "node:timers/promises";
import { expect, inject, onTestFinished, test } from "vitest";
import type { Site } from "#app/domain/site.ts";
import { MINUTE, SECOND } from "#app/domain/time/durations.ts";
import { type Random, randomFrom } from "#db/seed/random.ts";
import { type RunningApp, startApp } from "../app.ts";
import { startSmtpServer } from "../servers/smtp.ts";
import { findMiscounts } from "./check-counts.ts";
import {
  countUnsettled,
  findLosses,
  findRepeats,
  listKept,
  listTaken,
  REPRESENTATIVE,
  type WentMail,
} from "./check-mail.ts";
import { moveClock, readClock, slotAfter } from "./clock.ts";
import { type Crowd, makeCrowd, type SeenMail } from "./crowd.ts";
import { beside, FIRST_SIGNERS, openNextPetition, POSTCODES, seatCouncillors } from "./stage.ts";
import { waitUntil } from "./wait-until.ts";

/*
 * The server is killed thirty times, as by a power cut, while people sign, confirm and withdraw over several
 * connections and representatives are told. CRASH_SEED brings the moments of an earlier run back.
 */
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
/** Thirty in all on the embedded database; fewer on PostgreSQL, whose own tests of durability are older than ours. */
const KILLS = inject("template").engine === "sqlite" ? 15 : 4;
/** During the first of so many a petition gathers; during the others the slot for telling of it comes. */
const KILLS_PER_PETITION = 3;
/** A kill comes when so many have been answered, or told, however fast the machine is, … */
const MOST_ANSWERS = 30;
/** … and a moment later: the mail server lets as much pass between taking a message and saying so. */
const ANSWER_MS = 20;
const LIMIT_MS = 240_000;
/** What a killed process had claimed is free again after this. */
const LONGEST_LEASE = 11 * MINUTE;

test(
  "kills take back nothing that was acknowledged; mail that stays here is kept exactly once",
  async () => {
    const app = await startUnderFire({});
    const readMail = async (): Promise<SeenMail[]> => (await fetch(`${app.url}/dev/mailbox.json`)).json();
    const crowd = makeCrowd(app.url, { random: randomFrom(SEED), postcodes: POSTCODES, readMail });
    await killAgainAndAgain(app, crowd, randomFrom(SEED + 1));
    await expectAllMail(app, crowd, listKept);
  },
  LIMIT_MS,
);

test(
  "kills beside a mail server lose no mail to a signatory and repeat none to a representative",
  async () => {
    const server = await startSmtpServer();
    onTestFinished(() => server.stop());
    server.misbehave({ kind: "slow", ms: ANSWER_MS }, 10_000);
    const app = await startUnderFire({ SMTP_URL: server.url });
    let seenCount = 0;
    async function readMail(): Promise<SeenMail[]> {
      const fresh = server.mails.slice(seenCount);
      seenCount += fresh.length;
      return fresh.map(({ to: [to = ""], email }) => ({ to, text: email.text ?? "" }));
    }
    const toldCount = (): number =>
      server.mails.filter(({ to: [to = ""] }) => REPRESENTATIVE.test(to)).length;
    const crowd = makeCrowd(app.url, { random: randomFrom(SEED + 2), postcodes: POSTCODES, readMail });
    await killAgainAndAgain(app, crowd, randomFrom(SEED + 3), toldCount);
    await expectAllMail(app, crowd, (site) => listTaken(site, server.mails));
  },
  LIMIT_MS,
);

async function startUnderFire(mail: Record<string, string>): Promise<RunningApp> {
  process.stdout.write(`crash test: CRASH_SEED=${SEED}\n`);
  const app = await startApp({
    env: { FORWARDING: "rehearsal", TRUST_PROXY: "1", LOG_LEVEL: "error", ...mail },
  });
  onTestFinished(() => app.end());
  return app;
}

/**
 * Kills the program in the middle of everything, starts it again and recounts, so many times. When a
 * slot comes, the moment is counted by `toldCount`, where that can be seen from here.
 */
async function killAgainAndAgain(
  app: RunningApp,
  crowd: Crowd,
  random: Random,
  toldCount = crowd.heardCount,
): Promise<void> {
  await beside(app, seatCouncillors);
  let slot = 0;
  let earlierCount = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const isNewPetition = kill % KILLS_PER_PETITION === 0;
    const now = await readClock(app.url);
    if (isNewPetition) {
      slot = slotAfter(now);
      crowd.gatherFor(await beside(app, (site) => openNextPetition(site, now)));
      earlierCount += FIRST_SIGNERS;
      // What is left of the last slot goes first: late, it would count against the next one.
      await moveClock(app.url, SECOND);
      await moveClock(app.url, Math.max(0, slot - now - MINUTE));
    }
    const leap = isNewPetition ? SECOND : now < slot ? MINUTE : LONGEST_LEASE;
    const stopCrowd = crowd.begin();
    const leaping = moveClock(app.url, leap).catch(() => {});
    const count = kill % KILLS_PER_PETITION === 1 ? toldCount : crowd.heardCount;
    const enough = count() + 1 + random() * MOST_ANSWERS;
    await waitUntil(() => count() >= enough);
    await pause(random() * ANSWER_MS);
    await app.kill();
    await Promise.all([stopCrowd(), leaping]);
    await app.restart();
    const miscounts = await beside(app, (site) => findMiscounts(site, crowd.people, earlierCount));
    const told = { seed: SEED, kill };
    const { surprises } = crowd;
    expect({ ...told, miscounts, surprises }).toEqual({ ...told, miscounts: [], surprises: [] });
  }
}

async function expectAllMail(
  app: RunningApp,
  crowd: Crowd,
  listWent: (site: Site) => Promise<WentMail[]>,
): Promise<void> {
  expect(await comeToRest(app)).toBe(0);
  await beside(app, async (site) => {
    const went = await listWent(site);
    const losses = await findLosses(site, crowd.people, went);
    const repeats = findRepeats(went);
    expect({ seed: SEED, losses, repeats }).toEqual({ seed: SEED, losses: [], repeats: [] });
    expect(went.filter(({ slotOn }) => slotOn !== undefined).length).toBeGreaterThan(50);
    expect(crowd.people.filter(({ confirm }) => confirm === "done").length).toBeGreaterThan(20);
  });
}

/** Lets leases run out and everything go that is due, while nobody signs; gives how much is still open. */
async function comeToRest(app: RunningApp): Promise<number> {
  let unsettledCount = 0;
  for (let round = 0; round < 8; round += 1) {
    await moveClock(app.url, LONGEST_LEASE);
    unsettledCount = await beside(app, countUnsettled);
    if (unsettledCount === 0) break;
  }
  return unsettledCount;
}
