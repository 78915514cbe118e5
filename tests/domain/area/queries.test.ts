import { expect, test } from "vitest";
import {
  findArea,
  findAreas,
  findConstituencyBySlug,
  findCouncilBySlug,
  listConstituencies,
  listCouncils,
  listCurrentAreas,
  listDistricts,
  listDivisions,
  listLowerCouncils,
  listWards,
} from "#app/domain/area/queries.server.ts";
import type { Database } from "#db/database.ts";
import { loadAreas } from "#db/reference/load-areas.server.ts";
import { testDatabase } from "../../database.ts";

async function withAreas(): Promise<Database> {
  const db = await testDatabase();
  await loadAreas(db);
  return db;
}

test("councils, constituencies, wards and divisions are found and listed by name", async () => {
  const { read } = await withAreas();
  expect(await findArea(read, "E10000034")).toMatchObject({
    level: "council",
    kind: "county",
    name: "Worcestershire County Council",
    slug: "worcestershire",
    runsEducation: true,
    endsOn: "",
  });
  expect(await findArea(read, "E99999999")).toBeUndefined();
  expect((await findCouncilBySlug(read, "worcester"))?.gssCode).toBe("E07000237");
  expect((await findConstituencyBySlug(read, "worcester"))?.gssCode).toBe("E14001597");
  expect(await findCouncilBySlug(read, "")).toBeUndefined();
  expect(await listCouncils(read)).toHaveLength(382);
  expect(await listLowerCouncils(read)).toHaveLength(361);
  expect(await listConstituencies(read)).toHaveLength(650);
  expect(await listDivisions(read, "E10000034")).toHaveLength(53);
  const districts = await listDistricts(read, "E10000034");
  expect(districts.map((area) => area.slug)).toEqual([
    "bromsgrove",
    "malvern-hills",
    "redditch",
    "worcester",
    "wychavon",
    "wyre-forest",
  ]);
  const wards = await listWards(read, "E07000234");
  expect(wards.find((ward) => ward.gssCode === "E05009827")?.name).toBe("Barnt Green & Hopwood");
  expect(wards.every((ward) => ward.parentGss === "E07000234" && ward.educationGss === "E10000034")).toBe(
    true,
  );
});

test("several areas are found at once; blank and unknown codes are left out", async () => {
  const { read } = await withAreas();
  const found = await findAreas(read, ["E14001597", "", "E10000034", "E99999999", "E10000034"]);
  expect([...found.keys()].sort()).toEqual(["E10000034", "E14001597"]);
  expect(await findAreas(read, [""])).toEqual(new Map());
});

test("a former code leads to the area of today", async () => {
  const { read } = await withAreas();
  const currentCodes = async (code: string) =>
    (await listCurrentAreas(read, code)).map((area) => area.gssCode);
  expect(await currentCodes("E08000016")).toEqual(["E08000038"]);
  expect(await currentCodes("S12000043")).toEqual(["S12000049"]);
  expect(await currentCodes("E10000034")).toEqual(["E10000034"]);
  expect(await currentCodes("E99999999")).toEqual([]);
  expect(await findArea(read, "E08000016")).toMatchObject({ slug: "", endsOn: "2025-03-31" });
});

test("two successors of an area that was divided, one of them succeeded itself, are both found", async () => {
  const db = await withAreas();
  await db.transaction("divide a council", async (tx) => {
    const { areas, areaSuccessors } = tx.tables;
    const old = await findArea(tx, "E08000016");
    if (!old) throw new Error("no former area");
    await tx.insert(areas).values({ ...old, gssCode: "E10099999" });
    await tx.insert(areaSuccessors).values([
      { gssCode: "E10099999", successorGss: "E08000016" },
      { gssCode: "E10099999", successorGss: "E07000237" },
    ]);
  });
  const current = await listCurrentAreas(db.read, "E10099999");
  expect(current.map((area) => area.gssCode)).toEqual(["E07000237", "E08000038"]);
});
