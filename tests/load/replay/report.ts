import { reportResult } from "../result.ts";
import type { Figures } from "./figures.ts";
import type { Played } from "./play.ts";
import type { Stretch } from "./recording.ts";
import type { Recount } from "./recount.ts";

/** Where the program that measures is itself later than this, it is no measure of the site. */
const OWN_LATE_MS = 50;

/** Says in a line which part of a recording is played. */
export function describeStretch({ from, minutes, signatures }: Stretch): string {
  const perMinute = Math.round(signatures / minutes);
  return `${minutes.toFixed(2)} minutes from ${new Date(from).toISOString()}: ${Math.round(signatures)} signatures, ${perMinute} a minute`;
}

/** Says all that was measured in one playing. */
export function describePlayed(played: Played): string {
  const {
    speed,
    seconds,
    sign,
    page,
    ownPage,
    confirm,
    mail,
    own,
    usage,
    drainSeconds,
    refused,
    broken,
    gone,
  } = played;
  const lines = [
    `${speed.toFixed(1)} × real speed for ${seconds.toFixed(0)} s: ${perMinute(sign.count, seconds)} signs and ${perMinute(confirm.count, seconds)} confirmations a minute, ${Math.round(page.count / seconds)} pages a second`,
    row("pages", page),
    row("signs", sign),
    row("confirm pages", ownPage),
    row("confirmations", confirm),
    row("mail", mail),
    ...(refused.count === 0 ? [] : [row("given back", refused)]),
    ...(gone.count === 0 ? [] : [row("gave up", gone)]),
    ...(broken.count === 0 ? [] : [row("broken off", broken)]),
    `  site: ${usage.cores.toFixed(2)} cores, ${Math.round(usage.mostMegabytes)} MB at most; the last mail and answer ${drainSeconds === undefined ? "never came" : `${drainSeconds.toFixed(1)} s after the last sign`}`,
  ];
  if (own.p99Ms > OWN_LATE_MS)
    lines.push(`  this program was late itself: 99 in 100 within ${own.p99Ms.toFixed(0)} ms`);
  return lines.join("\n");
}

/** The same in short, for a table of many programs. */
export function reportPlayed(played: Played): void {
  const { speed, seconds, sign, page, confirm, mail, own } = played;
  const rates = `${perMinute(sign.count, seconds)} signs a minute, ${Math.round(page.count / seconds)} pages a second`;
  reportResult({ what: `${speed.toFixed(1)} × real speed`, measured: rates });
  const p99 = [page, sign, confirm].map(({ p99Ms }) => p99Ms.toFixed(0)).join(", ");
  reportResult({
    what: "99 in 100 pages, signs, confirmations within",
    measured: `${p99} ms`,
    aim: "500 ms",
  });
  reportResult({ what: "99 in 100 mails leave within", measured: `${mail.p99Ms.toFixed(0)} ms` });
  reportResult({ what: "errors", measured: String(errorsOf(played)), aim: "0" });
  reportResult({
    what: "this program itself late, 99 in 100 within (how noisy the machine is)",
    measured: `${own.p99Ms.toFixed(0)} ms`,
  });
}

/** Says what the recount found. */
export function describeRecount(found: Recount): string {
  const { confirmed, acknowledged, unanswered, differences, signatures, signed, mails, isExact } = found;
  return [
    `recount: ${signatures} signatures, ${signed} acknowledged; ${confirmed} confirmed, ${acknowledged} acknowledged`,
    ...(unanswered === 0 ? [] : [`${unanswered} forms had no answer`]),
    `${differences} cells differ; ${mails.mails} mails, ${mails.repeated} of them twice, ${mails.missing} missing`,
    isExact ? "exact" : "NOT EXACT",
  ].join("; ");
}

/** The slowest in a hundred of pages, signs and confirmations. */
export function worstP99({ page, sign, confirm }: Played): number {
  return Math.max(page.p99Ms, sign.p99Ms, confirm.p99Ms);
}

/** Answers that nobody should have got. */
export function errorsOf({ page, sign, ownPage, confirm }: Played): number {
  return page.errors + sign.errors + ownPage.errors + confirm.errors;
}

/** Whether what was measured is the load program and not the site. */
export function isOwnFault({ own }: Played): boolean {
  return own.p99Ms > OWN_LATE_MS;
}

function row(what: string, { count, errors, statuses, p50Ms, p95Ms, p99Ms, worstMs }: Figures): string {
  const [p50, p95, p99, worst] = [p50Ms, p95Ms, p99Ms, worstMs].map((ms) => ms.toFixed(1).padStart(8));
  const wrong = errors === 0 ? "" : `; ${errors} errors ${JSON.stringify(statuses)}`;
  return `  ${what.padEnd(14)}${String(count).padStart(8)}  p50${p50}  p95${p95}  p99${p99}  worst${worst} ms${wrong}`;
}

function perMinute(count: number, seconds: number): number {
  return Math.round((60 * count) / seconds);
}
