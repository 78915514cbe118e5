import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findPublicPage } from "#app/domain/moderation/find-public-page.server.ts";
import { forgetReports } from "#app/domain/moderation/forget-reports.server.ts";
import { listAudit } from "#app/domain/moderation/list-audit.server.ts";
import { publicPath } from "#app/domain/moderation/public-path.ts";
import { recordReport } from "#app/domain/moderation/record-report.server.ts";
import { ReportForm, SettleReportForm } from "#app/domain/moderation/report.ts";
import { findReport, listReportedPages } from "#app/domain/moderation/reports.server.ts";
import { settleReport } from "#app/domain/moderation/settle-report.server.ts";
import { makeLinks } from "#app/domain/privacy/links.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { person } from "./reviewing.ts";

const ORIGIN = "https://hearhear.example.org";
const UPHELD = { decision: "upheld", upheldOutcome: "hidden" };
const DISMISSED = { decision: "dismissed", dismissedOutcome: "within_rules" };

async function report(
  site: TestSite,
  page: string,
  changes: Record<string, string> = {},
  { now = NOW, clientAddress = "192.0.2.7" } = {},
): Promise<void> {
  const form = ReportForm.parse({ reason: "other", words: "Zebra words", ...changes });
  const found = await findPublicPage(site.db.read, page, ORIGIN);
  if (!found) throw new Error(`${page} is no page`);
  await recordReport(site, { page: found, form, clientAddress }, now);
}

async function pagesOf(site: TestSite) {
  return (await listReportedPages(site.db.read, 1)).pages;
}

async function settle(site: TestSite, publicId: string, form: Record<string, string>, now = NOW) {
  const accountId = await person(site, "moderator");
  return settleReport(site, { publicId, form: SettleReportForm.parse(form), accountId, seenAt: now }, now);
}

test("a page is a public path of ours, whatever stands around it, and nothing that is personal or carries a token", () => {
  const same = [
    ...["/petitions/a-b", "/petitions/a-b/", " /petitions/a-b?text=easy#sign", `${ORIGIN}/petitions/a-b`],
    ...["hearhear.example.org/petitions/a-b", "HTTPS://HearHear.example.org/petitions/a-b?x=1"],
  ];
  for (const text of same) expect(publicPath(text, ORIGIN), text).toBe("/petitions/a-b");
  expect(publicPath(ORIGIN, ORIGIN)).toBe("/");
  expect(publicPath("/", ORIGIN)).toBe("/");
  const refused = [
    ...[
      "",
      "petitions",
      "https://elsewhere.example/petitions/a",
      "//elsewhere.example/a",
      "/\\elsewhere.example",
    ],
    ...[
      "javascript:alert(1)",
      "/a/../admin",
      "/petitions/%2e%2e",
      "/petitions/a b",
      "/<script>",
      "/petitions/ä",
    ],
    ...[
      "/confirm/abc",
      "/signature/abc",
      "/support/abc",
      "/complaint/abc",
      "/author-reply/abc",
      "/unsubscribe/abc",
    ],
    ...["/areas?postcode=WR52NP", "/admin", "/moderate/reports", "/organise/1", "/start/abc", "/sign-in/abc"],
    ...["/report", "/takedown", "/dev/mailbox", "/healthz", `/${"a".repeat(200)}`, "/petitions//a", "/a\n/b"],
    "https://hearhear.example.org.elsewhere.example/petitions/a",
  ];
  for (const text of refused) expect(publicPath(text, ORIGIN), text).toBeUndefined();
});

test("a campaign that the public does not see cannot be told from none; its link for supporters leads to it", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { slug: "seen", title: "Seen" });
  const gathering = await openPetition(site, { slug: "gathers", state: "gathering", openedAt: null });
  await openPetition(site, { slug: "gone", state: "hidden" });
  const find = (text: string) => findPublicPage(site.db.read, text, ORIGIN);
  expect(await find("/petitions/seen/places")).toEqual({
    ...{ page: "/petitions/seen/places", campaignId: petition.id, title: "Seen" },
  });
  expect(await find(`/p/${petition.number}`)).toMatchObject({ campaignId: petition.id });
  expect(await find("/councils/worcester")).toEqual({
    page: "/councils/worcester",
    campaignId: "",
    title: "",
  });
  for (const text of [
    "/petitions/gathers",
    `/p/${gathering.number}`,
    "/petitions/gone",
    "/petitions/none",
    "/p/99",
  ])
    expect(await find(text), text).toBeUndefined();
  await site.db.transaction("link", (tx) => makeLinks(tx, site.keyring, gathering.id, ["support"]));
  const token = site.keyring.token("support", gathering.id, 1);
  expect(await find(`${ORIGIN}/support/${token}`)).toMatchObject({
    ...{ page: `/p/${gathering.number}`, campaignId: gathering.id },
  });
  expect(await find(`${ORIGIN}/support/${token.slice(1)}`)).toBeUndefined();
});

test("what is reported waits sealed, children and threats first, pages together, over the limit apart", async () => {
  const site = await testSite();
  await report(site, "/about", { email: "parent@quaxmail.example.org" });
  await report(site, "/terms", {}, { now: NOW + HOUR });
  await report(site, "/about", {}, { now: NOW + 2 * HOUR });
  await report(site, "/privacy", { reason: "threat", words: "" }, { now: NOW + 3 * HOUR });
  const flood = { now: NOW + 4 * HOUR, clientAddress: "198.51.100.9" };
  for (let i = 0; i < 11; i += 1) await report(site, "/accessibility", { reason: "advert" }, flood);
  await report(site, "/councils", { reason: "child" }, flood);
  const stored = JSON.stringify(await site.db.read.select().from(site.db.tables.reports));
  expect(stored).not.toMatch(/Zebra|quaxmail/);
  const pages = await pagesOf(site);
  expect(pages.map(({ page, count, isUrgent }) => [page, count, isUrgent])).toEqual([
    ["/privacy", 1, true],
    ["/about", 2, false],
    ["/terms", 1, false],
    ["/accessibility", 11, false],
    ["/councils", 1, false],
  ]);
  expect(pages[3]?.reports.filter(({ state }) => state === "held")).toHaveLength(1);
  const [first] = pages[1]?.reports ?? [];
  expect(await findReport(site.db.read, site.keyring, first?.publicId ?? "")).toMatchObject({
    ...{ words: "Zebra words", wantsAnswer: true, page: "/about" },
    others: [{ createdAt: NOW + 2 * HOUR }],
  });
});

test("of two moderators one settles a report, and whoever asked hears once, without what was typed", async () => {
  const site = await testSite();
  await openPetition(site, { slug: "seen", title: "Seen" });
  await report(site, "/petitions/seen", { email: "parent@example.org" });
  const publicId = (await pagesOf(site))[0]?.reports[0]?.publicId ?? "";
  const outcomes = [await settle(site, publicId, UPHELD), await settle(site, publicId, DISMISSED)];
  expect(outcomes).toEqual(["settled", "already_settled"]);
  await sendQueuedMail(site.context(NOW));
  const mails = await listMailbox(site.db.read, site.keyring);
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    ["parent@example.org", "What you reported: Seen"],
  ]);
  expect(mails[0]?.text).toContain("no longer on the site");
  expect(mails[0]?.text).not.toContain("Zebra");
  const { lines } = await listAudit(site.db.read, site.keyring, undefined);
  expect(lines.filter(({ action }) => action.endsWith("_report")).map(({ detail }) => detail)).toEqual([
    "other, hidden",
  ]);
});

test("reports of one page for one reason are settled together, and none that came later or says something else", async () => {
  const site = await testSite();
  for (const reason of ["advert", "advert", "child", "advert"]) await report(site, "/about", { reason });
  await report(site, "/terms", { reason: "advert" });
  await report(site, "/about", { reason: "advert" }, { now: NOW + HOUR });
  const about = (await pagesOf(site)).find(({ page }) => page === "/about");
  const first = about?.reports.find(({ reason }) => reason === "advert");
  await settle(site, first?.publicId ?? "", { ...DISMISSED, alike: "on" });
  const { reports } = site.db.tables;
  const rows = await site.db.read.select().from(reports).where(eq(reports.state, "dismissed"));
  expect(rows.map(({ page, reason }) => [page, reason])).toEqual(Array(3).fill(["/about", "advert"]));
  expect(rows.every(({ createdAt }) => createdAt === NOW)).toBe(true);
});

test("nobody hears of abuse; words and addresses are forgotten thirty days after they were settled", async () => {
  const site = await testSite();
  await report(site, "/about", { email: "rude@example.org" });
  const publicId = (await pagesOf(site))[0]?.reports[0]?.publicId ?? "";
  await settle(site, publicId, { decision: "dismissed", dismissedOutcome: "abuse" });
  expect(await site.db.read.select().from(site.db.tables.outbox)).toEqual([]);
  expect(await forgetReports(site, NOW + 30 * DAY - 1)).toBe(0);
  expect(await forgetReports(site, NOW + 30 * DAY)).toBe(1);
  expect(await forgetReports(site, NOW + 30 * DAY)).toBe(0);
  expect(await findReport(site.db.read, site.keyring, publicId)).toMatchObject({
    ...{ words: "", wantsAnswer: false, outcome: "abuse", state: "dismissed" },
  });
});

test("a report says what is wrong, in words where the reason does not speak for itself", () => {
  const issues = (form: Record<string, string>) =>
    ReportForm.safeParse(form).error?.issues.map(({ path }) => path[0]) ?? [];
  expect(issues({})).toEqual(["reason"]);
  expect(issues({ reason: "child" })).toEqual(["words"]);
  expect(issues({ reason: "threat" })).toEqual([]);
  expect(issues({ reason: "everything", words: "a" })).toEqual(["reason"]);
  expect(issues({ reason: "advert", email: "me", words: "a\u202eb" })).toEqual(["words", "email"]);
  expect(issues({ reason: "other", words: "x".repeat(2001) })).toEqual(["words"]);
});
