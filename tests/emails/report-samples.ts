import type { MailSite, RenderedMail } from "#app/emails/layout.ts";
import { messagesPausedMail } from "#app/emails/messages-paused.ts";
import type { ReportItem, ReportTable } from "#app/emails/report-item.ts";
import {
  type RepresentativeReportProps,
  representativeReportMail,
} from "#app/emails/representative-report.ts";
import { reportItem, reportProps, reportTable } from "./report-props.ts";
import { BASE } from "./sample-site.ts";

type Changes = { site: MailSite; campaignTitle: string };

const FIRST = { previousTally: undefined, previousOn: undefined };

const COUNCILS = reportTable({
  head: "Council",
  rows: [
    { name: "Severnford", count: 168, since: 41 },
    { name: "Batley Vale", count: 32, since: 12 },
  ],
  ...{ restLabel: "Elsewhere in Severnford", restCount: 14, restSince: 11 },
});

/** Every place that the office of the council asked may be shown. */
const WHOLE: ReportTable = {
  head: "Council",
  rows: Array.from({ length: 40 }, (_, index) => ({
    name: `${["Severnford", "Batley Vale", "Upper Wyre", "Lyme and Ashbourne"][index % 4]} ${index + 1}`,
    count: 420 - 10 * index,
    since: index % 3 === 0 ? 45 - index : undefined,
  })),
  ...{ restLabel: "Elsewhere, or place not known", restCount: 803 },
};

const DISTRICTS = reportTable({
  head: "District",
  rows: [
    { name: "Severnford", count: 214, since: 40 },
    { name: "Batley Vale", count: 190 },
  ],
  ...{ restLabel: "Elsewhere in Severnshire", restCount: 616, restSince: undefined },
});

const WARD: Partial<ReportItem> = {
  ...{ areaName: "St John", tally: 38, previousTally: 27, tables: [] },
  beside: { name: "Severnford", count: 214 },
};

const EVERYONE: Partial<ReportItem> = {
  ...{ basis: "everyone", areaName: "", tally: 1803, previousTally: 1500 },
  askList: [
    "Hold an independent investigation into its special educational needs services, led by somebody from outside.",
    "Publish every month how many children wait, and for how long.",
  ],
};

const OTHERS: Partial<ReportItem>[] = [
  {
    ...{
      campaignNumber: 15,
      campaignUrl: `${BASE}/petitions/plans-in-time`,
      shortName: "SEND plans on time",
    },
    ...{ asks: "Give every child their plan within 20 weeks", tally: 96, ...FIRST },
    tables: [
      reportTable({
        rows: [
          { name: "Warren", count: 21 },
          { name: "St John", count: 18 },
        ],
        ...{ restCount: 57, restSince: undefined },
      }),
    ],
  },
  {
    ...{ campaignNumber: 21, campaignUrl: `${BASE}/petitions/quiet-hour`, shortName: "Quiet hour" },
    ...{ asks: "Hold a weekly quiet hour in every library", tally: 31, previousTally: undefined, tables: [] },
  },
];

/** Every kind of message to a representative, by its name, and the mails about pauses. */
export function reportMails({ site, campaignTitle }: Changes): [string, RenderedMail][] {
  const report = (
    name: string,
    items: Partial<ReportItem> | readonly Partial<ReportItem>[],
    props: Partial<RepresentativeReportProps> = {},
  ): [string, RenderedMail] => {
    const listed = [items].flat().map((item) => reportItem({ campaignTitle, ...item }));
    return [name, representativeReportMail(reportProps({ site, items: listed, ...props }))];
  };
  const councillor = { to: "To Councillor Pat Example, St John" };
  const county = { to: "To Councillor Pat Example, Severnford East" };
  const paused = {
    ...{ site, who: "Councillor Pat Example, St John", worksForDays: 60 },
    undoUrl: `${BASE}/unpause/unpause-token`,
  };
  return [
    report("to a member", { tables: [COUNCILS, reportTable()] }),
    report(
      "first to a member",
      {
        ...FIRST,
        tables: [
          reportTable({
            rows: [{ name: "St John", count: 38 }],
            ...{ restLabel: "Elsewhere in Severnford", restCount: 176, restSince: undefined },
          }),
        ],
      },
      {
        addressSource: "Your address is published on members.parliament.uk, where we looked on 3 August",
      },
    ),
    report("on three", [{}, ...OTHERS]),
    report(
      "on six",
      [60, 50, 40, 30, 20, 10].map((growth, index) => ({
        ...{ tally: 100 + growth, previousTally: 100, tables: index < 3 ? [reportTable()] : [] },
        campaignUrl: `${BASE}/petitions/petition-${index}`,
      })),
      { allUrl: `${BASE}/representatives/abcdefghij` },
    ),
    report("to a ward councillor", WARD, councillor),
    report("two places", [WARD, { ...WARD, areaName: "Warren", tally: 60, ...FIRST }], {
      to: "To Councillor Pat Example (St John) and Councillor Sam Sample (Warren)",
      namesPlaces: true,
    }),
    report(
      "county division mostly known",
      {
        ...WARD,
        basis: "at_least",
        areaName: "Severnford East",
        beside: { name: "Severnshire", count: 1020 },
      },
      county,
    ),
    report(
      "county division unknown",
      { basis: "across", areaName: "Severnshire", tally: 1020, previousTally: 800, tables: [DISTRICTS] },
      county,
    ),
    report("to the body asked", [{ ...EVERYONE, tables: [WHOLE] }], {
      to: "To the Director of Children’s Services, Severnshire County Council",
      isBody: true,
    }),
    report(
      "to a recipient",
      { ...EVERYONE, tables: [WHOLE] },
      { to: "To Sir Robin Example, Severnshire NHS Trust" },
    ),
    report("last, grown", { closing: true }),
    report("last, not grown", { closing: true, previousTally: undefined }),
    report(
      "with what families told",
      {},
      {
        stories: {
          ...{ place: "Severnshire", familyCount: 14, monthsOut: 96 },
          url: `${BASE}/councils/severnshire/stories`,
        },
      },
    ),
    report("an open letter", { kind: "letter", asks: "", ...FIRST }),
    [
      "paused",
      messagesPausedMail({ ...paused, campaignTitle, shortName: "SEND investigation", way: "page" }),
    ],
    ["all paused", messagesPausedMail({ ...paused, way: "page" })],
    ["paused in one click", messagesPausedMail({ ...paused, way: "one_click" })],
    ["stopped", messagesPausedMail({ ...paused, way: "for_good" })],
  ];
}
