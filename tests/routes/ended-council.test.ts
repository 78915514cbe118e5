import { expect, test } from "vitest";
import { endCouncil } from "#app/domain/area/end-council.server.ts";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { confirmedSignature, NOW, openPetition } from "../factories.ts";
import { testSite } from "../site.ts";
import { openPages } from "./site-pages.ts";

const WORCESTER = "E07000237";
const HEREFORDSHIRE = "E06000019";

test("a council that has ended keeps the numbers of its last day, and names what came after it", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { title: "Keep the library open" });
  for (let i = 0; i < 7; i += 1) await confirmedSignature(site, petition, { postcode: "WR5 2NP" });
  await publishTallies(site, petition.id, NOW + 60_000);
  const outcome = await endCouncil(
    site,
    { gssCode: WORCESTER, endsOn: "2026-11-24", successors: [HEREFORDSHIRE] },
    NOW + 120_000,
  );
  expect(outcome).toBe("ended");
  const pages = await openPages(site, { now: NOW + 180_000 });
  const page = await pages.read("/councils/worcester");
  expect(page).toContain("Worcester City Council has ended");
  expect(page).toContain("Its last day was 24 November 2026");
  expect(page).toContain("Herefordshire");
  expect(page).toContain("Keep the library open : 7 signatures");
});
