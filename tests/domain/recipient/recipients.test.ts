import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ensureAccount } from "#app/domain/account/ensure-account.server.ts";
import { listAddressed } from "#app/domain/forwarding/recipients.server.ts";
import { listQueues } from "#app/domain/moderation/queues.server.ts";
import { forgetNamed } from "#app/domain/recipient/forget-named.server.ts";
import { listAddressees, listNamed } from "#app/domain/recipient/list-named.server.ts";
import { nameRecipients } from "#app/domain/recipient/name-recipients.server.ts";
import { NamedForm } from "#app/domain/recipient/named-recipient.ts";
import type { SettleRecipientForm } from "#app/domain/recipient/settle-form.ts";
import { settleRecipient } from "#app/domain/recipient/settle-recipient.server.ts";
import { findRecipient } from "#app/domain/recipient/waiting-recipients.server.ts";
import { withdrawRecipient } from "#app/domain/recipient/withdraw-recipient.server.ts";
import { findRepliers } from "#app/domain/response/repliers.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { NAMED_ADDRESS_DAYS, RECIPIENTS_AT_MOST } from "#app/policy-recipients.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { organisedPetition } from "../campaign/organised-petition.ts";
import { publish } from "../forwarding/scene.ts";

const PAGE = "https://www.worcestershire.gov.uk/directors";
const ADDRESS = "director@worcestershire.gov.uk";

async function scene() {
  const site = await testSite();
  const { petition, ownerId } = await organisedPetition(site, { state: "open", openedAt: NOW });
  const moderatorId = await site.db.transaction("make a moderator", (tx) =>
    ensureAccount(tx, site, "moderator@example.org", NOW),
  );
  return { site, campaignId: petition.id, ownerId, moderatorId };
}

const named = (typed: Partial<Record<string, string>>): NamedForm =>
  NamedForm.parse({ role: "Director", organisation: "County Council", ...typed });

async function nameOne(
  site: TestSite,
  { campaignId, ownerId }: { campaignId: string; ownerId: string },
  typed: Partial<Record<string, string>> = {},
): Promise<string> {
  const forms = [named(typed)];
  const outcome = await nameRecipients(site, { campaignId, accountId: ownerId, forms }, NOW);
  if (outcome.outcome !== "named") throw new Error(outcome.outcome);
  const all = await listNamed(site.db.read, site.keyring, campaignId);
  return all.at(-1)?.publicId ?? "";
}

const accepted = (changes: Partial<Extract<SettleRecipientForm, { decision: "accepted" }>> = {}) => ({
  ...{ decision: "accepted" as const, seat: "E10000034", known: "new", email: ADDRESS, sourceUrl: PAGE },
  ...changes,
});

async function seatsOf(site: TestSite, campaignId: string) {
  const { recipients, representatives, terms } = site.db.tables;
  return site.db.read
    .select({ recipient: recipients, who: representatives, term: terms })
    .from(recipients)
    .innerJoin(representatives, eq(representatives.id, recipients.representativeId))
    .innerJoin(terms, eq(terms.representativeId, representatives.id))
    .where(eq(recipients.campaignId, campaignId));
}

async function waitingCount(site: TestSite): Promise<number | undefined> {
  return (await listQueues(site.db.read)).find(({ href }) => href === "/moderate/recipients")?.count;
}

test("somebody named waits for a moderator, sealed; accepted, they are an office at the council that is told and answers", async () => {
  const { site, campaignId, ownerId, moderatorId } = await scene();
  const publicId = await nameOne(site, { campaignId, ownerId }, { email: ADDRESS, sourceUrl: PAGE });
  const { namedRecipients } = site.db.tables;
  const [row] = await site.db.read.select().from(namedRecipients);
  expect(row?.email).not.toContain("director");
  expect(await waitingCount(site)).toBe(1);
  expect(await listAddressees(site.db.read, campaignId)).toEqual([]);
  const asked = { publicId, moderatorId, form: accepted() };
  expect(await settleRecipient(site, asked, NOW)).toEqual({ outcome: "settled" });
  const [seat, ...others] = await seatsOf(site, campaignId);
  expect(others).toEqual([]);
  expect(seat?.recipient).toMatchObject({ checkedBy: moderatorId, checkedAt: NOW, isCopy: false });
  expect(seat?.who).toMatchObject({ kind: "office", name: "Director", isInvented: false });
  expect(seat?.term).toMatchObject({ gssCode: "E10000034", addressState: "good", source: PAGE });
  const [settled] = await site.db.read.select().from(namedRecipients);
  expect(settled).toMatchObject({ state: "accepted", email: "", settledBy: moderatorId });
  expect(await listAddressees(site.db.read, campaignId)).toHaveLength(1);
  expect(await waitingCount(site)).toBe(0);
  expect(await settleRecipient(site, asked, NOW)).toEqual({ outcome: "already_settled" });
});

test("an address that is known makes no second office, whatever the moderator says", async () => {
  const { site, campaignId, ownerId, moderatorId } = await scene();
  const first = await nameOne(site, { campaignId, ownerId }, { email: ADDRESS, sourceUrl: PAGE });
  await settleRecipient(site, { publicId: first, moderatorId, form: accepted() }, NOW);
  const other = await organisedPetition(site, { state: "open", slug: "another", openedAt: NOW });
  const again = await nameOne(
    site,
    { campaignId: other.petition.id, ownerId: other.ownerId },
    { role: "Head of SEND", email: ADDRESS, sourceUrl: PAGE },
  );
  const found = await findRecipient(site.db.read, site.keyring, again, NOW);
  const [known] = found?.known ?? [];
  expect(found?.known).toHaveLength(1);
  expect(known).toMatchObject({ hasAddress: true, name: "Director" });
  const settle = (form: SettleRecipientForm) =>
    settleRecipient(site, { publicId: again, moderatorId, form }, NOW);
  expect(await settle(accepted())).toEqual({ outcome: "address_known" });
  expect(await settle(accepted({ known: known?.publicId ?? "" }))).toEqual({ outcome: "settled" });
  const [one] = await seatsOf(site, campaignId);
  const [two] = await seatsOf(site, other.petition.id);
  expect(two?.who.id).toBe(one?.who.id);
  expect(two?.term.id).toBe(one?.term.id);
});

test("bodies without a council have their seat at a nation, at an address of their own and no mail provider's", async () => {
  const { site, campaignId, ownerId, moderatorId } = await scene();
  const publicId = await nameOne(
    site,
    { campaignId, ownerId },
    { role: "Minister", organisation: "Department for Education" },
  );
  const settle = (email: string, seat = "K02000001") =>
    settleRecipient(site, { publicId, moderatorId, form: accepted({ email, seat }) }, NOW);
  expect(await settle("minister@gmail.com")).toEqual({ outcome: "refused", problem: "shared_mail" });
  expect(await settle("minister@education.gov.uk", "E10000034")).toEqual({
    ...{ outcome: "refused", problem: "not_at_council" },
  });
  expect(await settle("minister@education.gov.uk", "X")).toEqual({ outcome: "refused", problem: "no_area" });
  expect(await seatsOf(site, campaignId)).toEqual([]);
  expect(await settle("minister@education.gov.uk")).toEqual({ outcome: "settled" });
  const [seat] = await seatsOf(site, campaignId);
  expect(seat?.term.gssCode).toBe("K02000001");
  expect(seat?.who.name).toBe("Minister, Department for Education");
});

test("one without an address is named and not written to; given one later, the seat that is there gets it", async () => {
  const { site, campaignId, ownerId, moderatorId } = await scene();
  const publicId = await nameOne(site, { campaignId, ownerId });
  await settleRecipient(site, { publicId, moderatorId, form: accepted({ email: "" }) }, NOW);
  const [before] = await seatsOf(site, campaignId);
  expect(before?.term.address).toBe("");
  const other = await organisedPetition(site, { state: "open", slug: "another", openedAt: NOW });
  const again = await nameOne(site, { campaignId: other.petition.id, ownerId: other.ownerId });
  const form = accepted({ known: before?.who.publicId ?? "" });
  expect(await settleRecipient(site, { publicId: again, moderatorId, form }, NOW)).toEqual({
    outcome: "settled",
  });
  const [after] = await seatsOf(site, campaignId);
  expect(after?.term).toMatchObject({ id: before?.term.id, addressState: "good" });
  expect(after?.term.address).not.toBe("");
});

test("nobody settles those of a campaign that they run, and two moderators at once settle one once", async () => {
  const { site, campaignId, ownerId, moderatorId } = await scene();
  const publicId = await nameOne(site, { campaignId, ownerId }, { email: ADDRESS, sourceUrl: PAGE });
  const settle = (accountId: string) =>
    settleRecipient(site, { publicId, moderatorId: accountId, form: accepted() }, NOW);
  expect(await settle(ownerId)).toEqual({ outcome: "own_campaign" });
  const outcomes = await Promise.all([settle(moderatorId), settle(moderatorId)]);
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["already_settled", "settled"]);
  expect(await seatsOf(site, campaignId)).toHaveLength(1);
});

test("taken off, somebody is no recipient any more and their address is blanked; the office stays", async () => {
  const { site, campaignId, ownerId, moderatorId } = await scene();
  const waiting = await nameOne(site, { campaignId, ownerId }, { email: ADDRESS, sourceUrl: PAGE });
  const take = (publicId: string, of = campaignId) =>
    withdrawRecipient(site, { campaignId: of, publicId, accountId: ownerId }, NOW);
  const other = await organisedPetition(site, { state: "open", slug: "another", openedAt: NOW });
  expect(await take(waiting, other.petition.id)).toBe("gone");
  expect(await take(waiting)).toBe("withdrawn");
  const { namedRecipients, representatives } = site.db.tables;
  expect((await site.db.read.select().from(namedRecipients))[0]).toMatchObject({
    email: "",
    state: "withdrawn",
  });
  expect(await take(waiting)).toBe("gone");
  const again = await nameOne(site, { campaignId, ownerId }, { email: ADDRESS, sourceUrl: PAGE });
  await settleRecipient(site, { publicId: again, moderatorId, form: accepted() }, NOW);
  expect(await take(again)).toBe("withdrawn");
  expect(await seatsOf(site, campaignId)).toEqual([]);
  const offices = await site.db.read
    .select()
    .from(representatives)
    .where(eq(representatives.nameKey, "director"));
  expect(offices).toHaveLength(1);
});

test("the same twice is one, twenty are the most, and a declined one can be named again", async () => {
  const { site, campaignId, ownerId, moderatorId } = await scene();
  const name = (forms: NamedForm[]) => nameRecipients(site, { campaignId, accountId: ownerId, forms }, NOW);
  expect(await name([named({}), named({ role: "DIRECTOR " })])).toEqual({
    outcome: "named_already",
    index: 1,
  });
  expect(await listNamed(site.db.read, site.keyring, campaignId)).toEqual([]);
  const many = Array.from({ length: RECIPIENTS_AT_MOST }, (_, index) => named({ role: `Officer ${index}` }));
  expect(await name(many)).toEqual({ outcome: "named" });
  expect(await name([named({ role: "One more" })])).toEqual({ outcome: "too_many" });
  const [first] = await listNamed(site.db.read, site.keyring, campaignId);
  const declined = { decision: "declined", reason: "no_page" } as const;
  const asked = { publicId: first?.publicId ?? "", moderatorId, form: declined };
  expect(await settleRecipient(site, asked, NOW)).toEqual({ outcome: "settled" });
  expect(await name([named({ role: "Officer 0" })])).toEqual({ outcome: "named" });
});

test("those of a campaign that nobody has handed in wait for nobody", async () => {
  const { site, campaignId, ownerId, moderatorId } = await scene();
  const publicId = await nameOne(site, { campaignId, ownerId });
  const { campaigns } = site.db.tables;
  await site.db.transaction("back to gathering", async (tx) => {
    await tx.update(campaigns).set({ state: "gathering" }).where(eq(campaigns.id, campaignId));
  });
  expect(await waitingCount(site)).toBe(0);
  expect(await settleRecipient(site, { publicId, moderatorId, form: accepted() }, NOW)).toEqual({
    outcome: "not_now",
  });
});

test("an office that one campaign named is not told of, nor asked by, another to the same council", async () => {
  const { site, campaignId, ownerId, moderatorId } = await scene();
  const publicId = await nameOne(site, { campaignId, ownerId }, { email: ADDRESS, sourceUrl: PAGE });
  await settleRecipient(site, { publicId, moderatorId, form: accepted() }, NOW);
  const other = await organisedPetition(site, { state: "open", slug: "another", openedAt: NOW });
  const { campaigns } = site.db.tables;
  for (const [id, count] of [
    [campaignId, 1],
    [other.petition.id, 0],
  ] as const) {
    const [campaign] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, id));
    if (!campaign) throw new Error("there is no campaign");
    expect(await findRepliers(site.db.read, campaign, NOW)).toHaveLength(count);
    await publish(site, id, []);
    const planning = { slotOn: "2026-12-01" };
    const addressed = await listAddressed(site.db.read, planning, (column) => eq(column, id));
    expect(addressed).toHaveLength(count);
  }
});

test("an address that nobody looked at goes some time after its campaign is over, and not before", async () => {
  const { site, campaignId, ownerId } = await scene();
  await nameOne(site, { campaignId, ownerId }, { email: ADDRESS, sourceUrl: PAGE });
  const later = NOW + NAMED_ADDRESS_DAYS * DAY;
  expect(await forgetNamed(site, later)).toBe(0);
  const { campaigns, namedRecipients } = site.db.tables;
  await site.db.transaction("close", (tx) =>
    tx.update(campaigns).set({ state: "closed" }).where(eq(campaigns.id, campaignId)),
  );
  expect(await forgetNamed(site, later - 1)).toBe(0);
  expect(await forgetNamed(site, later)).toBe(1);
  expect((await site.db.read.select().from(namedRecipients))[0]?.email).toBe("");
  expect(await forgetNamed(site, later)).toBe(0);
});
