import { type Block, heading, type MailRow, note, paragraph, subheading, table } from "./blocks.ts";
import type { ReportItem } from "./report-item.ts";
import { placesTable } from "./report-places.ts";
import {
  asksSentence,
  besideSentence,
  countedHow,
  countLimits,
  countSentence,
  figure,
  lastWroteSentence,
  numbered,
  placeOf,
  sentences,
  signing,
} from "./report-words.ts";

/** What a message about several campaigns says first: how many, and those written out in one table. */
export function severalCampaignsLead(
  items: readonly ReportItem[],
  written: readonly ReportItem[],
  namesPlaces: boolean,
): Block[] {
  const hasBefore = written.some(({ previousTally }) => previousTally !== undefined);
  const row = (item: ReportItem): MailRow => {
    const name = shownName(item, namesPlaces);
    const before = item.previousTally === undefined ? "–" : figure(item.previousTally);
    return hasBefore ? [name, shownCount(item), before] : [name, shownCount(item)];
  };
  const head = hasBefore ? (["Campaign", "Signed", "Last told"] as const) : (["Campaign", "Signed"] as const);
  return [heading(severalHeading(items)), table(head, written.map(row)), paragraph(countedHow(items))];
}

/** And after how to answer: what each asks, and where most have signed. */
export function severalCampaignsDetails(
  items: readonly ReportItem[],
  sentOn: string,
  namesPlaces: boolean,
): Block[] {
  return items.flatMap((item) => [
    subheading(item.campaignTitle),
    paragraph(
      sentences(
        countSentence(item, sentOn, namesPlaces),
        asksSentence(item),
        countLimits(item),
        besideSentence(item),
        lastWroteSentence(item, sentOn),
      ),
    ),
    ...item.tables.flatMap((places) => placesTable(places, item.previousOn, sentOn)),
    note(`${numbered(item)}, started by ${item.organiserName}, ${signing(item, sentOn)}.`, {
      label: `Read “${item.campaignTitle}”`,
      url: item.campaignUrl,
    }),
  ]);
}

/** Nobody is called a constituent whose place is not known for sure. */
function severalHeading(items: readonly ReportItem[]): string {
  const count = new Set(items.map(({ campaignUrl }) => campaignUrl)).size;
  const what = count === 1 ? `“${items[0]?.shortName}”` : `${count} campaigns`;
  if (items.every(({ basis }) => basis === "everyone")) return `People have signed ${what} addressed to you`;
  const own = items.every(({ basis }) => basis === "constituents" || basis === "at_least");
  return `${own ? "Your constituents" : "People in your area"} have signed ${what}`;
}

function shownName(item: ReportItem, namesPlaces: boolean): string {
  const place = item.basis === "across" ? `across ${item.areaName}` : namesPlaces ? placeOf(item) : "";
  return place === "" ? item.shortName : `${item.shortName}, ${place}`;
}

function shownCount({ basis, tally }: ReportItem): string {
  return basis === "at_least" ? `at least ${figure(tally)}` : figure(tally);
}
