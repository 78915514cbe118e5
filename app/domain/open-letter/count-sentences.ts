import { type OlderVersion, olderVersionWords } from "./older-versions.ts";

interface Counted {
  count: number;
  older: readonly OlderVersion[];
  /** On paper, as its organisers have counted. */
  paperCount: number;
  isClosed: boolean;
  at: number;
}

const figures = new Intl.NumberFormat("en-GB");
const day = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  ...{ day: "numeric", month: "long", year: "numeric" },
});
const time = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
});

/** How many have signed, as it stands on paper: which version, what was signed on paper, and when it was counted. */
export function countSentences({ count, older, paperCount, isClosed, at }: Counted): string[] {
  const signed = isClosed ? "signed" : count === 1 ? "has signed" : "have signed";
  const versions = olderVersionWords(older);
  return [
    `${figures.format(count)} ${count === 1 ? "person" : "people"} ${signed}${versions === "" ? "" : `, of them ${versions}`}.`,
    ...(paperCount > 0 ? [`And ${figures.format(paperCount)} on paper, counted by the organiser.`] : []),
    `Counted on ${inWords(at)} at ${time.format(at)}.`,
  ];
}

/** An instant as a day in London: "20 November 2026" */
export function inWords(at: number): string {
  return day.format(at);
}
