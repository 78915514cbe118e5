import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { LIFE_ACTS } from "#app/domain/campaign/life.ts";
import { findSigningPause } from "#app/domain/signature/signing-pause.server.ts";
import { organisedPetition } from "#tests/domain/campaign/organised-petition.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";

const FIELDS = { reason: "complaint", note: "A word to you.", closesOn: "31 March 2027" };

test("strangers, organisers and editors do nothing to a campaign on the admins' pages; moderators only what is theirs", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const { petition } = await organisedPetition(site, { state: "open" });
  const base = `/admin/campaigns/${petition.number}`;
  const stranger = await visitor(site);
  const [owner, editor] = [await visitor(site), await visitor(site)];
  await site.db.transaction("organise", async (tx) => {
    const campaignId = petition.id;
    await tx.insert(tx.tables.organisers).values([
      { campaignId, accountId: owner.accountId, role: "owner", addedAt: NOW },
      { campaignId, accountId: editor.accountId, role: "editor", addedAt: NOW },
    ]);
  });
  for (const who of [stranger, owner, editor])
    for (const path of [base, ...LIFE_ACTS.map((act) => `${base}/${act}`)]) {
      expect([path, (await see(front, path, who)).status]).toEqual([path, 403]);
      if (path !== base) expect((await send(front, path, who, FIELDS)).status).toBe(403);
    }
  for (const act of LIFE_ACTS) {
    const nobody = await send(front, `${base}/${act}`, { cookie: "" }, FIELDS);
    expect([act, nobody.status, nobody.headers.location]).toEqual([act, 303, "/sign-in"]);
  }
  const moderator = await visitor(site, "moderator");
  for (const act of ["reopen", "remove"])
    for (const answer of [
      await see(front, `${base}/${act}`, moderator),
      await send(front, `${base}/${act}`, moderator, FIELDS),
    ])
      expect([act, answer.status]).toEqual([act, 403]);
  expect((await send(front, `${base}/resume`, moderator, FIELDS)).status).toBe(409);
  expect((await send(front, `${base}/explode`, moderator, FIELDS)).status).toBe(404);
  expect(await stateOf(site, petition.id)).toBe("open");
  expect(await site.db.read.select().from(site.db.tables.campaignMoves)).toEqual([]);
});

test("an admin does to a campaign what its state lets them, with a reason, and the page shows what happened", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const { petition } = await organisedPetition(site, { state: "open" });
  const base = `/admin/campaigns/${petition.number}`;
  const admin = await visitor(site, "admin");
  const unsaid = await send(front, `${base}/pause`, admin, { note: "Kept as typed" });
  expect(unsaid.status).toBe(422);
  expect(unsaid.text).toContain("Choose a reason");
  expect(unsaid.text).toContain("Kept as typed");
  for (const [act, state] of [
    ["pause", "paused"],
    ["resume", "open"],
    ["close", "closed"],
    ["reopen", "open"],
    ["remove", "removed"],
  ] as const) {
    expect((await see(front, base, admin)).text).toContain(`href="${base}/${act}"`);
    expect((await see(front, `${base}/${act}`, admin)).status).toBe(200);
    const done = await send(front, `${base}/${act}`, admin, FIELDS);
    expect([act, done.status, done.headers.location]).toEqual([act, 303, `${base}?done=${act}`]);
    expect(await stateOf(site, petition.id)).toBe(state);
    expect((await send(front, `${base}/${act}`, admin, FIELDS)).status).toBe(409);
  }
  const page = await see(front, base, admin);
  expect(page.text).toContain("A word to you.");
  expect(page.text).toContain("Nothing, as it stands");
});

test("a closed campaign is not opened again until a day that is too near, too far or none", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const { petition } = await organisedPetition(site, { state: "closed", closedAt: NOW });
  const admin = await visitor(site, "admin");
  const path = `/admin/campaigns/${petition.number}/reopen`;
  for (const closesOn of ["26 November 2026", "2030-01-01", "soon", ""]) {
    const answer = await send(front, path, admin, { closesOn });
    expect([closesOn, answer.status]).toEqual([closesOn, 422]);
    expect(answer.text).toContain('aria-invalid="true"');
  }
  expect(await stateOf(site, petition.id)).toBe("closed");
});

test("only an admin pauses all signing, says so twice, and lets it go on", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  for (const who of [await visitor(site), await visitor(site, "moderator")]) {
    expect((await see(front, "/admin/signing", who)).status).toBe(403);
    expect((await send(front, "/admin/signing", who, { intent: "pause", sure: "on" })).status).toBe(403);
  }
  const admin = await visitor(site, "admin");
  const paths = { at: "/admin/signing" };
  expect((await send(front, paths.at, admin, { intent: "pause" })).status).toBe(422);
  expect(await findSigningPause(site.db.read)).toBeUndefined();
  const paused = await send(front, paths.at, admin, { intent: "pause", sure: "on" });
  expect([paused.status, paused.headers.location]).toEqual([303, paths.at]);
  expect((await see(front, paths.at, admin)).text).toContain("All signing is paused");
  expect((await send(front, paths.at, admin, { intent: "pause", sure: "on" })).status).toBe(409);
  expect((await send(front, paths.at, admin, { intent: "resume" })).status).toBe(303);
  expect((await send(front, paths.at, admin, { intent: "resume" })).status).toBe(409);
  expect((await see(front, paths.at, admin)).text).toContain("Signing works");
});

async function stateOf(site: TestSite, id: string): Promise<string | undefined> {
  const { campaigns } = site.db.tables;
  const [row] = await site.db.read
    .select({ state: campaigns.state })
    .from(campaigns)
    .where(eq(campaigns.id, id));
  return row?.state;
}
