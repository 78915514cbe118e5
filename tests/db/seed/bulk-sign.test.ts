import { and, asc, eq, ne } from "drizzle-orm";
import { expect, test } from "vitest";
import { findLinkedRow } from "#app/domain/privacy/links.server.ts";
import { confirmSignature } from "#app/domain/signature/confirm-signature.server.ts";
import { openPerson } from "#app/domain/signature/person.server.ts";
import { recordSignature } from "#app/domain/signature/record-signature.server.ts";
import { SignForm } from "#app/domain/signature/sign-form.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import type { Site } from "#app/domain/site.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { bulkSign, type Signing } from "#db/seed/bulk-sign.server.ts";
import { inventSignings } from "#db/seed/people.ts";
import { randomFrom } from "#db/seed/random.ts";
import { NOW, openPetition } from "../../factories.ts";
import { type TestSite, testSite } from "../../site.ts";

type Campaign = Awaited<ReturnType<typeof openPetition>>;

/** Every kind of home, two people to some addresses, and a sitting member's name. */
function someSignings(site: Site): Signing[] {
  const crowd = {
    spread: {
      councils: { E07000237: 60, E08000025: 8 },
      anywhere: 12,
      northernIreland: 3,
      forces: 2,
      unknown: 2,
      abroad: 3,
    },
    openedAt: NOW - 5 * DAY,
    until: NOW,
    bodyGss: "E10000034",
    takenNames: new Set<string>(),
  };
  const signings = inventSignings(randomFrom(7), crowd, site.places);
  const [first] = signings;
  if (!first) throw new Error("nobody signs");
  const household = { ...first.form, name: "Zzz O’Other", showName: true };
  const member = SignForm.parse({
    name: "Tom  Collins",
    email: "t.c@example.org",
    postcode: "wr52np",
    showName: "on",
  });
  for (const form of [household, member]) signings.push({ form, signedAt: NOW - 60_000, confirmedAt: NOW });
  return signings;
}

/** What the two use cases make of the same people, one after another, as they would have come. */
async function signOneByOne(site: Site, campaignId: string, signings: readonly Signing[]): Promise<void> {
  for (const [index, { form, signedAt, confirmedAt }] of signings.entries()) {
    const clientAddress = `10.0.${index >> 8}.${index & 255}`;
    expect(await recordSignature(site, { campaignId, form, clientAddress }, signedAt)).toBe("recorded");
    const { signatures } = site.db.tables;
    const [row] = await site.db.read
      .select({ id: signatures.id })
      .from(signatures)
      .where(and(eq(signatures.campaignId, campaignId), eq(signatures.state, "pending")));
    const token = site.keyring.token("confirm", row?.id ?? "", 1);
    const choice = { constituency: "", council: "", ward: "" };
    expect(await confirmSignature(site, { token, choice }, confirmedAt)).toBe("confirmed");
  }
}

/** Every row of a campaign, by people instead of ids, without what is random. */
async function everythingOf(site: TestSite, campaign: Campaign) {
  const { signatures, signatureSlots, publicNames, tallies, countEvents, links } = site.db.tables;
  const { read } = site.db;
  const rows = await read.select().from(signatures).where(eq(signatures.campaignId, campaign.id));
  const whoById = new Map(rows.map((row) => [row.id, `${row.typedHash}`]));
  const who = (id: string) => whoById.get(id) ?? id;
  const slots = await read.select().from(signatureSlots).where(eq(signatureSlots.campaignId, campaign.id));
  const names = await read.select().from(publicNames).where(eq(publicNames.campaignId, campaign.id));
  const allLinks = await read.select().from(links);
  return {
    signatures: byText(
      rows.map(({ id, name: _, email: __, postcode: ___, ...row }) => ({
        ...row,
        ...openPerson(site.keyring, { id, name: _, email: __, postcode: ___ }),
        ...DIFFERENT,
        campaignId: "",
      })),
    ),
    slots: byText(slots.map((slot) => ({ ...slot, campaignId: "", signatureId: who(slot.signatureId) }))),
    names: byText(names.map((name) => ({ ...name, campaignId: "", signatureId: who(name.signatureId) }))),
    links: byText(
      allLinks
        .filter((link) => whoById.has(link.rowId))
        .map(({ purpose, generation, keyId, rowId }) => ({ purpose, generation, keyId, rowId: who(rowId) })),
    ),
    tallies: await read
      .select({ cellId: tallies.cellId, shard: tallies.shard, count: tallies.count })
      .from(tallies)
      .where(and(eq(tallies.campaignId, campaign.id), ne(tallies.count, 0)))
      .orderBy(asc(tallies.cellId)),
    events: await read
      .select({
        hour: countEvents.hour,
        cellId: countEvents.cellId,
        delta: countEvents.delta,
        reason: countEvents.reason,
      })
      .from(countEvents)
      .where(eq(countEvents.campaignId, campaign.id))
      .orderBy(asc(countEvents.sequence)),
  };
}

/** What bulk signing leaves out on purpose: no mail goes, no client is there to be remembered. */
const DIFFERENT = { mailCount: 0, lastMailAt: null, clientHash: "", clientNetHash: "" };

function byText<Row extends object>(rows: Row[]): Row[] {
  return rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

test("signing in bulk leaves the same rows as recording and confirming one by one", async () => {
  const site = await testSite();
  const signings = someSignings(site);
  const single = await openPetition(site, {}, NOW - 6 * DAY);
  const bulk = await openPetition(site, {}, NOW - 6 * DAY);
  await signOneByOne(site, single.id, signings);
  await bulkSign(site, bulk, signings);

  const [expected, found] = [await everythingOf(site, single), await everythingOf(site, bulk)];
  expect(found.signatures).toHaveLength(92);
  expect(found.names.filter((name) => name.isHeld)).toMatchObject([{ name: "Tom  Collins" }]);
  expect(found.slots.some((slot) => slot.slot === 2)).toBe(true);
  expect(found).toEqual(expected);
  const { outbox, allowances } = site.db.tables;
  expect(await site.db.read.select().from(outbox)).toHaveLength(92);
  expect((await site.db.read.select().from(allowances)).length).toBeGreaterThan(0);
});

test("who was signed in bulk can withdraw by their link", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await bulkSign(site, petition, someSignings(site));
  const { signatures } = site.db.tables;
  const [row] = await site.db.read.select({ id: signatures.id }).from(signatures).limit(1);
  const id = row?.id ?? "";
  const token = site.keyring.token("signature", id, 1);
  expect(await findLinkedRow(site.db.read, token, ["signature"])).toBe(id);
  expect(await withdrawSignature(site, token, NOW)).toBe("withdrawn");
  const { outbox, jobs } = site.db.tables;
  expect(await site.db.read.select().from(outbox)).toEqual([]);
  expect(await site.db.read.select().from(jobs)).toHaveLength(1);
});

test("a third person at an address, another postcode, or the same person twice is refused", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const people = (...changes: Record<string, string>[]): Signing[] =>
    changes.map((change) => ({
      form: SignForm.parse({ name: "Ada", email: "ada@example.org", postcode: "WR5 2NP", ...change }),
      signedAt: NOW,
      confirmedAt: NOW + 1,
    }));
  for (const crowd of [
    people({}, { name: "Ben" }, { name: "Cy" }),
    people({}, { name: "Ben", postcode: "WR1 2AA" }),
    people({}, { email: "ADA+x@example.org" }),
  ])
    await expect(bulkSign(site, petition, crowd)).rejects.toThrow("no free slot");
});
