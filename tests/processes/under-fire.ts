import { setTimeout as pause } from "node:timers/promises";
import { SECOND } from "#app/domain/time/durations.ts";
import { type Random, randomFrom } from "#db/seed/random.ts";
import { findMiscounts } from "../crash/check-counts.ts";
import { findLosses, findRepeats, listTaken } from "../crash/check-mail.ts";
import { readClock, slotAfter } from "../crash/clock.ts";
import { type Crowd, makeCrowd, type SeenMail } from "../crash/crowd.ts";
import { beside, FIRST_SIGNERS, openNextPetition, POSTCODES, seatCouncillors } from "../crash/stage.ts";
import type { TestSmtpServer } from "../servers/smtp.ts";
import { comeToRest, leap } from "./come-to-rest.ts";
import { killNowAndThen } from "./kill-now-and-then.ts";
import type { Processes } from "./processes.ts";

/** What came of a site whose processes were killed at random, and whatever contradicts what people were told. */
export interface Outcome {
  kills: Record<string, number>;
  signed: number;
  confirmed: number;
  mails: number;
  /** Of those, sent again under the Message-ID that they had: the process that sent them first could not say so. */
  again: number;
  told: number;
  miscounts: string[];
  losses: string[];
  repeats: string[];
  surprises: string[];
  unsettled: number;
}

interface Options {
  seconds: number;
  seed: number;
  /** Between two kills, on average. */
  pauseMs: number;
}

/** Of fewer, little could be said … */
const FEWEST_CONFIRMED = 25;
/** … but on a machine that has no time, it takes no longer than so many times as long. */
const SLOWEST_TIMES = 5;
const ROUND_MS = 3 * SECOND;

/**
 * Lets people sign, confirm and withdraw and representatives be told while processes are killed at random, then lets
 * everything come to rest and compares it with what was acknowledged.
 */
export async function killAtRandom(
  site: Processes,
  mail: TestSmtpServer,
  { seconds, seed, pauseMs }: Options,
): Promise<Outcome> {
  const random = randomFrom(seed);
  let seenCount = 0;
  async function readMail(): Promise<SeenMail[]> {
    const fresh = mail.mails.slice(seenCount);
    seenCount += fresh.length;
    return fresh.map(({ to: [to = ""], email }) => ({ to, text: email.text ?? "" }));
  }
  const crowd = makeCrowd(site.url, { random, postcodes: POSTCODES, readMail });
  await beside(site, seatCouncillors);
  const now = await readClock(site.url);
  crowd.gatherFor(await beside(site, (opened) => openNextPetition(opened, now)));
  // Just before the slot, so that it comes while processes are killed.
  await leap(site.url, slotAfter(now) - now - 5 * SECOND);
  const kills = await killFor(site, crowd, { seconds, random, pauseMs });
  const unsettled = await comeToRest(site);
  return beside(site, async (opened) => {
    const went = await listTaken(opened, mail.mails);
    const toPeople = went.filter(({ slotOn }) => slotOn === undefined);
    return {
      kills,
      signed: crowd.people.filter(({ sign }) => sign === "done").length,
      confirmed: crowd.people.filter(({ confirm }) => confirm === "done").length,
      mails: toPeople.length,
      again: toPeople.length - new Set(toPeople.map(({ rowId }) => rowId)).size,
      told: went.filter(({ slotOn }) => slotOn !== undefined).length,
      miscounts: await findMiscounts(opened, crowd.people, FIRST_SIGNERS),
      losses: await findLosses(opened, crowd.people, went),
      repeats: findRepeats(went),
      surprises: [...new Set(crowd.surprises)],
      unsettled,
    };
  });
}

async function killFor(
  site: Processes,
  crowd: Crowd,
  { seconds, random, pauseMs }: { seconds: number; random: Random; pauseMs: number },
): Promise<Record<string, number>> {
  const startedAt = performance.now();
  const isOver = (): boolean => {
    const confirmedCount = crowd.people.filter(({ confirm }) => confirm === "done").length;
    const passed = (performance.now() - startedAt) / SECOND;
    return passed >= seconds && (confirmedCount >= FEWEST_CONFIRMED || passed >= seconds * SLOWEST_TIMES);
  };
  const stopKilling = killNowAndThen(site, random, pauseMs);
  while (!isOver()) {
    // Who got no answer comes again in the next round.
    const stop = crowd.begin();
    await pause(ROUND_MS);
    await stop();
  }
  return stopKilling();
}
