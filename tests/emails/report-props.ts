import type { ReportItem, ReportTable } from "#app/emails/report-item.ts";
import type { RepresentativeReportProps } from "#app/emails/representative-report.ts";
import { BASE, CAMPAIGN_URL, SITE, TITLE } from "./sample-site.ts";

export function reportItem(changes: Partial<ReportItem> = {}): ReportItem {
  return {
    kind: "petition",
    campaignNumber: 12,
    campaignTitle: TITLE,
    shortName: "SEND investigation",
    campaignUrl: CAMPAIGN_URL,
    organiserName: "Wren Applegarth",
    bodyName: "Severnshire County Council",
    asks: "Hold an independent investigation into its special educational needs services.",
    basis: "constituents",
    areaName: "Severnford",
    tally: 214,
    previousTally: 150,
    previousOn: "2026-06-16",
    tables: [reportTable()],
    placesUrl: `${CAMPAIGN_URL}/places`,
    closesOn: "2027-03-14",
    closing: false,
    ...changes,
  };
}

export function reportTable(changes: Partial<ReportTable> = {}): ReportTable {
  return {
    head: "Ward",
    rows: [
      { name: "St John", count: 38, since: 11 },
      { name: "Batley End", count: 31, since: 9 },
    ],
    restLabel: "12 other wards",
    restCount: 145,
    restSince: 44,
    ...changes,
  };
}

export function reportProps(changes: Partial<RepresentativeReportProps> = {}): RepresentativeReportProps {
  return {
    site: SITE,
    to: "To the Member of Parliament for Severnford",
    sentOn: "2026-09-01",
    items: [reportItem()],
    answer: { url: `${BASE}/answer/answer-token`, until: "2026-10-31" },
    pauseUrl: `${BASE}/pause/pause-token`,
    checkedUrl: `${BASE}/about/data#signatures`,
    ...changes,
  };
}
