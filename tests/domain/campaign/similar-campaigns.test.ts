import { expect, test } from "vitest";
import { similarCampaigns } from "#app/domain/campaign/similar-campaigns.server.ts";
import { openPetition } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";

const DERBYSHIRE = { bodyName: "Derbyshire County Council", bodyGss: "E10000007" };

test("open petitions that share telling words are similar: those to the same body first, then the more alike", async () => {
  const site = await testSite();
  await openPetition(site, { title: "Keep the swimming pool open", asks: ["Mend its roof"], ...DERBYSHIRE });
  await openPetition(site, {
    title: "School transport for every child with a plan",
    asks: ["Run the buses"],
  });
  await openPetition(site, { title: "Bring back school transport", ...DERBYSHIRE });
  await openPetition(site, { title: "Transport of lions", why: "They roar.", asks: ["Leave them be"] });
  const found = await similarCampaigns(
    site.db.read,
    { title: "Transport to school", asks: ["A bus for every child"], bodyGss: DERBYSHIRE.bodyGss },
    3,
  );
  expect(found.map(({ title }) => title)).toEqual([
    "Bring back school transport",
    "School transport for every child with a plan",
    "Transport of lions",
  ]);
});

test("what cannot be signed is not offered as similar, and a text without telling words is like nothing", async () => {
  const site = await testSite();
  for (const state of ["draft", "gathering", "in_review", "hidden", "rejected", "closed", "paused"] as const)
    await openPetition(site, { title: "Mend the Upton bridge", state });
  const like = (title: string) => similarCampaigns(site.db.read, { title, asks: [], bodyGss: "" }, 5);
  expect(await like("Mend the Upton bridge")).toEqual([]);
  const open = await openPetition(site, { title: "Mend the Upton bridge" });
  expect((await like("A bridge that was mended")).map(({ id }) => id)).toEqual([open.id]);
  expect(await like("It is what it is")).toEqual([]);
  expect(await like('"\0" OR * :')).toEqual([]);
});
