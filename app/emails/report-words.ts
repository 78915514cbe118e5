import { earlierInWords } from "./calendar-words.ts";
import { plainLine, shorten } from "./plain-line.ts";
import type { ReportItem } from "./representative-report.ts";

/** "214 of your constituents", "At least 38 of …", "312 people across Worcestershire", "1,803 people". */
export function whoSigned({ tally, basis, areaName }: ReportItem): string {
  switch (basis) {
    case "constituents":
      return `${figure(tally)} of your constituents`;
    case "at_least":
      return `At least ${figure(tally)} of your constituents`;
    case "across":
      return `${figure(tally)} people across ${areaName}`;
    case "everyone":
      return `${figure(tally)} people`;
  }
}

/**
 * "214 of your constituents have signed. In June it was 150." States no earlier number that it is not given;
 * `namesPlace` where the reader might not know which seat is meant.
 */
export function countSentence(item: ReportItem, sentOn: string, namesPlace = false): string {
  const now = `${whoSigned(item)}${namesPlace ? placeOf(item) : ""} have signed.`;
  if (item.previousTally === undefined || item.previousOn === undefined) return now;
  const { preposition, words } = earlierInWords(item.previousOn, sentOn);
  return `${now} ${preposition === "in" ? "In" : "On"} ${words} it was ${figure(item.previousTally)}.`;
}

/** "214 of your constituents in Worcester: Review SEND services (was 150)": what a caseworker files by. */
export function reportSubject(item: ReportItem, moreCount: number): string {
  const was = item.previousTally === undefined ? "" : ` (was ${figure(item.previousTally)})`;
  const more =
    moreCount === 0 ? "" : moreCount === 1 ? ", and 1 more campaign" : `, and ${moreCount} more campaigns`;
  const last = item.closing ? "Last count: " : "";
  return `${last}${whoSigned(item)}${placeOf(item)}: ${shorten(plainLine(item.campaignTitle), 60)}${was}${more}`;
}

/** Where a reader's own constituents are; other counts say it themselves, or are of no place. */
function placeOf({ basis, areaName }: ReportItem): string {
  return basis === "constituents" || basis === "at_least" ? ` in ${areaName}` : "";
}

/** "They ask Severnshire County Council to hold an independent investigation." */
export function asksSentence({ bodyName, asks }: ReportItem): string {
  const ask = plainLine(asks).replace(/[.\s]+$/, "");
  const lowered = /^\p{Lu}\p{Ll}/u.test(ask) ? `${ask.charAt(0).toLowerCase()}${ask.slice(1)}` : ask;
  return `They ask ${plainLine(bodyName)} to ${lowered}.`;
}

/** "They ask Severnshire County Council:", before all that they ask. */
export function asksHeading({ bodyName }: ReportItem): string {
  return `They ask ${plainLine(bodyName)}:`;
}

/** "In Worcester as a whole, 312 people have signed." */
export function besideSentence({ beside }: ReportItem): string | undefined {
  return beside && `In ${beside.name} as a whole, ${figure(beside.count)} people have signed.`;
}

/** How the numbers came about. People who sign a body's petition from elsewhere have no postcode. */
export function countedHow(items: readonly ReportItem[]): string {
  const arePlaced = items.every(({ basis }) => basis !== "everyone");
  return `Each person confirmed by e-mail${arePlaced ? " and was placed by postcode" : ""}.`;
}

/** What a number leaves out, where it leaves out anything. */
export function countLimits({ basis, areaName }: ReportItem): string | undefined {
  switch (basis) {
    case "at_least":
      return "Some postcodes could be in more than one division, so the true number may be higher.";
    case "across":
      return `This is the count across ${areaName}; we cannot yet tell your division apart.`;
    case "constituents":
    case "everyone":
      return undefined;
  }
}

/** A whole number as it is read in Britain: 1,803. */
export function figure(count: number): string {
  return count.toLocaleString("en-GB");
}
