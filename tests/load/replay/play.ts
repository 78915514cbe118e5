import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "#db/seed/random.ts";
import { type Crowd, makeCrowd } from "./crowd.ts";
import { type Figures, Tape } from "./figures.ts";
import { type Usage, watchSite } from "./gauge.ts";
import type { Home } from "./homes.ts";
import { openPostbox } from "./postbox.ts";
import { counter, type Reading, type Stretch } from "./recording.ts";
import type { Stage } from "./stage.ts";

/** One playing of a stretch of a recording, at one speed. */
export interface Played {
  speed: number;
  /** Seconds on the wall. */
  seconds: number;
  page: Figures;
  sign: Figures;
  ownPage: Figures;
  confirm: Figures;
  /** Forms that came back, where that is allowed. */
  refused: Figures;
  /** Requests whose connection broke, where processes are killed. */
  broken: Figures;
  /** Requests whose sender would not wait any longer, where that may be. */
  gone: Figures;
  /** From a signature to the transport's having taken its mail. */
  mail: Figures;
  /** How late this program itself was. */
  own: Figures;
  usage: Usage;
  signedCount: number;
  confirmedCount: number;
  /** Forms that may have been taken without their sender's knowing. */
  unansweredCount: number;
  /** Seconds after the last sign until the last mail had gone and been answered; undefined where that never came. */
  drainSeconds: number | undefined;
}

export interface PlayOptions {
  stretch: Stretch;
  speed: number;
  viewsPerSignature: number;
  random: Random;
  homeAt(at: number): Home;
  /** Keeps the people of several playings on one site apart. */
  who: string;
  /** The site may give forms back; on a day that it holds it never does. */
  mayRefuse?: boolean;
  /** Milliseconds that people wait for an answer before they go, which is no error then. */
  patienceMs?: number;
  /** The part of those who signed that opens its mail; all of them unless it is said. */
  openedShare?: number;
  /** Processes of the site are killed meanwhile. */
  mayBreak?: boolean;
  /** Done as soon as nobody comes any more, before all mail has gone. */
  thereupon?: () => Promise<void>;
}

const READ_MS = 2_000;
const LOOK_EVERY_MS = 100;
const DRAIN_LIMIT_MS = 400_000;

/** Plays a stretch to a site and waits until everybody has had their mail and their answer. */
export async function play(
  stage: Stage,
  readings: readonly Reading[],
  options: PlayOptions,
): Promise<Played> {
  const { stretch, speed, viewsPerSignature, random, homeAt, who } = options;
  const { url, path } = stage;
  const { mayRefuse = false, mayBreak = false, patienceMs, openedShare } = options;
  const crowd = makeCrowd(
    { url, path, random, readMs: READ_MS, mayRefuse, mayBreak, patienceMs, openedShare },
    who,
  );
  const postbox = openPostbox(stage.db, stage.keyring, Date.now() - 1);
  const stopWatching = await watchSite(stage.url);
  const own = new Tape();
  let isOver = false;
  const reading = (async () => {
    while (!isOver) {
      for (const token of await postbox.look()) crowd.confirm(token);
      await pause(LOOK_EVERY_MS);
    }
  })();

  try {
    const startedAt = performance.now();
    await schedule(readings, { stretch, speed, viewsPerSignature, random, own }, crowd, homeAt);
    const seconds = (performance.now() - startedAt) / 1_000;
    const usage = await stopWatching();
    await options.thereupon?.();
    const drainSeconds = await drain(crowd, () => postbox.acceptedCount());
    return { speed, seconds, usage, drainSeconds, ...measured() };
  } finally {
    isOver = true;
    await reading;
    crowd.close();
  }

  function measured() {
    const { page, sign, ownPage, confirm, refused, broken, gone } = crowd.tapes;
    return {
      ...{ page: page.read(), sign: sign.read(), ownPage: ownPage.read(), confirm: confirm.read() },
      ...{
        refused: refused.read(),
        broken: broken.read(),
        gone: gone.read(),
        mail: postbox.late.read(),
        own: own.read(),
      },
      ...{ signedCount: crowd.signedCount(), confirmedCount: crowd.confirmedCount() },
      unansweredCount: crowd.unansweredCount(),
    };
  }
}

/**
 * Lets people come as the recording says, at random moments of it, whether or not those before have been answered: what
 * is late is counted from when it was due.
 */
async function schedule(
  readings: readonly Reading[],
  {
    stretch,
    speed,
    viewsPerSignature,
    random,
    own,
  }: Pick<PlayOptions, "stretch" | "speed" | "viewsPerSignature" | "random"> & { own: Tape },
  crowd: Crowd,
  homeAt: (at: number) => Home,
): Promise<void> {
  const countAt = counter(readings);
  const wallMs = (stretch.minutes * 60_000) / speed;
  const recordedAt = (ms: number): number => stretch.from + ms * speed;
  const signers = comings(random, 1, (ms) => countAt(recordedAt(ms)));
  const viewers = comings(random, viewsPerSignature, (ms) => countAt(recordedAt(ms)));
  const startedAt = performance.now();
  for (;;) {
    const now = performance.now() - startedAt;
    const until = Math.min(now, wallMs);
    for (const due of viewers(until)) {
      own.noteDuration(now - due);
      crowd.view(startedAt + due);
    }
    for (const due of signers(until)) crowd.sign(startedAt + due, homeAt(recordedAt(due)));
    if (now >= wallMs) return;
    await pause(1);
  }
}

/**
 * Moments at which people come, up to the one that is asked for: independent of each other, so often in all as `reached`
 * grows, times `factor`.
 */
function comings(
  random: Random,
  factor: number,
  reached: (ms: number) => number,
): (until: number) => number[] {
  let from = 0;
  let at = reached(0) * factor;
  let next = at - Math.log(1 - random());
  return (until) => {
    const to = reached(until) * factor;
    const due: number[] = [];
    while (next <= to) {
      due.push(from + ((next - at) / (to - at)) * (until - from));
      next -= Math.log(1 - random());
    }
    from = until;
    at = to;
    return due;
  };
}

async function drain(crowd: Crowd, acceptedCount: () => number): Promise<number | undefined> {
  const startedAt = performance.now();
  for (;;) {
    await crowd.settled();
    const took = performance.now() - startedAt;
    if (acceptedCount() >= crowd.signedCount()) {
      await pause(LOOK_EVERY_MS * 2);
      await crowd.settled();
      return took / 1_000;
    }
    if (took > DRAIN_LIMIT_MS) return undefined;
    await pause(LOOK_EVERY_MS);
  }
}
