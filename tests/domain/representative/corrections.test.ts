import { expect, test } from "vitest";
import { CorrectionForm, MissingForm, SettleForm } from "#app/domain/moderation/correction.ts";
import { findCorrection, listCorrections } from "#app/domain/moderation/corrections.server.ts";
import { forgetCorrections } from "#app/domain/moderation/forget-corrections.server.ts";
import { offerCorrection, offerCouncillor } from "#app/domain/representative/offer-correction.server.ts";
import { settleCorrection } from "#app/domain/representative/settle-correction.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { ADMIN, addedPerson, auditLines, WARD } from "./people.ts";

const ACCEPT = SettleForm.parse({ decision: "accepted" });

function wrong(changes: Record<string, string> = {}): CorrectionForm {
  return CorrectionForm.parse({ wrong: "left", words: "Left in May.\r\nA by-election follows.", ...changes });
}

async function offered(site: TestSite, publicId: string, changes: Record<string, string> = {}, now = NOW) {
  return offerCorrection(site, { publicId, form: wrong(changes), clientAddress: "192.0.2.7" }, now);
}

async function newest(site: TestSite): Promise<string> {
  const { corrections } = await listCorrections(site.db.read, { isSettled: false, page: 1 });
  return corrections.at(-1)?.publicId ?? "";
}

test("what is offered waits for a moderator, and stands nowhere in clear", async () => {
  const site = await testSite();
  const { publicId, name } = await addedPerson(site, WARD);
  const sourceUrl = "https://democracy.worcester.gov.uk/a";
  expect(await offered(site, publicId, { sourceUrl, email: "parent@example.org" })).toBe("offered");
  const { corrections } = site.db.tables;
  const rows = JSON.stringify(await site.db.read.select().from(corrections));
  for (const typed of ["by-election", "democracy", "parent@"]) expect(rows).not.toContain(typed);
  const found = await findCorrection(site.db.read, site.keyring, await newest(site));
  expect(found).toMatchObject({
    ...{ kind: "left", state: "waiting", about: name, sourceUrl, wantsAnswer: true },
    words: "Left in May.\nA by-election follows.",
  });
});

test("a page that is neither the council's nor Parliament's is refused", async () => {
  const site = await testSite();
  const { publicId } = await addedPerson(site, WARD);
  for (const sourceUrl of ["https://worcester.gov.uk.example/", "https://example.org/?worcester.gov.uk"])
    expect(await offered(site, publicId, { sourceUrl })).toBe("not_official");
  for (const sourceUrl of ["https://members.parliament.uk/x", "https://worcester.moderngov.co.uk/x"])
    expect(await offered(site, publicId, { sourceUrl })).toBe("offered");
  expect(await offered(site, "0000000000")).toBe("unknown");
});

test("over the limit of an hour the answer is the same and the rest is held apart", async () => {
  const site = await testSite();
  const { publicId } = await addedPerson(site, WARD);
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => offered(site, publicId)));
  expect(new Set(outcomes)).toEqual(new Set(["offered"]));
  const { corrections } = await listCorrections(site.db.read, { isSettled: false, page: 1 });
  expect(corrections.filter(({ state }) => state === "held")).toHaveLength(2);
  await offered(site, publicId, {}, NOW + HOUR);
  const later = await listCorrections(site.db.read, { isSettled: false, page: 1 });
  expect(later.corrections.filter(({ state }) => state === "waiting")).toHaveLength(11);
});

test("a councillor is proposed at the council's own address and page alone", async () => {
  const site = await testSite();
  const form = MissingForm.parse({
    name: "Tansy Brook",
    address: "T.Brook@worcester.gov.uk",
    sourceUrl: "https://www.worcester.gov.uk/councillors/tansy",
  });
  const offer = (changes: Partial<MissingForm>, gssCode = WARD) =>
    offerCouncillor(site, { gssCode, form: { ...form, ...changes }, clientAddress: "192.0.2.8" }, NOW);
  expect(await offer({ address: "tansy@example.org" })).toBe("not_at_council");
  expect(await offer({ sourceUrl: "https://example.org/tansy" })).toBe("not_official");
  expect(await offer({}, "E14001597")).toBe("unknown");
  expect(await offer({})).toBe("offered");
  expect(await findCorrection(site.db.read, site.keyring, await newest(site))).toMatchObject({
    ...{ kind: "missing", name: "Tansy Brook", address: "t.brook@worcester.gov.uk" },
    area: { gssCode: WARD },
  });
});

test("of two moderators who settle one, one is first; whoever asked hears once, without what was typed", async () => {
  const site = await testSite();
  const { publicId, name } = await addedPerson(site, WARD);
  await offered(site, publicId, { email: "parent@example.org" });
  const correction = await newest(site);
  const decline = SettleForm.parse({ decision: "declined", reason: "not_confirmed" });
  const outcomes = await Promise.all(
    [ACCEPT, decline].map((form) =>
      settleCorrection(site, { publicId: correction, form, accountId: ADMIN }, NOW),
    ),
  );
  expect(outcomes.sort()).toEqual(["already_settled", "settled"]);
  await sendQueuedMail(site.context(NOW));
  const mails = await listMailbox(site.db.read, site.keyring);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ to: "parent@example.org" });
  expect(mails[0]?.text).toContain(name);
  expect(mails[0]?.text).not.toContain("by-election");
  const lines = (await auditLines(site)).filter((line) => line.includes("correction"));
  expect(lines).toHaveLength(1);
  expect(lines.join()).not.toMatch(/by-election|@/);
});

test("nobody hears of what was declined as abuse, and what was typed is forgotten after a month", async () => {
  const site = await testSite();
  const { publicId } = await addedPerson(site, WARD);
  await offered(site, publicId, { email: "rude@example.org" });
  const correction = await newest(site);
  const form = SettleForm.parse({ decision: "declined", reason: "abuse" });
  await settleCorrection(site, { publicId: correction, form, accountId: ADMIN }, NOW);
  expect(await site.db.read.select().from(site.db.tables.outbox)).toEqual([]);
  expect(await forgetCorrections(site, NOW + 29 * DAY)).toBe(0);
  expect(await forgetCorrections(site, NOW + 30 * DAY)).toBe(1);
  expect(await forgetCorrections(site, NOW + 30 * DAY)).toBe(0);
  expect(await findCorrection(site.db.read, site.keyring, correction)).toMatchObject({
    ...{ state: "declined", reason: "abuse", words: "", wantsAnswer: false },
  });
});

test("hostile text is taken as text or refused with a sentence", () => {
  const refused = [
    { words: "" },
    { words: "\u2800 \u200b" },
    { words: "x".repeat(1001) },
    { words: "a\u202eb" },
    { words: "a\ud800b" },
    { wrong: "everything" },
    { sourceUrl: "javascript:alert(1)" },
    { sourceUrl: "https://a b" },
    { sourceUrl: "www.worcester.gov.uk" },
    { email: "parent" },
  ];
  for (const changes of refused) {
    const parsed = CorrectionForm.safeParse({ wrong: "name", words: "Right", ...changes });
    expect(parsed.success, JSON.stringify(changes)).toBe(false);
  }
  const missing = MissingForm.safeParse({ name: "", address: "", sourceUrl: "" });
  expect(missing.error?.issues.map((issue) => issue.message)).toEqual([
    "Enter the councillor’s name",
    "Enter the councillor’s e-mail address, whole",
    "Enter the address of the council’s page that shows them",
  ]);
  expect(wrong({ words: "<script>alert(1)</script>" }).words).toBe("<script>alert(1)</script>");
});
