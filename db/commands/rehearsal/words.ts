import { MAILS_PER_REQUEST, RESEND_REQUESTS_PER_SECOND } from "#app/policy.ts";
import type { Arrived } from "./mail-server.ts";
import type { Level, LevelOutcome } from "./outcome.server.ts";

const NAMES: Record<Level, string> = {
  mp: "MPs",
  ward: "ward councillors",
  division: "county councillors",
  office: "offices",
};
const HEAD = [
  ...["who", "told", "of", "messages each: fewest / usual / most", "in the busiest week"],
  ...["address dead", "asked for a pause", "answered"],
];

/** One round in a line. */
export function weekLine(round: { slotOn: string; signed: number; sent: number; isLast: boolean }): string {
  const signed = `${number(round.signed)} signatures`.padStart(20);
  const sent = `${number(round.sent)} ${round.sent === 1 ? "message" : "messages"}`.padStart(18);
  const closing = round.isLast ? "   the petition has closed: one last message to whoever heard before" : "";
  return `${round.slotOn}${signed}${sent}${closing}`;
}

/** The table of what each level would have received, a line each. */
export function tableLines(levels: readonly LevelOutcome[]): string[] {
  const rows = levels.map((one) => [
    NAMES[one.level],
    number(one.told),
    number(one.all),
    one.told === 0 ? "–" : [one.messages[0], median(one.messages), one.messages.at(-1)].join(" / "),
    ...[one.largestWeek, one.bounced, one.paused].map(number),
    one.level === "mp" ? "not played" : number(one.answered),
  ]);
  const table = [HEAD, ...rows];
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  "),
  );
}

/** What the table means, for people who decide whether to switch it on. */
export function meaning(
  levels: readonly LevelOutcome[],
  { weeks, busiest }: { weeks: number; busiest: { slotOn: string; sent: number } },
): string[] {
  const told = levels.filter((one) => one.told > 0);
  const messages = told.reduce((sum, one) => sum + sumOf(one.messages), 0);
  const people = told.reduce((sum, one) => sum + one.told, 0);
  if (people === 0) return ["Nobody would have been told: too few signed in any one place."];
  const most = Math.max(...told.map((one) => one.messages.at(-1) ?? 0));
  const each = median(told.flatMap((one) => one.messages).sort((a, b) => a - b));
  const rate = RESEND_REQUESTS_PER_SECOND * MAILS_PER_REQUEST;
  return [
    "“Of” counts everybody with an address. Dead addresses, pauses and answers are guesses, drawn by chance; no MP is made to answer.",
    `In ${weeks} weeks ${number(people)} people and offices would have had ${number(messages)} messages: half of them ${each} or fewer, nobody more than ${most}.`,
    `The busiest round, on ${busiest.slotOn}, has ${number(busiest.sent)}: with Resend at its usual limit of ${number(rate)} a second it is out in ${seconds(busiest.sent / rate)}.`,
  ];
}

/** Whether what arrived at the mail server is what the program says it sent. */
export function verdictLines(
  arrived: { count: number; astray: number; tooSoon: number },
  left: number,
): string[] {
  const { count, astray, tooSoon } = arrived;
  return [
    "Counted at the mail server:",
    `  ${number(count)} of the ${number(left)} messages that the program says it sent have arrived`,
    `  ${none(astray)} went to a real address`,
    `  ${none(tooSoon)} came within seven days of the one before`,
  ];
}

function none(count: number): string {
  return count === 0 ? "none" : `${number(count)} (THIS MUST NOT BE)`;
}

function seconds(value: number): string {
  const whole = Math.max(1, Math.ceil(value));
  return whole === 1 ? "a second" : `${number(whole)} seconds`;
}

/** One message as its reader sees it. */
export function sampleLines(level: Level, { to, subject, text }: Arrived): string[] {
  const rule = "─".repeat(72);
  return [
    "",
    rule,
    `A message to ${SAMPLED[level]}`,
    rule,
    `To: ${to}`,
    `Subject: ${subject}`,
    "",
    text.trim(),
  ];
}

const SAMPLED: Record<Level, string> = {
  mp: "a member of parliament",
  ward: "a ward councillor",
  division: "a county councillor",
  office: "the office of the council addressed",
};

function median(sorted: readonly number[]): number {
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function number(value: number): string {
  return value.toLocaleString("en-GB");
}
