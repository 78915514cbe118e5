import { dayInWords, earlierInWords } from "./calendar-words.ts";
import { plainLine } from "./plain-line.ts";
import type { ReportItem } from "./report-item.ts";

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
  const place = namesPlace && placeOf(item) !== "" ? ` ${placeOf(item)}` : "";
  const now = `${whoSigned(item)}${place} ${item.closing ? "signed" : "have signed"}.`;
  if (item.previousTally === undefined || item.previousOn === undefined) return now;
  const { preposition, words } = earlierInWords(item.previousOn, sentOn);
  return `${now} ${preposition === "in" ? "In" : "On"} ${words} it was ${figure(item.previousTally)}.`;
}

/** "in Worcester", where a reader's own constituents are; other counts say it themselves, or are of no place. */
export function placeOf({ basis, areaName }: ReportItem): string {
  return basis === "constituents" || basis === "at_least" ? `in ${areaName}` : "";
}

/** "They ask Severnshire County Council to hold an independent investigation." */
export function asksSentence(item: ReportItem): string {
  const { bodyName, asks, closing, campaignTitle } = item;
  const ask = plainLine(asks).replace(/[.\s]+$/, "");
  if (ask === "")
    return `The ${kindWord(item)} is addressed to ${inSentence(bodyName)}: “${plainLine(campaignTitle)}”.`;
  const lowered = /^\p{Lu}\p{Ll}/u.test(ask) ? `${ask.charAt(0).toLowerCase()}${ask.slice(1)}` : ask;
  return `They ${closing ? "asked" : "ask"} ${inSentence(bodyName)} to ${lowered}.`;
}

/** "They ask Severnshire County Council:", before all that they ask. */
export function asksHeading({ bodyName, closing }: ReportItem): string {
  return `They ${closing ? "asked" : "ask"} ${inSentence(bodyName)}:`;
}

/** A name as a sentence goes on with it: "the Department for Education". */
function inSentence(bodyName: string): string {
  const name = plainLine(bodyName);
  return WANT_ARTICLE.test(name) ? `the ${name}` : name;
}

const WANT_ARTICLE =
  /^(?:Department|Ministry|Minister|Office|Home Office|Cabinet Office|Treasury|Secretary of State|Prime Minister|Chancellor|UK Parliament|House of)\b/;

/** "In Worcester as a whole, 312 people have signed." */
export function besideSentence({ beside, closing }: ReportItem): string | undefined {
  return (
    beside &&
    `In ${beside.name} as a whole, ${figure(beside.count)} people ${closing ? "signed" : "have signed"}.`
  );
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

/** When we wrote before, and that we do not write again; a number that has not grown is not told as if it were new. */
export function lastWroteSentence(item: ReportItem, sentOn: string): string {
  const { previousOn, previousTally, closing } = item;
  const day = previousOn === undefined ? undefined : dayInWords(previousOn, sentOn);
  if (!closing)
    return day === undefined
      ? "This is our first message to you about it."
      : `We last wrote to you about this on ${day}.`;
  const before =
    day === undefined
      ? []
      : previousTally === undefined
        ? [`The number has hardly changed since we last wrote to you, on ${day}.`]
        : [`We last wrote to you about this on ${day}.`];
  return [`The ${kindWord(item)} has closed, so this is our last message about it.`, ...before].join(" ");
}

/** What a campaign is called in the middle of a sentence. */
export function kindWord({ kind }: Pick<ReportItem, "kind">): string {
  return kind === "letter" ? "open letter" : "petition";
}

/** "Petition 12": what an office can ask us about. */
export function numbered(item: Pick<ReportItem, "kind" | "campaignNumber">): string {
  const word = kindWord(item);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${item.campaignNumber}`;
}

/** "open until 14 March", or "closed". */
export function signing({ closing, closesOn }: ReportItem, sentOn: string): string {
  return closing ? "closed" : `open until ${dayInWords(closesOn, sentOn)}`;
}

/** Sentences one after another, those left out that there are not. */
export function sentences(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}

/** A whole number as it is read in Britain: 1,803. */
export function figure(count: number): string {
  return count.toLocaleString("en-GB");
}
