import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Cell, UNPLACED } from "#app/domain/place/cell.ts";
import { getCell } from "#app/domain/place/cells.server.ts";
import { type PlaceAnewOptions, placeAnew } from "#app/domain/place/place-anew.server.ts";
import { placeInCell } from "#app/domain/place/placement.ts";
import type { Places } from "#app/domain/place/places.server.ts";
import { confirmSignature } from "#app/domain/signature/confirm-signature.server.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "../../factories.ts";
import { type TestSite, testSite } from "../../site.ts";

/** The edition in use with some postcodes in other places. */
function edition(site: TestSite, name: string, changes: Record<string, Partial<Cell>>): Places {
  return {
    ...site.places,
    edition: name,
    locate(postcode) {
      const change = changes[postcode];
      const placement = site.places.locate(postcode);
      return change ? placeInCell({ ...placement.cell, ...change }, false) : placement;
    },
  };
}

async function rowOf(site: TestSite, id: string) {
  const { signatures } = site.db.tables;
  const [row] = await site.db.read.select().from(signatures).where(eq(signatures.id, id));
  return { ...row, cell: await getCell(site.db.read, row?.cellId ?? 0) };
}

async function fact(site: TestSite): Promise<string | undefined> {
  const { facts } = site.db.tables;
  const [row] = await site.db.read.select().from(facts).where(eq(facts.name, "placed_anew"));
  return row?.value;
}

const NEW_PLACE = {
  country: "GB-ENG",
  council: "E07000237",
  county: "E10000034",
  constituency: "E14001597",
  ward: "E05015850",
};

test("a new edition places the unplaced and the moved, counts and events with them, and nobody who chose", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const unplaced = await confirmedSignature(site, petition, { postcode: "WR1 9ZZ" });
  const moved = await confirmedSignature(site, petition, { postcode: "WR5 3DA" });
  const same = await confirmedSignature(site, petition, { postcode: "S40 1AA" });
  const waiting = await signPetition(site, petition, { postcode: "WR1 9ZZ" });
  const chosen = await signPetition(site, petition, { postcode: "WR1 9ZZ" });
  const choice = { constituency: "E14001441", council: "E07000236", ward: "" };
  await confirmSignature(site, { token: chosen.confirmToken, choice }, NOW);
  const abroad = await confirmedSignature(site, petition, { postcode: "", country: "FR" });
  const before = await rowOf(site, moved.id);
  expect((await rowOf(site, unplaced.id)).cell).toEqual(UNPLACED);

  const places = edition(site, "0123456789ab", { WR19ZZ: NEW_PLACE, WR53DA: { ward: "E05015849" } });
  const newer = { ...site, places };
  const options: PlaceAnewOptions = {
    earlier: (name) => (name === site.places.edition ? site.places : undefined),
  };
  const dry = await placeAnew(newer, { ...options, isDryRun: true }, NOW);
  expect(dry.moved).toBe(3);
  expect(await fact(site)).toBeUndefined();
  expect(await placeAnew(newer, options, NOW)).toMatchObject({ looked: 5, moved: 3 });

  expect((await rowOf(site, unplaced.id)).cell).toMatchObject(NEW_PLACE);
  expect((await rowOf(site, waiting.id)).cell).toMatchObject(NEW_PLACE);
  expect((await rowOf(site, moved.id)).cell).toEqual({ ...before.cell, ward: "E05015849" });
  expect((await rowOf(site, chosen.id)).cell).toMatchObject({
    council: "E07000236",
    constituency: "E14001441",
  });
  expect(await rowOf(site, same.id)).toMatchObject({ edition: "0123456789ab" });
  expect(await rowOf(site, abroad.id)).toMatchObject({
    edition: site.places.edition,
    cell: { country: "FR" },
  });
  expect(await checkTallies(site.db.read)).toEqual([]);
  expect(await fact(site)).toBe("0123456789ab done");
  expect(await placeAnew(newer, options, NOW)).toMatchObject({ looked: 0, moved: 0 });

  const late = await confirmedSignature(site, petition, { postcode: "WR1 9ZZ" });
  expect(await placeAnew(newer, { ...options, isStart: true }, NOW)).toMatchObject({ looked: 1, moved: 1 });
  expect((await rowOf(site, late.id)).cell).toMatchObject(NEW_PLACE);
  expect(await fact(site)).toBe("0123456789ab settled");
});

test("where the earlier file is gone only the unplaced are placed", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const unplaced = await confirmedSignature(site, petition, { postcode: "WR1 9ZZ" });
  const placed = await confirmedSignature(site, petition, { postcode: "WR5 3DA" });
  const before = await rowOf(site, placed.id);
  const places = edition(site, "0123456789ab", { WR19ZZ: NEW_PLACE, WR53DA: { ward: "E05015849" } });
  await placeAnew({ ...site, places }, { earlier: () => undefined }, NOW);
  expect((await rowOf(site, unplaced.id)).cell).toMatchObject(NEW_PLACE);
  expect((await rowOf(site, placed.id)).cell).toEqual(before.cell);
});

test("stopped half-way it goes on from there, and confirming meanwhile is counted in the new place", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const signed = [];
  for (let n = 0; n < 501; n += 1) signed.push(await signPetition(site, petition, { postcode: "WR1 9ZZ" }));
  const places = edition(site, "0123456789ab", { WR19ZZ: NEW_PLACE });
  const newer = { ...site, places };
  const stop = new Error("stopped by the test");
  const options: PlaceAnewOptions = { earlier: () => site.places };
  const onProgress = () => {
    throw stop;
  };
  await expect(placeAnew(newer, { ...options, onProgress }, NOW)).rejects.toBe(stop);
  expect(await fact(site)).toMatch(/^0123456789ab [0-9a-f]{8}-/);
  const last = signed.at(-1);
  const choice = { constituency: "", council: "", ward: "" };
  await confirmSignature(site, { token: last?.confirmToken ?? "", choice }, NOW);
  expect(await placeAnew(newer, options, NOW)).toMatchObject({ looked: 1, moved: 1 });
  await confirmSignature(site, { token: signed[0]?.confirmToken ?? "", choice }, NOW);
  expect((await rowOf(site, last?.id ?? "")).cell).toMatchObject(NEW_PLACE);
  expect((await rowOf(site, signed[0]?.id ?? "")).cell).toMatchObject(NEW_PLACE);
  expect(await checkTallies(site.db.read)).toEqual([]);
});
