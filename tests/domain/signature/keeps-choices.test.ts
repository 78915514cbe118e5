import { expect, test } from "vitest";
import { getCell } from "#app/domain/place/cells.server.ts";
import { changePreferences } from "#app/domain/signature/change-preferences.server.ts";
import { correctPostcode } from "#app/domain/signature/correct-postcode.server.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { confirmedSignature, NOW, openPetition } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { NO_CHOICE, rowOf } from "./signing.ts";

const BELFAST_EAST = "N05000001";
const BELFAST = "N09000003";

test("a place chosen later joins the one chosen before, for the same postcode", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const belfast = { postcode: "BT1 5GS", constituency: BELFAST_EAST };
  const { id, manageToken: token } = await confirmedSignature(site, petition, belfast);
  const cellNow = async () => getCell(site.db.read, (await rowOf(site, id))?.cellId ?? 0);
  for (const choice of [{ ...NO_CHOICE, council: BELFAST }, NO_CHOICE]) {
    const outcome = await correctPostcode(site, { token, postcode: "BT15GS", choice }, NOW + HOUR);
    expect(outcome).toBe("corrected");
    expect(await cellNow()).toMatchObject({ constituency: BELFAST_EAST, council: BELFAST });
  }
  await correctPostcode(site, { token, postcode: "BT71AA", choice: NO_CHOICE }, NOW + HOUR);
  expect(await cellNow()).toMatchObject({ constituency: "", council: "" });
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("only a petition to a council keeps a leave to hand the name in, or where somebody works", async () => {
  const site = await testSite();
  const national = { bodyKind: "department", bodyName: "the Department for Education", bodyGss: "" } as const;
  const petition = await openPetition(site, national);
  const given = { handIn: true, connection: "work" } as const;
  const { id, manageToken: token } = await confirmedSignature(site, petition, given);
  const none = { handIn: false, handInVersion: 0, connection: "", connectionVersion: 0 };
  expect(await rowOf(site, id)).toMatchObject(none);
  const preferences = { showName: true, updates: true, handIn: true };
  await changePreferences(site, { token, preferences }, NOW + HOUR);
  expect(await rowOf(site, id)).toMatchObject({ ...none, showName: true, updates: true });
});
