import { randomFrom } from "#db/seed/random.ts";
import { comeToRest, untilOnlyHeldRemains } from "../processes/come-to-rest.ts";
import { killNowAndThen } from "../processes/kill-now-and-then.ts";
import type { Processes } from "../processes/processes.ts";
import { parkOnOwnCore } from "./replay/gauge.ts";
import { homesOf } from "./replay/homes.ts";
import { type Options, readOptions, USAGE } from "./replay/options.ts";
import { type Played, type PlayOptions, play } from "./replay/play.ts";
import { busiestStretch, RecordingFault, readCounts, readPlaces, stretchFrom } from "./replay/recording.ts";
import { recount } from "./replay/recount.ts";
import { describePlayed, describeRecount, describeStretch, reportPlayed } from "./replay/report.ts";
import { searchSpeed, whyNot } from "./replay/search.ts";
import { type Stage, startStage } from "./replay/stage.ts";
import { reportResult } from "./result.ts";

/*
 * Plays the recorded day of a petition to the real program: people come when they came then, at real speed or faster,
 * read pages, sign, get their mail and confirm. This process is the people; the site runs beside it, in one process or in
 * several, which may be killed meanwhile.
 * Run: node --import tsx tests/load/replay.ts --help
 */

/** Pages are compiled and statements prepared by then. */
const WARM_UP_SECONDS = 4;
/** On average. */
const KILL_EVERY_MS = 5_000;

try {
  const options = readOptions(process.argv.slice(2));
  if (options === "help") print(USAGE);
  else process.exitCode = await replay(options);
} catch (fault) {
  if (!(fault instanceof RecordingFault) && !(fault instanceof Error)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 2;
}
// What starts PostgreSQL would end this process with a code of its own.
process.exit(process.exitCode);

async function replay(options: Options): Promise<number> {
  const readings = readCounts(options.counts);
  const recorded = options.places === undefined ? undefined : readPlaces(options.places);
  const random = randomFrom(options.seed);
  const stretchOf = (minutes: number) =>
    options.from === undefined
      ? busiestStretch(readings, minutes)
      : stretchFrom(readings, Date.parse(options.from), minutes);
  // What is wrong with what was asked is said before anything is started.
  stretchOf(options.minutes ?? options.speed);
  const { database: engine, several } = options;
  const core = several ? undefined : parkOnOwnCore();
  const stage = await startStage({ engine, core, several });
  const all: Played[] = [];
  try {
    const homeAt = homesOf(stage.places, recorded, random);
    const playAt = async (speed: number, minutes: number, isUnderFire = options.kill) => {
      const { views: viewsPerSignature } = options;
      const who = `replayed-${all.length}`;
      const stretch = stretchOf(minutes);
      const people = { stretch, speed, viewsPerSignature, random, homeAt, who };
      const fire = isUnderFire && stage.processes ? underFire(stage, stage.processes) : {};
      const played = await play(stage, readings, { ...people, ...fire });
      all.push(played);
      return played;
    };
    print(
      `${engine}, ${several ? `${several.web} processes for pages, ${several.workers} that work, ` : ""}${coresOf(core)}`,
    );
    const warmth = Math.min(1, options.speed);
    await playAt(warmth, (warmth * WARM_UP_SECONDS) / 60, false);
    if (options.search) {
      const tryAt = (speed: number) => playAt(speed, (options.seconds / 60) * speed);
      const { held, failed } = await searchSpeed(options.speed, tryAt, (played) =>
        print(describePlayed(played)),
      );
      reportResult({
        what: "the fastest that held: 99 in 100 within 500 ms, no error",
        measured: held ? `${held.speed.toFixed(1)} × real speed` : "none that was tried",
      });
      if (failed) print(`did not hold: ${failed.speed.toFixed(1)} × real speed: ${whyNot(failed)}`);
    } else {
      const minutes = options.minutes ?? options.speed;
      print(describeStretch(stretchOf(minutes)));
      const played = await playAt(options.speed, minutes);
      print(describePlayed(played));
      reportPlayed(played);
    }
    return await endExactly(stage, all);
  } finally {
    await stage.end();
  }
}

/** Kills processes while people come, and afterwards lets everything go that killed ones had in hand. */
function underFire(
  stage: Stage,
  processes: Processes,
): Pick<PlayOptions, "mayBreak" | "mayRefuse" | "thereupon"> {
  const stopKilling = killNowAndThen(processes, randomFrom(Date.now()), KILL_EVERY_MS);
  return {
    mayBreak: true,
    // The processes that are left may have no room for a moment.
    mayRefuse: true,
    async thereupon() {
      const kills = await stopKilling();
      print(
        `killed: ${Object.entries(kills)
          .map(([name, times]) => `${name} ${times} ×`)
          .join(", ")}`,
      );
      const held = await untilOnlyHeldRemains(stage);
      await comeToRest(stage);
      print(`${held} mails waited for the lease of a killed process, and went once it was over`);
    },
  };
}

function coresOf(core: number | undefined): string {
  return core === undefined ? "cores shared with the people" : "a core each for site and people";
}

async function endExactly(stage: Stage, all: readonly Played[]): Promise<number> {
  const sum = (of: (played: Played) => number) => all.reduce((total, played) => total + of(played), 0);
  const found = await recount(stage, {
    confirmedCount: sum(({ confirmedCount }) => confirmedCount),
    signedCount: sum(({ signedCount }) => signedCount),
    unansweredCount: sum(({ unansweredCount }) => unansweredCount),
  });
  print(describeRecount(found));
  reportResult({ what: "recount", measured: found.isExact ? "exact" : "not exact", aim: "exact" });
  return found.isExact ? 0 : 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
