import { type Block, button, note, paragraph } from "./blocks.ts";
import { dayInWords } from "./calendar-words.ts";
import { type MailContent, type MailSite, type RenderedMail, renderMail } from "./layout.ts";
import type { ReportItem } from "./report-item.ts";
import { oneCampaignDetails, oneCampaignLead } from "./report-one.ts";
import { severalCampaignsDetails, severalCampaignsLead } from "./report-several.ts";
import { type ReportStories, storyLine } from "./report-stories.ts";
import { reportSubject } from "./report-subject.ts";
import { sentences } from "./report-words.ts";

/** What a report is made of; the caller takes every number from one publication. */
export type RepresentativeReportProps = {
  site: MailSite;
  /** The line above the heading: "To the Member of Parliament for Worcester". */
  to: string;
  /** The London day of this message, `YYYY-MM-DD`. */
  sentOn: string;
  /** At least one, what matters most first; five are written out. */
  items: readonly ReportItem[];
  /** Where all campaigns of this reader stand; linked when there may be more than five. */
  allUrl?: string;
  /** In the first message: a sentence on where the address was published. */
  addressSource?: string;
  /** A form in which the reader answers in public, without an account, and the last day on which it can be used. */
  answer?: { url: string; until: string };
  /** What families told of the reader’s council. */
  stories?: ReportStories | undefined;
  /** The reader is the body that is asked, so that its answer stands as the official one. */
  isBody?: boolean;
  /** Several people read this address, each for a place of their own: counts say whose they are. */
  namesPlaces?: boolean;
  pauseUrl: string;
  checkedUrl: string;
};

const WRITTEN_OUT = 5;

/**
 * Tells a representative how many of their own constituents have signed: one campaign with its places, or up to
 * five with a few places each. What is asked and how to answer stand on the first screen, the details below.
 *
 * @throws RangeError without an item
 */
export function representativeReportMail(props: RepresentativeReportProps): RenderedMail {
  return renderMail(representativeReport(props));
}

/** The same before it is set, for pages that show what such a mail says. @throws RangeError without an item */
export function representativeReport(props: RepresentativeReportProps): MailContent {
  const { site, to, items, sentOn, namesPlaces = false } = props;
  const [first, ...others] = items;
  if (!first) throw new RangeError("a report to a representative needs at least one campaign");
  const written = items.slice(0, WRITTEN_OUT);
  const isOne = others.length === 0;
  return {
    site,
    subject: reportSubject(first, moreWords(items)),
    to,
    blocks: [
      ...(isOne
        ? oneCampaignLead(first, sentOn, namesPlaces)
        : severalCampaignsLead(items, written, namesPlaces)),
      ...answerBlocks(props),
      ...storyLine(props.stories),
      ...(isOne ? oneCampaignDetails(first, sentOn) : severalCampaignsDetails(written, sentOn, namesPlaces)),
      ...restOfCampaigns(props),
      ...sourceBlocks(props),
    ],
    foot: {
      text: "We write at most once a week, and only when the number has grown or a campaign has closed. If you press “unsubscribe” in your mail program, that pauses all our messages to you. By this link you can pause one campaign alone, pause all, or stop them for good:",
      links: [
        { label: "Pause or stop", url: props.pauseUrl },
        { label: "How signatures are checked", url: props.checkedUrl },
      ],
    },
  };
}

/** What a subject says of the rest: other campaigns, or the same one in other places. */
function moreWords(items: readonly ReportItem[]): string {
  const others = new Set(items.map(({ campaignUrl }) => campaignUrl)).size - 1;
  if (others > 0) return ` and ${others} more`;
  const places = items.length - 1;
  return places === 0 ? "" : places === 1 ? " and 1 more place" : ` and ${places} more places`;
}

function restOfCampaigns({ items, allUrl }: RepresentativeReportProps): Block[] {
  const count = items.length - WRITTEN_OUT;
  if (count < 0 || allUrl === undefined) return [];
  const label = count === 1 ? "See 1 more campaign" : `See ${count} more campaigns`;
  const every = "See every campaign that you are told of";
  return [paragraph("", { label: count === 0 ? every : label, url: allUrl })];
}

/** What is asked of the reader, by when and how. */
function answerBlocks({ items, answer, sentOn, isBody = false }: RepresentativeReportProps): Block[] {
  const [first] = items;
  if (!answer || !first) return [];
  const isAsked = first.basis === "everyone";
  const isOfficial = isAsked && isBody;
  const thanks = items.every(({ closing }) => closing)
    ? "Thank you for reading what people had to say. You can still answer them."
    : undefined;
  return [
    paragraph(thanks ?? wishOf(items, first)),
    button(isOfficial ? "Give your official answer" : "Answer them in public", answer.url),
    note(
      sentences(
        "No account needed.",
        isAsked
          ? `Your answer stands beside what is asked${isOfficial ? ", marked as official" : ""}.`
          : "“I support this”, “I will raise it”, “I do not support this”, or your own words.",
        "We check with your office before it appears.",
        `There is no deadline; the link works until ${dayInWords(answer.until, sentOn)}.`,
      ),
    ),
  ];
}

function wishOf(items: readonly ReportItem[], { basis, askList = [] }: ReportItem): string {
  if (items.every(({ isCopy }) => isCopy === true))
    return "You get a copy of this. You are not asked to answer, but you can.";
  const isOne = items.length === 1;
  if (basis !== "everyone")
    return `What we ask of you: tell them in public whether you support ${isOne ? "this" : "these"}.`;
  const isOneAsk = isOne && askList.length < 2;
  return `What we ask of you: say in public what you will do about ${isOneAsk ? "this" : "each of these"}.`;
}

function sourceBlocks({ addressSource, site }: RepresentativeReportProps): Block[] {
  if (!addressSource) return [];
  const sentence = addressSource.trim().replace(/[.]?$/, ".");
  return [note(`${sentence} To object, use the pause link below or write to ${site.operatorContact}.`)];
}
