import { publicCampaignPath } from "../domain/campaign/campaign-path.ts";
import type {
  DeliveryReport,
  PartsTable,
  ReportedItem,
  ReportedStories,
  ReportReader,
} from "../domain/forwarding/report.ts";
import { addDays } from "../domain/time/london.ts";
import { dayInWords } from "../emails/calendar-words.ts";
import type { RenderedMail } from "../emails/layout.ts";
import type { ReportItem, ReportTable } from "../emails/report-item.ts";
import type { ReportStories } from "../emails/report-stories.ts";
import { type RepresentativeReportProps, representativeReportMail } from "../emails/representative-report.ts";
import type { Settings } from "../env.server.ts";
import { REPRESENTATIVE_LINK_DAYS } from "../policy-forwarding.ts";
import { mailSite } from "./outgoing.ts";

/** As much of a report as its message says: nobody's address. */
export type ReportedTo = Omit<DeliveryReport, "to"> & {
  to: Pick<DeliveryReport["to"], "isInvented"> & { publicId?: string };
};

/** The tokens of one message's own links. */
export interface ReportLinks {
  pause: string;
  answer: string;
}

/** Writes the message to a representative; the numbers are the report's, none is worked out here. */
export function renderDelivery(
  settings: Settings,
  report: DeliveryReport,
  sentOn: string,
  links: ReportLinks,
): RenderedMail {
  return representativeReportMail(reportProps(settings, report, sentOn, links));
}

/** What the message says, before it is written; where nothing is sent, its links lead to what they would be for. */
export function reportProps(
  settings: Settings,
  report: ReportedTo,
  sentOn: string,
  links?: ReportLinks,
): RepresentativeReportProps {
  const site = mailSite(settings);
  const { appUrl } = settings;
  const { items, readers, to } = report;
  const isDemonstration = items.some((item) => item.isDemonstration);
  return {
    site: { ...site, demonstration: site.demonstration || isDemonstration },
    to: addressed(readers),
    sentOn,
    items: items.map((item) => reportItem(appUrl, item)),
    allUrl: to.publicId === undefined ? undefined : `${appUrl}/representatives/${to.publicId}`,
    addressSource: addressSource(report, sentOn),
    answer: {
      url: links ? `${appUrl}/answer/${links.answer}` : `${appUrl}/about#told`,
      until: addDays(sentOn, REPRESENTATIVE_LINK_DAYS),
    },
    stories: report.stories && reportStories(appUrl, report.stories),
    isBody: readers.every(({ kind }) => kind === "office"),
    namesPlaces: new Set(items.map(({ gssCode }) => gssCode)).size > 1,
    pauseUrl: links ? `${appUrl}/pause/${links.pause}` : `${appUrl}/about#told`,
    checkedUrl: `${appUrl}/about#checked`,
  };
}

/** "To the Member of Parliament for Worcester"; all of them where several read one address. */
function addressed(readers: readonly ReportReader[]): string {
  const [only, ...others] = readers;
  if (only && others.length === 0) return `To ${withArea(only, (title, area) => `${title}, ${area}`)}`;
  const names = readers.map((one) => withArea(one, (title, area) => `${title} (${area})`));
  return `To ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** The title with its area, unless that stands in it already. */
function withArea(reader: ReportReader, join: (title: string, area: string) => string): string {
  const title = named(reader);
  return reader.kind === "mp" || title.endsWith(reader.areaName) ? title : join(title, reader.areaName);
}

function named({ kind, fullTitle, areaName }: ReportReader): string {
  return kind === "mp" ? `the Member of Parliament for ${areaName}` : fullTitle.replace(/^The /, "the ");
}

function addressSource({ isFirst, source, checkedOn, to }: ReportedTo, sentOn: string): string | undefined {
  if (!isFirst || source === "") return undefined;
  if (to.isInvented) return "You and your address are invented for this demonstration";
  const checked = checkedOn === "" ? "" : `, where we looked on ${dayInWords(checkedOn, sentOn)}`;
  return `Your address is published on ${source}${checked}`;
}

function reportItem(appUrl: string, item: ReportedItem): ReportItem {
  const { kind, number, slug, title, shortName, bodyName, organiserName, askClause, asks } = item;
  const { areaName, basis, tally, previousTally, previousOn, beside, tables, closesOn, isClosing } = item;
  const campaignUrl = appUrl + publicCampaignPath({ kind, slug });
  return {
    ...{ kind, campaignNumber: number, campaignTitle: title, shortName, campaignUrl },
    ...{ bodyName, organiserName, basis, areaName, tally, previousTally, beside, closesOn },
    isCopy: item.isCopy,
    namesUrl: item.showsNames ? `${campaignUrl}/signatories` : undefined,
    asks: askClause.replace(/^to /, ""),
    askList: asks,
    previousOn: previousOn || undefined,
    tables: tables.map(reportTable),
    placesUrl: `${campaignUrl}/places`,
    closing: isClosing,
  };
}

function reportStories(appUrl: string, { slug, ...stories }: ReportedStories): ReportStories {
  return { ...stories, url: `${appUrl}/councils/${slug}/stories` };
}

function reportTable({ head, rows, rest, restName, restSince }: PartsTable): ReportTable {
  return { head, rows, ...(rest > 0 ? { restLabel: restName, restCount: rest, restSince } : {}) };
}
