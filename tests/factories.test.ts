import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { countSignatures, findCampaign } from "#app/domain/campaign/queries.server.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "./factories.ts";
import { testSite } from "./site.ts";

test("a petition of the factories can be signed, confirmed and published", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { goal: 10, title: "Mend the road" });
  await signPetition(site, petition);
  for (let i = 0; i < 6; i += 1)
    await confirmedSignature(site, petition, { showName: i === 0, handIn: true });
  expect(await countSignatures(site.db.read, petition.id)).toBe(6);
  await publishTallies(site, petition.id, NOW);
  const found = await findCampaign(site.db.read, "petition", petition.slug);
  expect(found).toMatchObject({ goal: 10, title: "Mend the road", number: 1 });
  const { areas } = site.db.tables;
  expect((await site.db.read.select().from(areas).where(eq(areas.gssCode, "E14001597")))[0]?.name).toBe(
    "Worcester",
  );
});
