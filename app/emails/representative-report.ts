import { type Block, button, heading, list, note, paragraph, subheading } from "./blocks.ts";
import { dayInWords } from "./calendar-words.ts";
import { type MailContent, type MailSite, type RenderedMail, renderMail } from "./layout.ts";
import { placesTable } from "./report-places.ts";
import {
  asksHeading,
  asksSentence,
  besideSentence,
  countedHow,
  countLimits,
  countSentence,
  reportSubject,
} from "./report-words.ts";

/**
 * A part of the area with its published count; `since` is its growth, left out by the caller where it may not be
 * stated or could be worked out from the rest.
 */
export type ReportRow = { name: string; count: number; since?: number };

/** The parts of the area counted, and those left out in one row. */
export type ReportTable = {
  /** What the rows are, such as "Ward". */
  head: string;
  rows: readonly ReportRow[];
  /** The rows left out: "11 other wards". */
  restLabel?: string;
  restCount?: number;
  restSince?: number;
};

/**
 * Of whom a tally may be said: `constituents` of this representative; `at_least` where the division of some
 * postcodes is not known; `across` a county whose divisions cannot be told apart; `everyone` for the body
 * addressed.
 */
export type ReportBasis = "constituents" | "at_least" | "across" | "everyone";

/** One campaign of a report. The mail states these numbers and works out no other. */
export type ReportItem = {
  campaignTitle: string;
  campaignUrl: string;
  bodyName: string;
  /** What completes "They ask {bodyName} to …". */
  asks: string;
  /** All of them, for those whom the campaign is addressed to; stands in place of `asks`. */
  askList?: readonly string[];
  basis: ReportBasis;
  /** The ward, division, council, county or constituency counted. */
  areaName: string;
  tally: number;
  /** What we last told this reader; left out where there is none or the growth may not be stated. */
  previousTally?: number;
  /** The day of our last message about this campaign, `YYYY-MM-DD`. */
  previousOn?: string;
  /** The area around it: the council of a ward, the county of a division. */
  beside?: { name: string; count: number };
  tables: readonly ReportTable[];
  /** Where all places stand that a table has no room for. */
  placesUrl?: string;
  /** The campaign has closed: this is the last message about it. */
  closing: boolean;
};

/** What a report is made of; the caller takes every number from one publication. */
export type RepresentativeReportProps = {
  site: MailSite;
  /** The line above the heading: "To the Member of Parliament for Worcester". */
  to: string;
  /** The London day of this message, `YYYY-MM-DD`. */
  sentOn: string;
  /** At least one; the first five by growth are written out. */
  items: readonly ReportItem[];
  /** Where all campaigns of this reader stand; linked when there are more than five. */
  allUrl?: string;
  /** In the first message: a sentence on where the address was published. */
  addressSource?: string;
  /** A form in which the reader answers in public, without an account. */
  answerUrl?: string;
  /** The reader is the body that is asked, so that its answer stands as the official one. */
  isBody?: boolean;
  /** Several people read this address, each for a place of their own: counts say whose they are. */
  namesPlaces?: boolean;
  pauseUrl: string;
  checkedUrl: string;
};

const WRITTEN_OUT = 5;

/**
 * Tells a representative how many of their own constituents have signed: one campaign with its places, or the
 * five that grew most.
 *
 * @throws RangeError without an item
 */
export function representativeReportMail(props: RepresentativeReportProps): RenderedMail {
  return renderMail(representativeReport(props));
}

/** The same before it is set, for pages that show what such a mail says. @throws RangeError without an item */
export function representativeReport(props: RepresentativeReportProps): MailContent {
  const items = [...props.items].sort((a, b) => growthOf(b) - growthOf(a));
  const first = items[0];
  if (!first) throw new RangeError("a report to a representative needs at least one campaign");
  return {
    site: props.site,
    subject: reportSubject(first, items.length - 1),
    to: props.to,
    blocks: [
      ...(items.length === 1 ? oneCampaign(first, props) : severalCampaigns(items, props)),
      ...answerBlocks(first, props),
      ...sourceBlocks(props),
    ],
    foot: {
      text: "We write at most once a week, and only when the number has grown or a campaign has closed.",
      links: [
        { label: "Pause or stop these", url: props.pauseUrl },
        { label: "How signatures are checked", url: props.checkedUrl },
      ],
    },
  };
}

function oneCampaign(
  item: ReportItem,
  { sentOn, answerUrl, namesPlaces }: RepresentativeReportProps,
): Block[] {
  const isListed = item.askList !== undefined && item.askList.length > 0;
  const how = sentences(
    countedHow([item]),
    countLimits(item),
    besideSentence(item),
    lastWroteSentence(item, sentOn),
  );
  return [
    heading(countSentence(item, sentOn, namesPlaces)),
    ...(isListed ? [paragraph(asksHeading(item)), list(item.askList ?? [])] : []),
    paragraph(isListed ? how : sentences(asksSentence(item), how)),
    ...(item.closing ? [paragraph(thanks(answerUrl))] : []),
    ...item.tables.flatMap((table) => placesTable(table, item.previousOn, sentOn)),
    ...(item.placesUrl === undefined
      ? []
      : [paragraph("", { label: "See every place", url: item.placesUrl })]),
    readCampaign(item),
  ];
}

/** Nobody is called a constituent whose place is not known for sure. */
function severalHeading(items: readonly ReportItem[]): string {
  if (items.every(({ basis }) => basis === "everyone"))
    return `People have signed ${items.length} campaigns addressed to you`;
  const own = items.every(({ basis }) => basis === "constituents" || basis === "at_least");
  return `${own ? "Your constituents" : "People in your area"} have signed ${items.length} campaigns`;
}

function thanks(answerUrl: string | undefined): string {
  const thank = "Thank you for reading what people had to say.";
  return answerUrl === undefined
    ? thank
    : `${thank} You can still answer them: the button below works for 60 days.`;
}

function severalCampaigns(
  items: readonly ReportItem[],
  { sentOn, allUrl, namesPlaces }: RepresentativeReportProps,
): Block[] {
  const moreCount = items.length - WRITTEN_OUT;
  const more = moreCount >= 0 && allUrl ? [restOfCampaigns(moreCount, allUrl)] : [];
  return [
    heading(severalHeading(items)),
    paragraph(`${countedHow(items)} The campaigns that have grown most come first.`),
    ...items
      .slice(0, WRITTEN_OUT)
      .flatMap((item) => [
        subheading(item.campaignTitle),
        paragraph(
          sentences(
            countSentence(item, sentOn, namesPlaces),
            asksSentence(item),
            countLimits(item),
            item.closing ? CLOSED : undefined,
          ),
        ),
        readCampaign(item),
      ]),
    ...more,
  ];
}

function sentences(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(" ");
}

function readCampaign({ campaignTitle, campaignUrl }: ReportItem): Block {
  return paragraph("", { label: `Read “${campaignTitle}”`, url: campaignUrl });
}

function restOfCampaigns(count: number, url: string): Block {
  const label = count === 1 ? "See 1 more campaign" : `See ${count} more campaigns`;
  return paragraph("", { label: count === 0 ? "See every campaign that you are told of" : label, url });
}

const CLOSED = "The campaign has closed, so this is our last message about it.";

function lastWroteSentence({ previousOn, closing }: ReportItem, sentOn: string): string {
  const before = previousOn
    ? `We last wrote to you about this on ${dayInWords(previousOn, sentOn)}.`
    : "This is our first message to you about it.";
  return closing ? `${before} ${CLOSED}` : before;
}

function answerBlocks(
  { basis }: ReportItem,
  { answerUrl, isBody = false }: RepresentativeReportProps,
): Block[] {
  if (!answerUrl) return [];
  if (basis !== "everyone")
    return [
      button("Answer them in public", answerUrl),
      note(
        "No account needed: “I support this”, “I will raise it”, or in your own words. We check with your office before it appears.",
      ),
    ];
  const official = isBody ? " as your official answer" : "";
  return [
    button(isBody ? "Give your official answer" : "Answer them in public", answerUrl),
    note(
      `No account needed. You can answer each thing that is asked; it stands beside it in public${official}. We check with your office before it appears.`,
    ),
  ];
}

function sourceBlocks({ addressSource, site }: RepresentativeReportProps): Block[] {
  if (!addressSource) return [];
  const sentence = addressSource.trim().replace(/[.]?$/, ".");
  return [note(`${sentence} To object, use the pause link below or write to ${site.operatorContact}.`)];
}

function growthOf({ tally, previousTally, previousOn }: ReportItem): number {
  if (previousTally !== undefined) return tally - previousTally;
  return previousOn === undefined ? tally : 0;
}
