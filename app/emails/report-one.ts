import { type Block, facts, heading, list, paragraph, subheading } from "./blocks.ts";
import type { ReportItem } from "./report-item.ts";
import { placesTable } from "./report-places.ts";
import {
  asksHeading,
  asksSentence,
  besideSentence,
  countedHow,
  countLimits,
  countSentence,
  kindWord,
  lastWroteSentence,
  numbered,
  sentences,
  signing,
} from "./report-words.ts";

/** What a message about one campaign says first: how many, who asks whom for what, how they were counted. */
export function oneCampaignLead(item: ReportItem, sentOn: string, namesPlaces: boolean): Block[] {
  const askList = item.askList ?? [];
  const how = sentences(
    countedHow([item]),
    countLimits(item),
    besideSentence(item),
    lastWroteSentence(item, sentOn),
  );
  return [
    heading(countSentence(item, sentOn, namesPlaces)),
    ...(askList.length > 0 ? [paragraph(asksHeading(item)), list(askList)] : []),
    paragraph(askList.length > 0 ? how : sentences(asksSentence(item), how)),
  ];
}

/** And after how to answer: where people live, and what an office files it by. */
export function oneCampaignDetails(item: ReportItem, sentOn: string): Block[] {
  const tables = item.tables.flatMap((table) => placesTable(table, item.previousOn, sentOn));
  return [
    ...(tables.length > 0 ? [subheading(placesHeading(item)), ...tables, checkPlaces(item)] : []),
    subheading("For your records"),
    facts([
      [numbered(item), item.campaignTitle],
      ["To", item.bodyName],
      ["Started by", item.organiserName],
      ["Signing", signing(item, sentOn)],
    ]),
    paragraph("", { label: `Read the ${kindWord(item)}`, url: item.campaignUrl }),
    ...showNames(item),
    ...(tables.length > 0 ? [] : [checkPlaces(item)]),
  ];
}

function placesHeading({ basis }: ReportItem): string {
  return basis === "constituents" || basis === "at_least" ? "Where they live" : "Where people have signed";
}

/** Those to whom a letter is written may see who signs it: no name travels in a message, its public list is named. */
function showNames({ kind, basis, namesUrl }: ReportItem): Block[] {
  if (kind !== "letter" || basis !== "everyone" || namesUrl === undefined) return [];
  return [paragraph("", { label: "Those who chose to show their names", url: namesUrl })];
}

function checkPlaces({ placesUrl }: ReportItem): Block {
  return paragraph(
    "Every count of five or more is public, place by place. Smaller ones are not shown, to protect people.",
    { label: "Check the counts", url: placesUrl },
  );
}
