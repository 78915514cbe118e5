import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findManagedArea } from "#app/domain/area/admin-queries.server.ts";
import { AreaForm, correctArea } from "#app/domain/area/correct-area.server.ts";
import { keepAreaCorrections } from "#app/domain/area/keep-area-corrections.server.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { ADMIN, auditLines } from "../representative/people.ts";

const WORCESTER = "E07000237";

async function correct(site: TestSite, version: string, changes: Record<string, string>) {
  const managed = await findManagedArea(site.db.read, WORCESTER);
  const { name = "", homepageUrl = "", domain = "" } = managed?.area ?? {};
  const form = AreaForm.parse({ name, homepageUrl, domain, ...changes, version });
  return correctArea(site, { gssCode: WORCESTER, form, accountId: ADMIN }, NOW);
}

test("of two admins who correct an area at once one is told; the log names what changed", async () => {
  const site = await testSite();
  const { version = "" } = (await findManagedArea(site.db.read, WORCESTER)) ?? {};
  const outcomes = await Promise.all([
    correct(site, version, { domain: "one.example" }),
    correct(site, version, { domain: "two.example" }),
  ]);
  expect(outcomes.sort()).toEqual(["changed", "corrected"]);
  expect(await auditLines(site)).toEqual(["correct_area domain"]);
});

test("what was corrected is put back after newer files, the rest is as they say", async () => {
  const site = await testSite();
  const { version = "" } = (await findManagedArea(site.db.read, WORCESTER)) ?? {};
  expect(await correct(site, version, { domain: "own.example" })).toBe("corrected");
  expect(await keepAreaCorrections(site)).toBe(0);
  const { areas } = site.db.tables;
  await site.db.transaction("load newer files", async (tx) => {
    await tx
      .update(areas)
      .set({ name: "City of Worcester", domain: "worcester.gov.uk" })
      .where(eq(areas.gssCode, WORCESTER));
  });
  expect(await keepAreaCorrections(site)).toBe(1);
  expect((await findManagedArea(site.db.read, WORCESTER))?.area).toMatchObject({
    name: "City of Worcester",
    domain: "own.example",
  });
});
