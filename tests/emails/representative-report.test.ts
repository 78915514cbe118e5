import { expect, test } from "vitest";
import { representativeReportMail } from "#app/emails/representative-report.ts";
import { reportItem, reportProps, reportTable } from "./report-props.ts";

test("a report on one campaign reads as a headline, what is asked, a table of places, and links", () => {
  const { subject, text, html } = representativeReportMail(reportProps());
  expect(subject).toBe("214 of your constituents in Severnford: SEND investigation (was 150)");
  for (const part of [text, html]) {
    expect(part).toContain("To the Member of Parliament for Severnford");
    expect(part).toContain("214 of your constituents have signed. In June it was 150.");
    expect(part.replaceAll("\n", " ")).toContain(
      "They ask Severnshire County Council to hold an independent investigation into its special educational needs services. Each person confirmed by e-mail and was placed by postcode. We last wrote to you about this on 16 June.",
    );
    expect(part).toContain("Since June");
    expect(part).toContain("12 other wards");
    for (const path of ["/answer/answer-token", "/pause/pause-token", "/about/data#signatures"]) {
      expect(part).toContain(`https://hearhear.example.org${path}`);
    }
  }
  expect(text).toMatch(/^St John {10,}38 +\+11$/m);
});

test("a first message states no earlier number, has no growth column and says where the address is from", () => {
  const item = reportItem({
    tally: 1803,
    previousTally: undefined,
    previousOn: undefined,
    tables: [reportTable({ rows: [{ name: "St John", count: 38 }], restSince: undefined })],
  });
  const addressSource = "Your address is published on members.parliament.uk";
  const { subject, text } = representativeReportMail(reportProps({ items: [item], addressSource }));
  expect(subject).toMatch(/^1,803 of your constituents in Severnford: .*[^)]$/);
  expect(text).toContain("1,803 of your constituents have signed.\n=");
  expect(text).not.toMatch(/it was|Since|last wrote/);
  expect(text.replaceAll("\n", " ")).toContain("This is our first message to you about it.");
  expect(text.replaceAll("\n", " ")).toContain(
    "members.parliament.uk. To object, use the pause link below or write to hello@hearhear.example.org.",
  );
});

test("growth that may not be stated is left out everywhere", () => {
  const item = reportItem({
    tally: 152,
    previousTally: undefined,
    tables: [
      reportTable({
        rows: [
          { name: "St John", count: 38 },
          { name: "Warren", count: 27, since: 6 },
        ],
        restSince: undefined,
      }),
    ],
  });
  const { subject, text, html } = representativeReportMail(reportProps({ items: [item] }));
  expect(subject).not.toContain("was");
  for (const part of [text, html]) {
    expect(part).not.toContain("it was");
    expect(part).not.toContain("150");
    expect(part).toContain("grown by fewer than five");
  }
  expect(text).toMatch(/^St John +38 +–$/m);
});

test("a county councillor is told of at least so many, or of the whole county, never more", () => {
  const atLeast = representativeReportMail(
    reportProps({ items: [reportItem({ basis: "at_least", tally: 38, previousTally: undefined })] }),
  );
  expect(atLeast.subject).toMatch(/^At least 38 of your constituents in Severnford/);
  expect(atLeast.text).toContain("the true number may be higher");
  const across = representativeReportMail(
    reportProps({ items: [reportItem({ basis: "across", areaName: "Severnshire", tally: 312 })] }),
  );
  expect(across.subject).toMatch(/^312 people across Severnshire: /);
  expect(across.text).toContain("we cannot yet tell your division apart");
  expect(across.subject + across.text).not.toMatch(/your constituents/i);
});

test("the body addressed is told of everyone", () => {
  const { subject, text } = representativeReportMail(
    reportProps({ items: [reportItem({ basis: "everyone", tally: 1803, previousTally: 1500 })] }),
  );
  expect(subject).toMatch(/^1,803 people: .* \(was 1,500\)$/);
  expect(text).toContain("1,803 people have signed. In June it was 1,500.");
  expect(text).not.toContain("constituents");
});

test("several campaigns stand in the order given, five at most, with a link to the rest", () => {
  const items = [60, 10, 50, 40, 30, 20].map((growth) =>
    reportItem({
      ...{ campaignTitle: `Grown by ${growth}`, shortName: `Growth ${growth}`, tables: [] },
      ...{ campaignUrl: `https://hearhear.example.org/petitions/grown-${growth}` },
      ...{ tally: 100 + growth, previousTally: 100 },
    }),
  );
  const allUrl = "https://hearhear.example.org/representatives/abc";
  const { subject, text, html } = representativeReportMail(reportProps({ items, allUrl }));
  expect(subject).toBe("160 of your constituents in Severnford: Growth 60 (was 100) and 5 more");
  expect([...html.matchAll(/<h2[^>]*>Grown by (\d+)</g)].map((match) => match[1])).toEqual([
    "60",
    "10",
    "50",
    "40",
    "30",
  ]);
  expect(text).toContain(`See 1 more campaign:\n${allUrl}`);
  expect(text).toContain("Your constituents have signed 6 campaigns\n");
  expect(text).toMatch(/^Growth 60 +160 +100$/m);
  expect(text).not.toMatch(/(?:Grown by|Growth) 20/);
});

test("the last message about a closed campaign says that it is the last", () => {
  const { subject, text } = representativeReportMail(reportProps({ items: [reportItem({ closing: true })] }));
  expect(subject).toBe("214 constituents in Severnford: SEND investigation (last count, was 150)");
  expect(text).toContain("214 of your constituents signed. In June it was 150.\n");
  expect(text.replaceAll("\n", " ")).toContain("so this is our last message about it.");
});

test("earlier messages are dated by day, month or month and year, as near as is clear", () => {
  const headline = (previousOn: string) =>
    representativeReportMail(reportProps({ items: [reportItem({ previousOn })] })).text;
  expect(headline("2026-09-01")).toContain("On 1 September it was 150.");
  expect(headline("2026-08-25")).toContain("In August it was 150.");
  expect(headline("2025-12-09")).toContain("In December it was 150.");
  expect(headline("2025-12-09").replaceAll("\n", " ")).toContain("on 9 December 2025.");
  expect(headline("2025-09-09")).toContain("In September 2025 it was 150.");
});

test("an ask that begins with an acronym keeps its capitals", () => {
  const { text } = representativeReportMail(
    reportProps({ items: [reportItem({ asks: "NHS-style waits" })] }),
  );
  expect(text).toContain("to NHS-style waits.");
});

test("a report without a way to answer offers none", () => {
  const { text, html } = representativeReportMail(reportProps({ answer: undefined }));
  expect(text + html).not.toMatch(/answer/i);
});

const flat = (text: string) => text.replace(/\s+/g, " ");

test("the last message does not repeat a number that has not grown as if it were new", () => {
  const item = reportItem({ closing: true, previousTally: undefined, tables: [] });
  const { subject, text } = representativeReportMail(reportProps({ items: [item] }));
  expect(subject).toBe("214 of your constituents in Severnford: SEND investigation (last count)");
  expect(flat(text)).toContain("The number has hardly changed since we last wrote to you, on 16 June.");
  expect(flat(text)).not.toMatch(/have signed|it was|open until/);
  const grown = representativeReportMail(reportProps({ items: [reportItem({ closing: true })] }));
  expect(flat(grown.text)).not.toContain("hardly changed");
});

test("what is asked of the reader, until when and how stands before the places, and no text speaks of a button", () => {
  const { text } = representativeReportMail(reportProps());
  const order = [
    "What we ask of you",
    "/answer/answer-token",
    "until 31 October",
    "Where they live",
    "St John",
  ];
  expect(order.map((words) => text.indexOf(words))).toEqual(
    order.map((words) => text.indexOf(words)).toSorted((a, b) => a - b),
  );
  expect(order.every((words) => text.includes(words))).toBe(true);
  for (const closing of [false, true])
    expect(representativeReportMail(reportProps({ items: [reportItem({ closing })] })).text).not.toMatch(
      /button/i,
    );
});

test("a message says what an office files it by, and where its numbers can be checked", () => {
  const { text } = representativeReportMail(reportProps());
  expect(flat(text)).toContain("Petition 12: Hold an independent investigation into SEND services");
  expect(flat(text)).toContain("Started by: Wren Applegarth");
  expect(flat(text)).toContain("Signing: open until 14 March 2027");
  expect(text).toContain("https://hearhear.example.org/petitions/send-investigation/places");
});

test("each of several campaigns shows the places that it is given, and when we last wrote about it", () => {
  const other = reportItem({
    ...{ shortName: "Quiet hour", campaignUrl: "https://hearhear.example.org/petitions/quiet-hour" },
    ...{ previousOn: undefined, previousTally: undefined },
    tables: [reportTable({ rows: [{ name: "Warren", count: 21 }], restSince: undefined })],
  });
  const { text } = representativeReportMail(reportProps({ items: [reportItem(), other] }));
  expect(text).toMatch(/^St John +38 +\+11$/m);
  expect(text).toMatch(/^Warren +21$/m);
  expect(flat(text)).toContain("We last wrote to you about this on 16 June.");
  expect(flat(text)).toContain("This is our first message to you about it.");
});

test("one campaign in two places is one campaign", () => {
  const items = [reportItem({ tables: [] }), reportItem({ areaName: "Warren", tally: 60, tables: [] })];
  const { subject, text } = representativeReportMail(reportProps({ items, namesPlaces: true }));
  expect(subject).toMatch(/and 1 more place$/);
  expect(text).toContain("Your constituents have signed “SEND investigation”\n");
  expect(text).toMatch(/^SEND investigation, in Warren +60 +150$/m);
});

test("the foot says that one click in the mail program pauses everything", () => {
  const { text } = representativeReportMail(reportProps());
  expect(flat(text)).toContain(
    "If you press “unsubscribe” in your mail program, that pauses all our messages to you.",
  );
});

test("an open letter that asks for nothing is named and called an open letter", () => {
  const item = reportItem({ kind: "letter", asks: "" });
  const { text } = representativeReportMail(reportProps({ items: [item] }));
  expect(flat(text)).toContain(
    "The open letter is addressed to Severnshire County Council: “Hold an independent investigation into SEND services”.",
  );
  expect(text).not.toMatch(/petition(?!s\/)/i);
});

test("even the largest message is far below the length at which mail programs cut", () => {
  const rows = Array.from({ length: 40 }, (_, index) => ({
    name: `Council ${index}`,
    count: 100,
    since: 20,
  }));
  const tables = [reportTable({ rows }), reportTable({ rows })];
  const { html } = representativeReportMail(reportProps({ items: [reportItem({ tables })] }));
  // Gmail cuts at 102 kB.
  expect(html.length).toBeLessThan(80_000);
});

test("whoever a letter is written to finds those who show their names by a link; councillors and petitions have none", () => {
  const namesUrl = "https://hearhear.example.org/letters/late-plans/signatories";
  const textOf = (item: Parameters<typeof reportItem>[0]) =>
    representativeReportMail(reportProps({ items: [reportItem({ namesUrl, ...item })] })).text;
  expect(textOf({ kind: "letter", basis: "everyone" })).toContain(
    `Those who chose to show their names:\n${namesUrl}`,
  );
  for (const other of [
    { kind: "letter", basis: "everyone", namesUrl: undefined },
    { kind: "letter", basis: "constituents" },
    { kind: "petition", basis: "everyone" },
  ] as const)
    expect(textOf(other)).not.toContain("chose to show");
});

test("who gets a copy is not asked to answer; who is asked one thing is asked about this", () => {
  const asked = (item: Parameters<typeof reportItem>[0]) =>
    representativeReportMail(
      reportProps({ isBody: true, items: [reportItem({ basis: "everyone", ...item })] }),
    ).text.replaceAll("\n", " ");
  const copy = asked({ isCopy: true, askList: ["One.", "Two."] });
  expect(copy).toContain("You get a copy of this. You are not asked to answer, but you can.");
  expect(copy).not.toContain("What we ask of you");
  expect(asked({ askList: ["One.", "Two."] })).toContain("what you will do about each of these.");
  for (const askList of [undefined, [], ["One."]])
    expect(asked({ askList })).toContain("what you will do about this.");
});
