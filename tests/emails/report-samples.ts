import type { MailSite, RenderedMail } from "#app/emails/layout.ts";
import { messagesPausedMail } from "#app/emails/messages-paused.ts";
import { type ReportItem, representativeReportMail } from "#app/emails/representative-report.ts";
import { reportItem, reportProps, reportTable } from "./report-props.ts";

const BASE = "https://hearhear.example.org";

type Changes = { site: MailSite; campaignTitle: string };

/** Every kind of message to a representative, by its name, and the mail about a pause. */
export function reportMails({ site, campaignTitle }: Changes): [string, RenderedMail][] {
  const report = (
    name: string,
    item: Partial<ReportItem>,
    to: string,
    isBody = false,
  ): [string, RenderedMail] => [
    name,
    representativeReportMail(
      reportProps({ site, to, isBody, items: [reportItem({ campaignTitle, ...item })] }),
    ),
  ];
  const paused = {
    site,
    to: "To Councillor Pat Example, St John",
    undoUrl: `${BASE}/unpause/unpause-token`,
    worksForDays: 60,
  };
  return [
    report("report to a member", {}, "To the Member of Parliament for Severnford"),
    [
      "first report to a member",
      representativeReportMail(
        reportProps({
          site,
          items: [
            reportItem({
              campaignTitle,
              ...{ previousTally: undefined, previousOn: undefined },
              tables: [
                reportTable({
                  head: "Council",
                  rows: [{ name: "Severnford", count: 190 }],
                  ...{ restLabel: "Elsewhere in Severnford", restCount: 24, restSince: undefined },
                }),
                reportTable({
                  rows: [
                    { name: "St John", count: 38 },
                    { name: "Batley End", count: 31 },
                  ],
                  ...{ restLabel: "Elsewhere in Severnford", restCount: 145, restSince: undefined },
                }),
              ],
            }),
          ],
          addressSource: "Your address is published on members.parliament.uk, where we looked on 3 August",
        }),
      ),
    ],
    [
      "report on five",
      representativeReportMail(
        reportProps({
          site,
          items: [60, 50, 40, 30, 20].map((growth) =>
            reportItem({ campaignTitle, tally: 100 + growth, previousTally: 100 }),
          ),
          allUrl: `${BASE}/representatives/abcdefghij`,
        }),
      ),
    ],
    report(
      "report to a ward councillor",
      {
        areaName: "St John",
        tally: 38,
        previousTally: 27,
        tables: [],
        beside: { name: "Severnford", count: 214 },
      },
      "To Councillor Pat Example, St John",
    ),
    report(
      "report to a county councillor whose division is mostly known",
      {
        ...{ basis: "at_least", areaName: "Severnford East", tally: 38, previousTally: 27, tables: [] },
        beside: { name: "Severnshire", count: 1020 },
      },
      "To Councillor Pat Example, Severnford East",
    ),
    report(
      "report to a county councillor whose division is not known",
      {
        ...{ basis: "across", areaName: "Severnshire", tally: 1020, previousTally: 800 },
        tables: [
          reportTable({
            head: "District",
            rows: [
              { name: "Severnford", count: 214 },
              { name: "Batley Vale", count: 190 },
            ],
            ...{ restLabel: "Elsewhere in Severnshire", restCount: 616, restSince: undefined },
          }),
        ],
      },
      "To Councillor Pat Example, Severnford East",
    ),
    report(
      "report to the body asked",
      {
        ...{ basis: "everyone", areaName: "", tally: 1803, previousTally: 1500 },
        askList: [
          "Hold an independent investigation into its special educational needs services, led by somebody from outside.",
          "Publish every month how many children wait, and for how long.",
        ],
        tables: [
          reportTable({
            head: "Council",
            rows: [
              { name: "Severnford", count: 214 },
              { name: "Batley Vale", count: 190 },
            ],
            ...{ restLabel: "Elsewhere, or place not known", restCount: 1399, restSince: undefined },
          }),
        ],
        placesUrl: `${BASE}/petitions/send-investigation/places`,
      },
      "To the Director of Children’s Services, Severnshire County Council",
      true,
    ),
    report("last report", { closing: true }, "To the Member of Parliament for Severnford"),
    ["paused", messagesPausedMail({ ...paused, campaignTitle, isForGood: false })],
    ["all paused", messagesPausedMail({ ...paused, isForGood: false })],
    ["stopped", messagesPausedMail({ ...paused, isForGood: true })],
  ];
}
