import { and, eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { changePreferences } from "#app/domain/signature/change-preferences.server.ts";
import { correctPostcode } from "#app/domain/signature/correct-postcode.server.ts";
import { eraseSignature } from "#app/domain/signature/erase-signature.server.ts";
import { purgeExpired, remindPending } from "#app/domain/signature/housekeeping.server.ts";
import { refuseSignature } from "#app/domain/signature/refuse-signature.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { DAY, HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { confirmedSignature, NOW, openPetition, type Signed, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { confirm, NO_CHOICE, rowOf, rowsOf, total } from "./signing.ts";

const POSTCODES = ["WR52NP", "WR11AA", "DE11AA"];

const Act = fc.constantFrom(
  ...([
    "confirm",
    "confirm",
    "confirm",
    "manage",
    "withdraw",
    "erase",
    "not_me",
    "show",
    "hide",
    "move",
    "purge",
    "remind",
    "sign",
  ] as const),
);
type Act = typeof Act extends fc.Arbitrary<infer T> ? T : never;

test("whatever people do at the same moment, signatures, tallies, events, slots and names agree", async () => {
  const site = await testSite({ poolSize: 12 });
  const storms = fc.sample(fc.array(fc.tuple(fc.nat(11), Act, fc.nat(2)), { minLength: 60, maxLength: 90 }), {
    numRuns: 8,
    seed: 20261121,
  });
  for (const storm of storms) {
    const petition = await openPetition(site);
    const people: Signed[] = [];
    for (let i = 0; i < 12; i += 1) {
      const email = `home-${petition.number}-${i >> 2}@example.org`;
      people.push(await signPetition(site, petition, { name: `Person ${i}`, email, showName: i % 2 === 0 }));
    }
    await Promise.all(
      storm.map(([who, act, where]) => {
        const person = people[who];
        return person && run(site, petition, person, act, where);
      }),
    );
    await agree(site, petition);
  }
});

test("one after another, what is counted is what a simple model says", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const people: Signed[] = [];
  for (let i = 0; i < 4; i += 1) people.push(await signPetition(site, petition, { name: `Person ${i}` }));
  const model = people.map(() => "pending");
  const storm = fc.sample(fc.tuple(fc.nat(3), Act, fc.nat(2)), { numRuns: 120, seed: 7 });
  for (const [who, act, where] of storm) {
    const person = people[who];
    if (!person || act === "sign" || act === "purge") continue;
    await run(site, petition, person, act, where);
    const before = model[who] ?? "gone";
    if (act === "confirm" && before === "pending") model[who] = "confirmed";
    if (act === "withdraw" && before === "confirmed") model[who] = "withdrawn";
    if ((act === "erase" || act === "not_me") && before !== "gone") model[who] = "gone";
    const states = await Promise.all(people.map(async ({ id }) => (await rowOf(site, id))?.state ?? "gone"));
    expect(states).toEqual(model);
    expect(await total(site, petition)).toBe(model.filter((state) => state === "confirmed").length);
    if (model.every((state) => state === "gone" || state === "withdrawn")) break;
  }
  await agree(site, petition);
});

test("of erasing and confirming at the same moment, either may come first, and nothing is left half", async () => {
  const site = await testSite({ poolSize: 12 });
  const petition = await openPetition(site);
  const people: Signed[] = [];
  for (let i = 0; i < 40; i += 1) people.push(await signPetition(site, petition, { showName: true }));
  await Promise.all(
    people.flatMap((person, i) => [
      confirm(site, person.confirmToken),
      i % 2
        ? eraseSignature(site, { token: person.manageToken, keep: "nothing" }, NOW + MINUTE)
        : refuseSignature(site, person.notMeToken, NOW + MINUTE),
    ]),
  );
  expect(await rowsOf(site, petition)).toEqual([]);
  expect(await total(site, petition)).toBe(0);
  await agree(site, petition);
});

test("postcodes corrected while others confirm in the same places: nobody waits for one who waits for them", async () => {
  const site = await testSite({ poolSize: 12 });
  const petition = await openPetition(site);
  const people: Signed[] = [];
  for (let i = 0; i < 30; i += 1) {
    const postcode = POSTCODES[i % 3];
    people.push(await (i < 15 ? confirmedSignature : signPetition)(site, petition, { postcode }));
  }
  const later = NOW + HOUR;
  await Promise.all(
    people.map(({ manageToken, confirmToken }, i) =>
      i < 15
        ? correctPostcode(
            site,
            { token: manageToken, postcode: POSTCODES[(i + 1) % 3] ?? "", choice: NO_CHOICE },
            later,
          )
        : confirm(site, confirmToken, later),
    ),
  );
  expect(await total(site, petition)).toBe(30);
  await agree(site, petition);
});

async function run(
  site: TestSite,
  petition: { id: string },
  { id: _, form, ...tokens }: Signed,
  act: Act,
  where: number,
): Promise<void> {
  const now = NOW + HOUR;
  const preferences = { showName: act === "show", updates: false, handIn: false };
  switch (act) {
    case "confirm":
      await confirm(site, tokens.confirmToken, now);
      return;
    case "manage":
      await confirm(site, tokens.manageToken, now);
      return;
    case "withdraw":
      await withdrawSignature(site, tokens.manageToken, now);
      return;
    case "erase":
      await eraseSignature(site, { token: tokens.manageToken, keep: "nothing" }, now);
      return;
    case "not_me":
      await refuseSignature(site, tokens.notMeToken, now);
      return;
    case "show":
    case "hide":
      await changePreferences(site, { token: tokens.manageToken, preferences }, now);
      return;
    case "move": {
      const postcode = POSTCODES[where] ?? "";
      await correctPostcode(site, { token: tokens.manageToken, postcode, choice: NO_CHOICE }, now);
      return;
    }
    case "purge":
      await purgeExpired(site, NOW + 8 * DAY);
      return;
    case "remind":
      await remindPending(site, NOW + DAY + where * HOUR);
      return;
    case "sign":
      await signPetition(site, petition, { name: form.name, email: form.email }, now + where).catch(
        () => undefined,
      );
      return;
  }
}

/** Counts in three ways; every counted one holds a slot, every shown name is one of those. */
async function agree(site: TestSite, petition: { id: string }): Promise<void> {
  expect(await checkTallies(site.db.read)).toEqual([]);
  const { read, tables } = site.db;
  const { signatureSlots, publicNames, signatures, links } = tables;
  const rows = await rowsOf(site, petition);
  const counted = rows.filter((row) => row.state === "confirmed");
  expect(await total(site, petition)).toBe(counted.length);
  const slots = await read.select().from(signatureSlots).where(eq(signatureSlots.campaignId, petition.id));
  expect(slots.map((slot) => slot.signatureId).toSorted()).toEqual(counted.map((row) => row.id).toSorted());
  const hashes = new Map(rows.map((row) => [row.id, row.postcodeHash]));
  expect(slots.every((slot) => slot.postcodeHash === hashes.get(slot.signatureId))).toBe(true);
  const names = await read.select().from(publicNames).where(eq(publicNames.campaignId, petition.id));
  const shown = await read
    .select({ id: signatures.id })
    .from(signatures)
    .where(
      and(
        eq(signatures.campaignId, petition.id),
        eq(signatures.state, "confirmed"),
        eq(signatures.showName, true),
      ),
    );
  expect(names.map((name) => name.signatureId).toSorted()).toEqual(shown.map((row) => row.id).toSorted());
  const linked = await read.selectDistinct({ rowId: links.rowId }).from(links);
  const kept = await read
    .select({ id: signatures.id })
    .from(signatures)
    .where(
      inArray(
        signatures.id,
        linked.map((link) => link.rowId),
      ),
    );
  expect(kept).toHaveLength(linked.length);
}
