import { parseArgs } from "node:util";
import { z } from "zod";
import { randomFrom } from "#db/seed/random.ts";
import { measureCapacity } from "./overload/capacity.ts";
import { awaitRecovery } from "./overload/recovery.ts";
import { steadyRecording } from "./overload/steady.ts";
import { parkOnOwnCore, readMetric } from "./replay/gauge.ts";
import { homesOf } from "./replay/homes.ts";
import { play } from "./replay/play.ts";
import { recount } from "./replay/recount.ts";
import { describePlayed, describeRecount, errorsOf } from "./replay/report.ts";
import { startStage } from "./replay/stage.ts";
import { reportResult } from "./result.ts";

/*
 * Drives three times as many signs as the site can take, for a minute, and looks whether it stays up, keeps what it
 * acknowledged, gives the others their forms back in good time, and is itself again soon after.
 * Run: node --import tsx tests/load/overload.ts [--seconds 60] [--times 3] [--views 0.5] [--database sqlite|postgres]
 */

const text = { type: "string" } as const;
const { values } = parseArgs({ options: { seconds: text, times: text, views: text, database: text } });
const { seconds, times, views, database } = z
  .object({
    seconds: z.coerce.number().min(5).default(60),
    times: z.coerce.number().min(1).default(3),
    views: z.coerce.number().min(0).default(0.5),
    database: z.enum(["sqlite", "postgres"]).default("sqlite"),
  })
  .parse(values);

const CAPACITY_SECONDS = 6;
const RECOVERY_SECONDS = 10;
/** Who has waited so long has gone, or asks anew. */
const PATIENCE_MS = 10_000;
/** Part of those who sign that opens its mail at once: they come beside the others, and press the button. */
const OPENED_SHARE = 0.25;
const MOST_MEGABYTES = 1_000;

const stage = await startStage({ engine: database, core: parkOnOwnCore() });
try {
  const random = randomFrom(1);
  const homeAt = homesOf(stage.places, undefined, random);
  const startedAt = await readMetric(stage.url, "process_start_time_seconds");
  const capacity = await measureCapacity(stage, homeAt, CAPACITY_SECONDS);
  const perSecond = capacity.perSecond * times;
  print(`${database}: takes ${Math.round(capacity.perSecond)} signs a second; ${Math.round(perSecond)} come`);

  let recovery: Awaited<ReturnType<typeof awaitRecovery>> = { seconds: undefined, signedCount: 0 };
  const { readings, stretch } = steadyRecording(perSecond, seconds);
  const played = await play(stage, readings, {
    ...{
      stretch,
      speed: 1,
      viewsPerSignature: views,
      random,
      homeAt,
      who: "driven",
      mayRefuse: true,
      patienceMs: PATIENCE_MS,
      openedShare: OPENED_SHARE,
    },
    async thereupon() {
      recovery = await awaitRecovery(stage, homeAt);
      print(`recovered after ${recovery.seconds?.toFixed(1) ?? "no"} s; the mails that wait go now`);
    },
  });
  print(describePlayed(played));
  const found = await recount(stage, {
    confirmedCount: played.confirmedCount,
    signedCount: capacity.signedCount + played.signedCount + recovery.signedCount,
    unansweredCount: played.unansweredCount,
  });
  print(describeRecount(found));

  const startedThen = await readMetric(stage.url, "process_start_time_seconds");
  const problems = [
    startedAt === startedThen ? "" : "the site ended and was started again",
    errorsOf(played) === 0 ? "" : `${errorsOf(played)} errors`,
    played.refused.count > 0 ? "" : "nobody was refused: this was no overload",
    recovery.seconds !== undefined && recovery.seconds < RECOVERY_SECONDS ? "" : "it did not recover in time",
    played.usage.mostMegabytes < MOST_MEGABYTES ? "" : "it took too much memory",
    found.isExact ? "" : "the recount is not exact",
  ].filter(Boolean);
  const { page, sign, refused, gone, usage } = played;
  reportResult({
    what: `${times} × as many signs as it takes, for ${seconds} s: taken, given back, gave up waiting`,
    measured: `${sign.count}, ${refused.count}, ${gone.count}`,
  });
  reportResult({
    what: "99 in 100 pages, signs that were taken, forms that were given back within",
    measured: `${[page, sign, refused].map(({ p99Ms }) => p99Ms.toFixed(0)).join(", ")} ms`,
  });
  reportResult({
    what: "memory at most",
    measured: `${Math.round(usage.mostMegabytes)} MB`,
    aim: `${MOST_MEGABYTES} MB`,
  });
  reportResult({
    what: "itself again after",
    measured: recovery.seconds === undefined ? "not in time" : `${recovery.seconds.toFixed(1)} s`,
    aim: `${RECOVERY_SECONDS} s`,
  });
  reportResult({
    what: "held",
    measured: problems.length === 0 ? "yes" : `no: ${problems.join("; ")}`,
    aim: "yes",
  });
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await stage.end();
}
// What starts PostgreSQL would end this process with a code of its own.
process.exit(process.exitCode);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
