import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { readContacts } from "#app/domain/group/contacts.server.ts";
import { exportContacts } from "#app/domain/group/export-contacts.server.ts";
import { setCampaignGroup } from "#app/domain/group/set-campaign-group.server.ts";
import { unverifyGroup } from "#app/domain/group/verify-group.server.ts";
import { changePreferences } from "#app/domain/signature/change-preferences.server.ts";
import { eraseSignature } from "#app/domain/signature/erase-signature.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { contactsCsv } from "#app/http/contacts-csv.ts";
import { confirmedSignature, NOW, openPetition, type Signer, signPetition } from "#tests/factories.ts";
import { joinGroup, openGroup, verifiedGroup } from "#tests/group-factories.ts";
import { testSite } from "#tests/site.ts";
import { organisedPetition } from "../campaign/organised-petition.ts";
import { rowOf } from "./signing.ts";

const NONE = { contactGroupId: "", contactVersion: 0, contactAt: null };

async function scene() {
  const site = await testSite();
  const group = await verifiedGroup(site);
  const { petition, ownerId } = await organisedPetition(site, {
    state: "open",
    openedAt: NOW - 1,
    groupId: group.id,
  });
  await joinGroup(site, group, { accountId: ownerId });
  const campaignId = petition.id;
  const grant = (accountId = ownerId) => exportContacts(site, { campaignId, accountId }, NOW + HOUR);
  const csv = (groupId = group.id) =>
    contactsCsv(readContacts(site.db.read, site.keyring, { campaignId, groupId }));
  const sign = (signer: Signer) => confirmedSignature(site, petition, signer);
  return { site, group, petition, ownerId, campaignId, grant, csv, sign };
}

test("leave is kept for the group, in which words and since when; nothing is without the tick", async () => {
  const { site, group, sign } = await scene();
  const let_ = await sign({ contact: true });
  expect(await rowOf(site, let_.id)).toMatchObject({
    ...{ contactGroupId: group.id, contactVersion: 1, contactAt: NOW },
  });
  expect(await rowOf(site, (await sign({})).id)).toMatchObject(NONE);
});

test("nobody can let a group that is not verified, that the campaign has none of, or that the page did not name", async () => {
  const { site, sign } = await scene();
  const unverified = await openPetition(site, { groupId: (await openGroup(site)).id });
  const alone = await openPetition(site);
  for (const campaign of [unverified, alone])
    expect(await rowOf(site, (await confirmedSignature(site, campaign, { contact: true })).id)).toMatchObject(
      NONE,
    );
  const moved = await sign({ contact: true, contactGroup: "another-group" });
  expect(await rowOf(site, moved.id)).toMatchObject(NONE);
});

test("who types the same before may be somebody else: leave stands only where both gave it", async () => {
  const { site, petition } = await scene();
  for (const [first, second, stands] of [
    [true, true, true],
    [true, false, false],
    [false, true, false],
  ] as const) {
    const who = { name: "Ann Example", email: `ann-${first}-${second}@example.org` };
    await signPetition(site, petition, { ...who, contact: first });
    const { id } = await signPetition(site, petition, { ...who, contact: second }, NOW + HOUR);
    const row = await rowOf(site, id);
    expect([first, second, row?.contactGroupId !== "", row?.contactVersion]).toEqual([
      ...[first, second, stands],
      stands ? 1 : 0,
    ]);
  }
});

test("a signatory takes leave back and gives it again; what was not asked stays", async () => {
  const { site, group, sign } = await scene();
  const { id, manageToken: token } = await sign({ contact: true });
  const change = (contact: { contact: boolean; contactGroup: string } | undefined, now: number) => {
    const preferences = { showName: false, updates: false, handIn: false, contact };
    return changePreferences(site, { token, preferences }, now);
  };
  await change(undefined, NOW + 1);
  await change({ contact: true, contactGroup: group.slug }, NOW + 2);
  expect(await rowOf(site, id)).toMatchObject({ contactGroupId: group.id, contactAt: NOW });
  await change({ contact: false, contactGroup: group.slug }, NOW + 3);
  expect(await rowOf(site, id)).toMatchObject(NONE);
  await change({ contact: true, contactGroup: group.slug }, NOW + 4);
  expect(await rowOf(site, id)).toMatchObject({ contactGroupId: group.id, contactAt: NOW + 4 });
});

test("a list has exactly those who are counted and let this group, and each one taken is in the log", async () => {
  const { site, sign, grant, csv, campaignId, petition, ownerId } = await scene();
  await sign({ name: "Let Her", email: "let@example.org", contact: true });
  await sign({ name: "Not Him", email: "not@example.org" });
  const back = await sign({ name: "Back Again", email: "back@example.org", contact: true });
  await changePreferences(
    site,
    {
      token: back.manageToken,
      preferences: {
        showName: false,
        updates: true,
        handIn: false,
        contact: { contact: false, contactGroup: "" },
      },
    },
    NOW + 1,
  );
  const off = await sign({ name: "Took Off", email: "off@example.org", contact: true });
  await withdrawSignature(site, off.manageToken, NOW + 1);
  const gone = await sign({ name: "Is Erased", email: "gone@example.org", contact: true });
  await eraseSignature(site, { token: gone.manageToken, keep: "nothing" }, NOW + 1);
  await signPetition(site, petition, { name: "Un Confirmed", email: "un@example.org", contact: true });
  expect(await grant()).toMatchObject({ kind: "granted", count: 1 });
  const lines = (await csv()).split("\r\n");
  expect(lines).toEqual(["\uFEFFname,email,agreed_on,wording", "Let Her,let@example.org,2026-11-25,1", ""]);
  const { auditLog } = site.db.tables;
  const log = await site.db.read.select().from(auditLog).where(eq(auditLog.subject, campaignId));
  expect(log).toMatchObject([{ accountId: ownerId, action: "export_contacts", at: NOW + HOUR }]);
  expect(JSON.stringify(log)).not.toContain("let@");
});

test("only an owner of the group takes a list, not whoever runs the campaign without it or helps in the group", async () => {
  const { site, group, grant, sign, campaignId } = await scene();
  await sign({ contact: true });
  const helper = await joinGroup(site, group, { role: "editor" });
  const stranger = await joinGroup(site, await openGroup(site));
  const { organisers } = site.db.tables;
  await site.db.transaction("run it without the group", (tx) =>
    tx.insert(organisers).values({ campaignId, accountId: stranger, role: "owner", addedAt: NOW }),
  );
  expect([await grant(helper), await grant(stranger)]).toEqual([
    { kind: "not_owner" },
    { kind: "not_owner" },
  ]);
  expect(await site.db.read.select().from(site.db.tables.auditLog)).toEqual([]);
});

test("leave does not move with the campaign to another group, and rests while the group is not verified", async () => {
  const { site, group, petition, ownerId, grant, csv, sign } = await scene();
  await sign({ contact: true });
  const other = await verifiedGroup(site);
  await joinGroup(site, other, { accountId: ownerId });
  const move = (slug: string) =>
    setCampaignGroup(site, { campaignId: petition.id, accountId: ownerId, slug }, NOW + 1);
  expect(await move(other.slug)).toBe("set");
  expect(await grant()).toEqual({ kind: "nobody" });
  for (const groupId of [other.id, group.id]) expect((await csv(groupId)).split("\r\n")).toHaveLength(2);
  expect(await move(group.slug)).toBe("set");
  expect(await grant()).toMatchObject({ kind: "granted", count: 1 });
  expect(await unverifyGroup(site, { slug: group.slug, moderatorId: "somebody" }, NOW)).toBe("unverified");
  expect(await grant()).toEqual({ kind: "not_verified" });
});

test("lists are not taken all day", async () => {
  const { grant, sign } = await scene();
  await sign({ contact: true });
  for (let count = 0; count < 10; count += 1) expect((await grant()).kind).toBe("granted");
  expect(await grant()).toEqual({ kind: "too_many" });
});

test("no cell of a list is a formula, whatever stands in it", async () => {
  async function* parts() {
    yield [
      { name: "=cmd|' /C calc'!A0", email: "+1@example.org", since: NOW, version: 1 },
      { name: "@SUM(A1)", email: "-2@example.org", since: NOW, version: 1 },
    ];
  }
  for (const cell of (await contactsCsv(parts())).split(/\r\n|,/)) expect(cell).not.toMatch(/^"?[=+\-@\t]/);
});
