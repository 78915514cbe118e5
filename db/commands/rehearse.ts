/** Plays a whole petition through its weekly rounds, to nobody: `npm run rehearse [-- --weeks N --scale N --seed N --database URL]`. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nextSlotOn, slotInstant } from "#app/domain/forwarding/slots.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { addDays } from "#app/domain/time/london.ts";
import { DAYS_BETWEEN_DELIVERIES } from "#app/policy-forwarding.ts";
import { postcodeFile } from "#app/prepare/postcodes.server.ts";
import { randomFrom } from "../seed/random.ts";
import { inventCrowd, readHomes } from "./rehearsal/crowd.server.ts";
import { recordedGrowth } from "./rehearsal/growth.ts";
import { isEmpty } from "./rehearsal/is-empty.server.ts";
import { type Arrived, type MailServer, openMailServer } from "./rehearsal/mail-server.ts";
import { type Rehearsal, readOptions, USAGE } from "./rehearsal/options.ts";
import { LEVELS, type Level, readOutcome } from "./rehearsal/outcome.server.ts";
import { playFates } from "./rehearsal/play-fates.server.ts";
import { playWeek } from "./rehearsal/play-week.server.ts";
import { openStage, type Stage } from "./rehearsal/stage.server.ts";
import { type Arrivals, tallyArrivals } from "./rehearsal/tally-arrivals.ts";
import { meaning, sampleLines, tableLines, verdictLines, weekLine } from "./rehearsal/words.ts";
import { type Command, type ExitCode, runCommand } from "./run-command.ts";

/** Messages of each level that are kept to be shown. */
const KEPT = 400;

await runCommand(rehearse);

async function rehearse({ settings, args, say }: Command): Promise<ExitCode> {
  const asked = readOptions(args);
  if (typeof asked === "string") {
    say(`${asked}\n${USAGE}`);
    return 2;
  }
  const { database } = asked;
  if (database !== undefined && !(await isEmpty(database))) {
    say("That database is not empty: a rehearsal fills one of its own.");
    return 2;
  }
  const postcodes = await postcodeFile(settings.dataDir, process.stdout);
  const folder = mkdtempSync(join(tmpdir(), "hear-hear-rehearsal-"));
  const mail = await openMailServer();
  const slots = slotsOf(asked.weeks, Date.now());
  const [first = "", last = ""] = [slots[0], slots.at(-1)];
  const openedAt = slotInstant(addDays(first, -DAYS_BETWEEN_DELIVERIES)) + HOUR;
  say(
    `A petition of ${asked.scale.toLocaleString("en-GB")} signatures over ${asked.weeks} weeks, from ${first} to ${last}.`,
  );
  say(
    "Areas, postcodes and MPs are real; signatories, councillors and offices are invented. Polls are not played.",
  );
  say(`Every address is replaced by one that leads nowhere; messages go to ${mail.what}.`);
  try {
    const stage = await openStage(
      { folder, postcodes, seed: asked.seed, database },
      { openedAt, closesOn: addDays(last, -2) },
    );
    try {
      return await play({ stage, mail, asked, slots, postcodes, say });
    } finally {
      await stage.close();
    }
  } finally {
    await mail.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Play {
  stage: Stage;
  mail: MailServer;
  asked: Rehearsal;
  slots: readonly string[];
  postcodes: string;
  say(line: string): void;
}

async function play(given: Play): Promise<ExitCode> {
  const { stage, mail, asked, slots, postcodes, say } = given;
  const { site, campaign } = stage;
  const random = randomFrom(asked.seed);
  const homes = readHomes(postcodes, campaign.bodyGss);
  const { representatives } = site.db.tables;
  const people = await site.db.read.select({ key: representatives.nameKey }).from(representatives);
  const takenNames = new Set(people.map(({ key }) => key));
  const growth = recordedGrowth();
  const arrivals = tallyArrivals();
  const kept: Arrived[] = [];
  const rounds: { slotOn: string; sent: number }[] = [];
  let signed = 0;
  for (const [week, slotOn] of slots.entries()) {
    // The last week is the one after its last day.
    const until = Math.round(asked.scale * growth((week + 1) / Math.max(1, slots.length - 1)));
    const count = Math.max(0, until - signed);
    const from = slotInstant(addDays(slotOn, -DAYS_BETWEEN_DELIVERIES)) + HOUR;
    const crowd = { count, from, until: slotInstant(slotOn) - HOUR, mark: `w${week + 1}`, takenNames };
    const signings = inventCrowd(random, homes, crowd);
    const round = await playWeek(stage, mail, { slotOn, signings });
    await playFates(stage, random, slotOn);
    signed += count;
    arrivals.add(slotOn, round.arrived);
    kept.push(...round.arrived.slice(0, KEPT));
    rounds.push({ slotOn, sent: round.sent });
    say(weekLine({ slotOn, signed, sent: round.sent, isLast: week === slots.length - 1 }));
  }
  const { levels, levelOf } = await readOutcome(site.db, campaign.id);
  say("");
  for (const line of tableLines(levels)) say(line);
  say("");
  const busiest = rounds.reduce((most, round) => (round.sent > most.sent ? round : most));
  for (const line of meaning(levels, { weeks: slots.length, busiest })) say(line);
  for (const line of samples(kept, levelOf)) say(line);
  say("");
  const left = rounds.reduce((sum, { sent }) => sum + sent, 0);
  return verdict(given, arrivals, left);
}

/** What arrived at the mail server must be what the database says has left, each to nobody, each in its time. */
function verdict({ mail, asked, say }: Play, arrivals: Arrivals, left: number): ExitCode {
  if (mail.transport.kind === "mailbox") {
    say(`${left} messages stayed in the mailbox. Nothing was kept.`);
    return 0;
  }
  const arrived = { count: arrivals.count(), astray: arrivals.astray(), tooSoon: arrivals.tooSoon() };
  for (const line of verdictLines(arrived, left)) say(line);
  say(asked.database === undefined ? "Nothing was kept." : "The database is left as it is: drop it.");
  return arrived.count === left && arrived.astray === 0 && arrived.tooSoon === 0 ? 0 : 1;
}

/** One message to each kind of reader, from the middle of the campaign where they can be. */
function samples(kept: readonly Arrived[], levelOf: ReadonlyMap<string, Level>): string[] {
  const levelAt = ({ to }: Arrived) => levelOf.get(to.slice("rep-".length, to.indexOf("@")));
  return LEVELS.flatMap((level) => {
    const theirs = kept.filter((one) => levelAt(one) === level);
    const sample = theirs[Math.floor(theirs.length / 2)];
    return sample ? sampleLines(level, sample) : [];
  });
}

function slotsOf(weeks: number, now: number): string[] {
  const first = addDays(nextSlotOn(now), DAYS_BETWEEN_DELIVERIES);
  return Array.from({ length: weeks }, (_, week) => addDays(first, week * DAYS_BETWEEN_DELIVERIES));
}
