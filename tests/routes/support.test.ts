import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { countTrends } from "#app/domain/campaign/count-trends.server.ts";
import { countSignatures } from "#app/domain/campaign/queries.server.ts";
import { pauseSigning } from "#app/domain/signature/pause-signing.server.ts";
import { resumeSigning } from "#app/domain/signature/resume-signing.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { organisedPetition, supporters } from "#tests/domain/campaign/organised-petition.ts";
import { mails } from "#tests/domain/signature/signing.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { serveSite } from "./served-site.ts";

const ANN = { name: "Ann Example", email: "ann@example.org", postcode: "WR5 2NP" };

test("whoever has the link reads a petition that gathers and signs it; their mail and thanks lead back there, not to a page that is none", async () => {
  const site = await testSite();
  const title = "Keep the library open";
  const { petition, supportToken } = await organisedPetition(site, { title });
  const front = await serveSite(site);
  const path = `/support/${supportToken}`;
  const page = await front.ask(path);
  expect(page.status).toBe(200);
  expect(page.headers["x-robots-tag"]).toContain("noindex");
  expect(page.headers["cache-control"]).toBe("private, no-store");
  expect(page.text).toMatch(/<meta name="robots" content="noindex/);
  expect(page.text).toContain(title);
  expect(page.text).toContain(`action="${path}"`);

  const refused = await front.ask(path, form({ ...ANN, postcode: "nowhere" }));
  expect([refused.status, refused.headers["x-robots-tag"]]).toEqual([422, "noindex, nofollow"]);
  const signed = await front.ask(path, form(ANN));
  expect([signed.status, signed.headers.location]).toEqual([303, `${path}/check-your-email`]);
  const check = await front.ask(`${path}/check-your-email`);
  expect([check.status, check.headers["x-robots-tag"]]).toEqual([200, "noindex, nofollow"]);

  const [mail] = await mails(site);
  expect(mail?.text).toContain(path);
  expect(mail?.text).not.toContain(petition.slug);
  const confirmPath = /\/confirm\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
  const notMePath = /\/not-me\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
  const managePath = /\/signature\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
  for (const linked of [confirmPath, notMePath, managePath]) {
    const shown = await front.ask(linked);
    expect([linked, shown.status]).toEqual([linked, 200]);
    expect(shown.text).toContain(`href="${path}`);
    expect(shown.text).not.toContain(petition.slug);
  }
  expect((await front.ask(confirmPath, form({}))).status).toBe(303);
  const thanks = await front.ask(confirmPath);
  expect(thanks.text).toContain("You are counted");
  expect(thanks.text).toContain(`href="${path}"`);
  expect(thanks.text).not.toContain(petition.slug);
  expect((await front.ask(path)).text).toContain("4 more are needed");
});

test("nothing of a petition that gathers is anywhere in public", async () => {
  const site = await testSite();
  const title = "Qwertzuiop of nobody else";
  const { petition } = await organisedPetition(site, { title });
  await openPetition(site);
  for (let count = 0; count < 6; count += 1) await confirmedSignature(site, petition, { showName: true });
  await publishTallies(site, petition.id, NOW + HOUR);
  await countTrends(site, NOW + HOUR);
  const front = await serveSite(site, NOW + 2 * HOUR);
  const { slug, number } = petition;
  const base = `/petitions/${slug}`;
  for (const path of [
    ...["", ".json", "/count.json", "/history.csv", "/map", "/places", "/told", "/sign"].map(
      (end) => base + end,
    ),
    ...[`${base}/check-your-email`, `/p/${number}`],
  ])
    expect([path, (await front.ask(path)).status]).toEqual([path, 404]);
  expect((await front.ask(`${base}/sign`, form(ANN))).status).toBe(404);
  for (const path of [
    "/",
    "/petitions",
    "/petitions?q=qwertzuiop",
    "/petitions?state=all",
    "/petitions.json",
    "/petitions.json?state=all",
    "/councils/worcestershire",
    "/councils/worcester",
    "/constituencies/worcester",
    "/areas?postcode=WR52NP",
  ]) {
    const page = await front.ask(path);
    expect([path, page.status, page.text.includes("Qwertzuiop of"), page.text.includes(slug)]).toEqual([
      path,
      200,
      false,
      false,
    ]);
  }
});

test.each([
  ["in_review", 200],
  ["changes_requested", 200],
  ["open", 303],
  ["paused", 303],
  ["closed", 303],
  ["archived", 303],
  ["rejected", 303],
  ["hidden", 410],
  ["removed", 410],
  ["draft", 404],
] as const)("the support link of a petition that is %s answers %i", async (state, status) => {
  const site = await testSite();
  const { petition, supportToken } = await organisedPetition(site, { state });
  const front = await serveSite(site);
  for (const [path, asked] of [
    [`/support/${supportToken}`, {}],
    [`/support/${supportToken}/check-your-email`, {}],
    [`/support/${supportToken}`, form(ANN)],
  ] as const) {
    const page = await front.ask(path, asked);
    const expected = status === 200 && "body" in asked ? 409 : status;
    expect([path, page.status]).toEqual([path, expected]);
    if (status === 303) expect(page.headers.location).toBe(`/petitions/${petition.slug}`);
  }
  expect(await site.db.read.select().from(site.db.tables.signatures)).toEqual([]);
});

test("a support link that is nobody's answers 404", async () => {
  const front = await serveSite(await testSite());
  for (const token of ["cut-off", "A".repeat(22)])
    expect((await front.ask(`/support/${token}`)).status).toBe(404);
});

test("who confirms while a petition is looked at is told so and counted once it is published", async () => {
  const site = await testSite();
  const { petition, supportToken } = await organisedPetition(site);
  const { confirmToken } = await signPetition(site, petition);
  const front = await serveSite(site);
  await put(site, petition.id, "in_review");
  for (const asked of [{}, form({})]) {
    const page = await front.ask(`/confirm/${confirmToken}`, asked);
    expect(page.status).toBe(409);
    expect(page.text).toContain("being looked at");
    expect(page.text).toContain(`/support/${supportToken}`);
  }
  await put(site, petition.id, "open");
  expect((await front.ask(`/confirm/${confirmToken}`, form({}))).status).toBe(303);
  expect(await countSignatures(site.db.read, petition.id)).toBe(1);
});

test("the twenty-first who confirms is told kindly that enough do", async () => {
  const site = await testSite();
  const { petition, supportToken } = await organisedPetition(site);
  const { confirmToken } = await signPetition(site, petition);
  await supporters(site, petition, 20);
  const front = await serveSite(site);
  const page = await front.ask(`/confirm/${confirmToken}`, form({}));
  expect([page.status, page.text.includes("Enough people support this")]).toEqual([409, true]);
  expect((await front.ask(`/support/${supportToken}`)).text).toContain("Enough people support this");
  expect((await front.ask(`/support/${supportToken}`, form(ANN))).status).toBe(409);
});

test.each(["hidden", "removed"] as const)(
  "links about a signature on a petition that is %s lead nowhere, and it can be taken back",
  async (state) => {
    const site = await testSite();
    const petition = await openPetition(site);
    const counted = await confirmedSignature(site, petition);
    const waiting = await signPetition(site, petition);
    await put(site, petition.id, state);
    const front = await serveSite(site);
    for (const path of [
      `/confirm/${waiting.confirmToken}`,
      `/confirm/${counted.confirmToken}`,
      `/not-me/${counted.notMeToken}`,
      `/signature/${counted.manageToken}`,
    ])
      expect((await front.ask(path)).text).not.toContain(petition.slug);
    const taken = await front.ask(`/signature/${counted.manageToken}`, form({ intent: "withdraw" }));
    expect(taken.status).toBe(303);
    expect(await countSignatures(site.db.read, petition.id)).toBe(0);
    const sent = await mails(site);
    expect(sent.filter((mail) => mail.to === waiting.form.email)).toEqual([]);
  },
);

test("while all signing is paused every page says so kindly, with 409 to whoever signs or confirms, and all works afterwards", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const gathering = await organisedPetition(site);
  const { confirmToken } = await signPetition(site, petition);
  await pauseSigning(site, { accountId: "admin" }, NOW);
  const base = `/petitions/${petition.slug}`;
  const support = `/support/${gathering.supportToken}`;
  const long = await serveSite(site, NOW + 200 * DAY);
  for (const [path, asked, status] of [
    [base, {}, 200],
    [`${base}/sign`, {}, 200],
    [`${base}/sign`, form(ANN), 409],
    [support, {}, 200],
    [support, form(ANN), 409],
    [`/confirm/${confirmToken}`, {}, 409],
    [`/confirm/${confirmToken}`, form({}), 409],
  ] as const) {
    const page = await long.ask(path, asked);
    expect([path, page.status, page.text.includes("All signing is paused")]).toEqual([path, status, true]);
  }
  await resumeSigning(site, { accountId: "admin" }, NOW + 200 * DAY);
  expect((await long.ask(`/confirm/${confirmToken}`, form({}))).status).toBe(303);
  expect((await long.ask(`${base}/sign`, form(ANN))).status).toBe(303);
});

test("who signed other words than those that stand there now is told so before confirming", async () => {
  const site = await testSite();
  const { petition, supportToken } = await organisedPetition(site);
  const { confirmToken } = await signPetition(site, petition);
  await site.db.transaction("new words", async (tx) => {
    const { campaigns } = tx.tables;
    await tx.update(campaigns).set({ textVersion: 3 }).where(eq(campaigns.id, petition.id));
  });
  const front = await serveSite(site);
  const page = await front.ask(`/confirm/${confirmToken}`);
  expect(page.text).toContain("have changed since you signed");
  expect(page.text).toContain(`href="/support/${supportToken}"`);
  await front.ask(`/confirm/${confirmToken}`, form({ textVersion: "3" }));
  const [row] = await site.db.read.select().from(site.db.tables.signatures);
  expect(row).toMatchObject({ state: "confirmed", textVersion: 3 });
});

async function put(site: TestSite, id: string, state: CampaignState): Promise<void> {
  await site.db.transaction("put", async (tx) => {
    const { campaigns } = tx.tables;
    await tx.update(campaigns).set({ state }).where(eq(campaigns.id, id));
  });
}
