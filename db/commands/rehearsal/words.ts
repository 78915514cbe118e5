import type { Arrived } from "./mail-server.ts";
import type { Level, LevelOutcome } from "./outcome.server.ts";

const NAMES: Record<Level, string> = {
  mp: "MPs",
  ward: "ward councillors",
  division: "county councillors",
  office: "offices",
};
const HEAD = [
  ...["who", "told", "of", "messages each (min / median / max)", "weeks without", "most in one week"],
  ...["bounced", "paused", "answered"],
];

/** The table of what each level would have received, a line each. */
export function tableLines(levels: readonly LevelOutcome[], weeks: number): string[] {
  const rows = levels.map((one) => [
    NAMES[one.level],
    number(one.told),
    number(one.all),
    one.told === 0 ? "–" : [one.messages[0], median(one.messages), one.messages.at(-1)].join(" / "),
    one.told === 0 ? "–" : `${Math.round(100 * quietShare(one, weeks))} %`,
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
export function meaning(levels: readonly LevelOutcome[], weeks: number): string {
  const told = levels.filter((one) => one.told > 0);
  const messages = told.reduce((sum, one) => sum + sumOf(one.messages), 0);
  const people = told.reduce((sum, one) => sum + one.told, 0);
  if (people === 0) return "Nobody would have been told: too few signed in any one place.";
  const most = Math.max(...told.map((one) => one.messages.at(-1) ?? 0));
  const each = median(told.flatMap((one) => one.messages).sort((a, b) => a - b));
  return (
    `In ${weeks} weeks ${number(people)} people and offices would have had ${number(messages)} messages: half of ` +
    `them ${each} or fewer, nobody more than ${most}, and nobody two within seven days.`
  );
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

function quietShare({ messages, told }: LevelOutcome, weeks: number): number {
  return 1 - sumOf(messages) / (told * weeks);
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function number(value: number): string {
  return value.toLocaleString("en-GB");
}
