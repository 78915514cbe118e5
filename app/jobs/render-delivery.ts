import type { DeliveryReport, ReportedItem } from "../domain/forwarding/prepare-delivery.server.ts";
import { dayInWords } from "../emails/calendar-words.ts";
import type { RenderedMail } from "../emails/layout.ts";
import {
  type ReportItem,
  type RepresentativeReportProps,
  representativeReportMail,
} from "../emails/representative-report.ts";
import type { Settings } from "../env.server.ts";
import { mailSite } from "./outgoing.ts";

/** As much of a report as its message says: nobody's address. */
export type ReportedTo = Omit<DeliveryReport, "to"> & {
  to: Pick<DeliveryReport["to"], "kind" | "fullTitle" | "areaName" | "isInvented">;
};

/** Writes the message to a representative; the numbers are the report's, none is worked out here. */
export function renderDelivery(settings: Settings, report: DeliveryReport, sentOn: string): RenderedMail {
  return representativeReportMail(reportProps(settings, report, sentOn));
}

/** What the message says, before it is written. */
export function reportProps(
  settings: Settings,
  report: ReportedTo,
  sentOn: string,
): RepresentativeReportProps {
  const site = mailSite(settings);
  const isDemonstration = report.items.some((item) => item.isDemonstration);
  return {
    site: { ...site, demonstration: site.demonstration || isDemonstration },
    to: addressed(report),
    sentOn,
    items: report.items.map((item) => reportItem(settings.appUrl, item)),
    addressSource: addressSource(report, sentOn),
    pauseUrl: `${settings.appUrl}/about#told`,
    checkedUrl: `${settings.appUrl}/about#checked`,
  };
}

function addressed({ to }: ReportedTo): string {
  return to.kind === "mp"
    ? `To the Member of Parliament for ${to.areaName}`
    : `To ${to.fullTitle}, ${to.areaName}`;
}

function addressSource({ isFirst, source, checkedOn, to }: ReportedTo, sentOn: string): string | undefined {
  if (!isFirst || source === "") return undefined;
  if (to.isInvented) return "You and your address are invented for this demonstration";
  const checked = checkedOn === "" ? "" : `, where we looked on ${dayInWords(checkedOn, sentOn)}`;
  return `Your address is published on ${source}${checked}`;
}

function reportItem(appUrl: string, item: ReportedItem): ReportItem {
  const { kind, slug, title, bodyName, askClause, areaName, tally, previousTally, previousOn, parts } = item;
  const rest = parts && parts.rest > 0 && parts.rows.length > 0;
  return {
    campaignTitle: title,
    campaignUrl: `${appUrl}/${kind === "petition" ? "petitions" : "letters"}/${slug}`,
    bodyName,
    asks: askClause.replace(/^to /, ""),
    basis: "constituents",
    areaName,
    tally,
    previousTally,
    previousOn: previousOn || undefined,
    tableHead: "Ward",
    rows: parts?.rows ?? [],
    ...(rest ? { restLabel: `Elsewhere in ${areaName}`, restCount: parts.rest } : {}),
    closing: item.isClosing,
  };
}
