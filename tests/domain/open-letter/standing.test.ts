import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listCoSigners } from "#app/domain/open-letter/printed-names.server.ts";
import { listWaitingStandings, readStanding } from "#app/domain/open-letter/read-standing.server.ts";
import { settleStanding } from "#app/domain/open-letter/settle-standing.server.ts";
import { BatchSelection } from "#app/domain/signature/batch-selection.ts";
import { endRetention } from "#app/domain/signature/end-retention.server.ts";
import { invalidateBatch } from "#app/domain/signature/invalidate-batch.server.ts";
import { ManageForm } from "#app/domain/signature/manage-form.ts";
import { manageSignature } from "#app/domain/signature/manage-signature.server.ts";
import { restoreBatch } from "#app/domain/signature/restore-batch.server.ts";
import { SignForm } from "#app/domain/signature/sign-form.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW, openPetition, type Signed, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { organise, person } from "../moderation/reviewing.ts";
import { confirm, rowOf } from "../signature/signing.ts";
import { letterScene, publish, settle, shownOf, standingOf } from "./lettering.ts";

const HEAD = { role: "Head teacher", organisation: "St Mary’s School", showName: true } as const;
const CHAIR = {
  role: "Chair",
  organisation: "Parents Together",
  onBehalf: true,
  authority: "I am its chair",
} as const;

test("as what somebody signs is sealed, and shown only once a moderator has vouched for it", async () => {
  const site = await testSite();
  const { letter, moderatorId } = await letterScene(site);
  const signed = await confirmedSignature(site, letter, { name: "Wren Applegarth", ...HEAD });
  const row = await rowOf(site, signed.id);
  for (const sealed of [row?.role, row?.organisation]) {
    expect(sealed).not.toBe("");
    expect(sealed).not.toMatch(/Head|Mary/);
  }
  expect(await standingOf(site, signed.id)).toMatchObject({ state: "waiting", organisation: "", role: "" });
  expect(await shownOf(site, signed.id)).toMatchObject({
    name: "Wren Applegarth",
    role: "",
    organisation: "",
  });
  expect(await settle(site, moderatorId, signed.id)).toBe("settled");
  expect(await shownOf(site, signed.id)).toMatchObject({ role: HEAD.role, organisation: HEAD.organisation });
  expect(await standingOf(site, signed.id)).toMatchObject({ state: "vouched", how: "moderator" });
  expect(await settle(site, moderatorId, signed.id)).toBe("already_settled");
});

test("petitions take no roles, and a letter takes none with links, or for an organisation without a name", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id } = await confirmedSignature(site, petition, { ...HEAD, ...CHAIR, showName: true });
  expect(await rowOf(site, id)).toMatchObject({ role: "", organisation: "" });
  expect(await standingOf(site, id)).toBeUndefined();
  const form = { name: "Ann Vale", email: "ann@example.org", postcode: "WR5 2NP" };
  for (const [field, changes] of [
    ["role", { role: "See www.example.org" }],
    ["organisation", { organisation: "x".repeat(121) }],
    ["organisation", { role: "Chair", onBehalf: "on" }],
    ["role", { organisation: "Parents Together", onBehalf: "on" }],
    ["authority", { ...HEAD, authority: "line\nbreak\u0007" }],
  ] as const) {
    const parsed = SignForm.safeParse({ ...form, ...changes, showName: "on" });
    expect(
      parsed.error?.issues.map((issue) => issue.path[0]),
      JSON.stringify(changes),
    ).toContain(field);
  }
});

test("the same typed again with another claim leaves none, whoever typed it", async () => {
  const site = await testSite();
  const { letter } = await letterScene(site);
  const ann = { name: "Ann Vale", email: "ann@example.org" };
  const first = await signPetition(site, letter, { ...ann, ...HEAD });
  await signPetition(site, letter, { ...ann, ...HEAD });
  expect(await standingOf(site, first.id)).toMatchObject({ state: "unconfirmed" });
  await signPetition(site, letter, { ...ann, ...HEAD, role: "Bursar" });
  expect(await standingOf(site, first.id)).toBeUndefined();
  expect(await rowOf(site, first.id)).toMatchObject({ role: "", organisation: "" });
  expect(await confirm(site, first.confirmToken)).toBe("confirmed");
});

test("an organisation signs once, through whoever was first; it leaves with them, and then another may", async () => {
  const site = await testSite();
  const { letter, moderatorId } = await letterScene(site);
  const ann = await confirmedSignature(site, letter, { name: "Ann Vale", ...CHAIR });
  const bram = await confirmedSignature(site, letter, {
    ...{ ...CHAIR, name: "Bram Vale", organisation: "The Parents’ Together Ltd." },
  });
  expect(await listCoSigners(site.db.read, letter.id)).toEqual([]);
  const other = await person(site, "moderator");
  const both = await Promise.all([settle(site, moderatorId, ann.id), settle(site, other, bram.id)]);
  expect(both.toSorted()).toEqual(["organisation_taken", "settled"]);
  const [first, second] = both[0] === "settled" ? [ann, bram] : [bram, ann];
  expect(await listCoSigners(site.db.read, letter.id)).toHaveLength(1);
  // It stands whether or not its person shows a name.
  expect(await shownOf(site, first.id)).toBeUndefined();
  await press(site, first, { intent: "withdraw" });
  expect(await listCoSigners(site.db.read, letter.id)).toEqual([]);
  expect(await standingOf(site, first.id)).toBeUndefined();
  expect(await settle(site, moderatorId, second.id)).toBe("settled");
  expect(await listCoSigners(site.db.read, letter.id)).toHaveLength(1);
  // The organisation says that it does not sign.
  const no = { decision: "decline", reason: "organisation_says_no", words: "" };
  expect(await settle(site, moderatorId, second.id, no)).toBe("settled");
  expect(await listCoSigners(site.db.read, letter.id)).toEqual([]);
});

test("somebody may stand as one of its people where they cannot sign for the organisation", async () => {
  const site = await testSite();
  const { letter, moderatorId } = await letterScene(site);
  const ann = await confirmedSignature(site, letter, { name: "Ann Vale", ...CHAIR, showName: true });
  expect(await settle(site, moderatorId, ann.id, { decision: "vouch_person" })).toBe("settled");
  expect(await listCoSigners(site.db.read, letter.id)).toEqual([]);
  expect(await shownOf(site, ann.id)).toMatchObject({ organisation: "Parents Together" });
});

test("what was vouched for goes with a change, a hidden name, another name, and being taken off or erased", async () => {
  const site = await testSite();
  const { letter, moderatorId } = await letterScene(site);
  const sign = async (name: string) => {
    const signed = await confirmedSignature(site, letter, { name, ...HEAD });
    await settle(site, moderatorId, signed.id);
    expect(await shownOf(site, signed.id)).toMatchObject({ role: HEAD.role });
    return signed;
  };
  const changed = await sign("Ann One");
  const before = await standingOf(site, changed.id);
  await press(site, changed, { intent: "standing", role: "Prime minister", organisation: HEAD.organisation });
  expect(await shownOf(site, changed.id)).toMatchObject({ role: "", organisation: "" });
  expect(await standingOf(site, changed.id)).toMatchObject({ state: "waiting", how: "" });
  // Nobody vouches for what they have not read.
  const form = { decision: "vouch", words: "A page", ownDomain: false } as const;
  const late = { publicId: before?.publicId ?? "", form, moderatorId };
  expect(await settleStanding(site, late, NOW + HOUR)).toBe("unknown");
  await press(site, changed, { intent: "standing", role: "", organisation: "" });
  expect(await standingOf(site, changed.id)).toBeUndefined();

  const hidden = await sign("Ann Two");
  await press(site, hidden, { intent: "preferences" });
  expect(await shownOf(site, hidden.id)).toBeUndefined();
  await press(site, hidden, { intent: "preferences", showName: "on" });
  expect(await shownOf(site, hidden.id)).toMatchObject({ role: HEAD.role });

  const renamed = await sign("Ann Three");
  await press(site, renamed, { intent: "name", name: "ann three" });
  expect(await shownOf(site, renamed.id)).toMatchObject({ name: "ann three", role: HEAD.role });
  await press(site, renamed, { intent: "name", name: "The Prime Minister’s Friend" });
  expect(await shownOf(site, renamed.id)).toMatchObject({ role: "", organisation: "" });
  expect((await standingOf(site, renamed.id))?.state).toBe("waiting");

  const erased = await sign("Ann Four");
  await press(site, erased, { intent: "erase", keep: "nothing" });
  expect(await standingOf(site, erased.id)).toBeUndefined();
});

test("taken out of the count, a standing is set aside; put back, it stands again, unless another took its place", async () => {
  const site = await testSite();
  const { letter, moderatorId } = await letterScene(site);
  const ann = await confirmedSignature(site, letter, {
    ...{ ...CHAIR, name: "Ann Vale", showName: true, clientAddress: "192.0.2.1" },
  });
  await settle(site, moderatorId, ann.id);
  const network = (await rowOf(site, ann.id))?.clientNetHash.slice(0, 16);
  const taken = await invalidateBatch(
    site,
    { campaignId: letter.id, selection: BatchSelection.parse({ network }), moderatorId, reason: "other" },
    NOW + HOUR,
  );
  if (typeof taken === "string") throw new Error(taken);
  expect(await listCoSigners(site.db.read, letter.id)).toEqual([]);
  expect(await standingOf(site, ann.id)).toMatchObject({ state: "set_aside", organisation: "" });
  expect(await settle(site, moderatorId, ann.id)).toBe("not_counted");
  const bram = await confirmedSignature(site, letter, { name: "Bram Vale", ...CHAIR });
  expect(await settle(site, moderatorId, bram.id)).toBe("settled");
  await restoreBatch(site, { publicId: taken.publicId, moderatorId }, NOW + 2 * HOUR);
  expect((await standingOf(site, ann.id))?.state).toBe("waiting");
  expect(await listCoSigners(site.db.read, letter.id)).toEqual(["Parents Together"]);
  expect(await shownOf(site, ann.id)).toMatchObject({ name: "Ann Vale", role: "" });
});

test("when the details of people are blanked, an organisation stays under the letter, and nothing says through whom", async () => {
  const site = await testSite();
  const { letter, moderatorId } = await letterScene(site);
  const ann = await confirmedSignature(site, letter, { name: "Ann Vale", ...CHAIR });
  const bram = await confirmedSignature(site, letter, { name: "Bram Vale", ...HEAD });
  const cy = await confirmedSignature(site, letter, { name: "Cy Vale", ...CHAIR, organisation: "Another" });
  for (const { id } of [ann, bram, cy]) await settle(site, moderatorId, id);
  const { campaigns } = site.db.tables;
  await site.db.transaction("close", async (tx) => {
    await tx.update(campaigns).set({ state: "closed", closedAt: NOW }).where(eq(campaigns.id, letter.id));
  });
  // Who erases their details and stays counted takes the organisation along.
  await press(site, cy, { intent: "erase", keep: "count" });
  expect(await standingOf(site, cy.id)).toBeUndefined();
  while ((await endRetention(site, NOW + 300 * DAY)) > 0);
  expect(await rowOf(site, ann.id)).toMatchObject({
    state: "confirmed",
    role: "",
    organisation: "",
    name: "",
  });
  expect(await standingOf(site, ann.id)).toMatchObject({ authority: "", checkedWords: "" });
  expect(await standingOf(site, bram.id)).toBeUndefined();
  expect(await shownOf(site, bram.id)).toBeUndefined();
  expect(await listCoSigners(site.db.read, letter.id)).toEqual(["Parents Together"]);
});

test("moderators read the domain and never the address; what is not to be shown does not wait", async () => {
  const site = await testSite();
  const { letter, moderatorId, ownerId } = await letterScene(site);
  const shown = await confirmedSignature(site, letter, {
    ...HEAD,
    email: "secret.person@stmarys.example.org",
  });
  await confirmedSignature(site, letter, { ...HEAD, showName: false });
  await signPetition(site, letter, HEAD);
  const { standings, count } = await listWaitingStandings(site.db.read, site.keyring, 1);
  expect(count).toBe(1);
  expect(standings).toMatchObject([{ role: HEAD.role, organisation: HEAD.organisation }]);
  const standing = await standingOf(site, shown.id);
  const read = await readStanding(site.db.read, site.keyring, standing?.publicId ?? "");
  expect(read).toMatchObject({ host: "stmarys.example.org", isSharedHost: false, foreign: [] });

  expect(JSON.stringify(read)).not.toContain("secret");
  await organise(site, letter.id, moderatorId, "editor");
  expect(await settle(site, moderatorId, shown.id)).toBe("own_campaign");
  expect(await settle(site, ownerId, shown.id)).toBe("own_campaign");
});

test("of withdrawing and being vouched for at the same moment nothing is left standing", async () => {
  const site = await testSite();
  const { letter, moderatorId } = await letterScene(site);
  for (let round = 0; round < 8; round += 1) {
    const ann = await confirmedSignature(site, letter, { ...CHAIR, showName: true });
    await Promise.all([settle(site, moderatorId, ann.id), press(site, ann, { intent: "withdraw" })]);
    expect(await standingOf(site, ann.id)).toBeUndefined();
    expect(await listCoSigners(site.db.read, letter.id)).toEqual([]);
    expect(await shownOf(site, ann.id)).toBeUndefined();
  }
  await publish(site, letter);
});

function press(site: TestSite, { manageToken: token }: Signed, form: Record<string, string>) {
  return manageSignature(site, { token, form: ManageForm.parse(form) }, NOW + HOUR);
}
