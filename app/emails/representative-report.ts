import { type Block, button, heading, note, paragraph, subheading } from "./blocks.ts";
import { dayInWords } from "./calendar-words.ts";
import { type MailContent, type MailSite, type RenderedMail, renderMail } from "./layout.ts";
import { placesTable } from "./report-places.ts";
import { asksSentence, countedHow, countLimits, countSentence, reportSubject } from "./report-words.ts";

/**
 * Of whom a tally may be said: `constituents` of this representative; `at_least` where the division of some
 * postcodes is not known; `across` a county whose divisions cannot be told apart; `everyone` for the body
 * addressed.
 */
export type ReportBasis = "constituents" | "at_least" | "across" | "everyone";

/**
 * A part of the area with its published count; `since` is its growth, left out by the caller where it may not be
 * stated or could be worked out from the rest.
 */
export type ReportRow = { name: string; count: number; since?: number };

/** One campaign of a report. The mail states these numbers and works out no other. */
export type ReportItem = {
  campaignTitle: string;
  campaignUrl: string;
  bodyName: string;
  /** What completes "They ask {bodyName} to …". */
  asks: string;
  basis: ReportBasis;
  /** The ward, division, council, county or constituency counted. */
  areaName: string;
  tally: number;
  /** What we last told this reader; left out where there is none or the growth may not be stated. */
  previousTally?: number;
  /** The day of our last message about this campaign, `YYYY-MM-DD`. */
  previousOn?: string;
  /** What the rows are, such as "Ward". */
  tableHead?: string;
  rows: readonly ReportRow[];
  /** The rows left out, in one: "11 other wards". */
  restLabel?: string;
  restCount?: number;
  restSince?: number;
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
      ...(items.length === 1 ? oneCampaign(first, props.sentOn) : severalCampaigns(items, props)),
      ...answerBlocks(props.answerUrl),
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

function oneCampaign(item: ReportItem, sentOn: string): Block[] {
  return [
    heading(countSentence(item, sentOn)),
    paragraph(
      sentences(asksSentence(item), countedHow([item]), countLimits(item), lastWroteSentence(item, sentOn)),
    ),
    ...placesTable(item, sentOn),
    readCampaign(item),
  ];
}

function severalCampaigns(
  items: readonly ReportItem[],
  { sentOn, allUrl }: RepresentativeReportProps,
): Block[] {
  const own = items.every(({ basis }) => basis === "constituents" || basis === "at_least");
  const moreCount = items.length - WRITTEN_OUT;
  const more = moreCount > 0 && allUrl ? [restOfCampaigns(moreCount, allUrl)] : [];
  return [
    heading(`${own ? "Your constituents" : "People in your area"} have signed ${items.length} campaigns`),
    paragraph(`${countedHow(items)} The campaigns that have grown most come first.`),
    ...items
      .slice(0, WRITTEN_OUT)
      .flatMap((item) => [
        subheading(item.campaignTitle),
        paragraph(
          sentences(
            countSentence(item, sentOn),
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
  return paragraph("", { label: count === 1 ? "See 1 more campaign" : `See ${count} more campaigns`, url });
}

const CLOSED = "The campaign has closed, so this is our last message about it.";

function lastWroteSentence({ previousOn, closing }: ReportItem, sentOn: string): string {
  const before = previousOn
    ? `We last wrote to you about this on ${dayInWords(previousOn, sentOn)}.`
    : "This is our first message to you about it.";
  return closing ? `${before} ${CLOSED}` : before;
}

function answerBlocks(answerUrl: string | undefined): Block[] {
  if (!answerUrl) return [];
  return [
    button("Answer them in public", answerUrl),
    note(
      "No account needed: “I support this”, “I will raise it”, or in your own words. We check with your office before it appears.",
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
