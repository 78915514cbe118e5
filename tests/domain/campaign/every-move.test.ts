import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { moveCampaign } from "#app/domain/campaign/move-campaign.server.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { Mover } from "#db/tables/history.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";

const STATES: CampaignState[] = [
  "draft",
  "gathering",
  "in_review",
  "changes_requested",
  "rejected",
  "hidden",
  "removed",
  "open",
  "paused",
  "closed",
  "archived",
];
const MOVERS: Mover[] = ["organiser", "moderator", "admin", "program"];

/** The agreed moves, written down once more: from, to, and the first letters of who may. */
const AGREED = new Set(
  [
    "draft gathering o",
    "gathering in_review o",
    "in_review open ma",
    "in_review changes_requested ma",
    "in_review rejected ma",
    "changes_requested in_review o",
    "rejected in_review ma",
    "open paused ma",
    "paused open ma",
    "open closed omap",
    "paused closed p",
    "closed archived p",
    "closed open a",
    "gathering removed oa",
    "changes_requested removed oa",
    "in_review removed a",
    "rejected removed a",
    "open removed a",
    "paused removed a",
    "closed removed a",
    "archived removed a",
    "gathering hidden ma",
    "in_review hidden ma",
    "changes_requested hidden ma",
    "rejected hidden ma",
    "open hidden ma",
    "paused hidden ma",
    "closed hidden ma",
    "archived hidden ma",
  ].flatMap((line) => {
    const [from, to, who = ""] = line.split(" ");
    return [...who].map((letter) => `${from} ${to} ${letter}`);
  }),
);

test("only the agreed moves between states happen, by those who may; each leaves its trace and no other move any", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const wrong: string[] = [];
  for (const from of STATES.filter((state) => state !== "hidden"))
    for (const to of STATES)
      for (const mover of MOVERS) {
        await put(site, petition.id, from);
        const done = await move(site, petition.id, { from, to, mover });
        const isAgreed = AGREED.has(`${from} ${to} ${mover.charAt(0)}`);
        const now = await stateOf(site, petition.id);
        if (done !== isAgreed || now.state !== (isAgreed ? to : from)) wrong.push(`${from} ${to} ${mover}`);
        if (now.formerState !== (isAgreed && to === "hidden" ? from : "")) wrong.push(`former of ${from}`);
      }
  expect(wrong).toEqual([]);
  const { campaignMoves, auditLog } = site.db.tables;
  const moves = await site.db.read.select().from(campaignMoves);
  const traced = moves.map((row) => `${row.fromState} ${row.toState} ${row.mover.charAt(0)}`);
  expect(traced.toSorted()).toEqual([...AGREED].toSorted());
  const lines = await site.db.read.select().from(auditLog);
  const moderated = moves.filter(({ mover }) => mover === "moderator" || mover === "admin");
  expect(lines.map((line) => line.detail).toSorted()).toEqual(
    moderated.map((row) => `${row.fromState} → ${row.toState}`).toSorted(),
  );
});

test("a hidden campaign goes back only to where it was, by those who look after the site, or is removed by an admin", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const wrong: string[] = [];
  for (const former of STATES.filter((state) => !["draft", "hidden", "removed"].includes(state)))
    for (const to of STATES)
      for (const mover of MOVERS) {
        await put(site, petition.id, "hidden", former);
        const done = await move(site, petition.id, { from: "hidden", to, mover });
        const isAgreed =
          (to === former && (mover === "moderator" || mover === "admin")) ||
          (to === "removed" && mover === "admin");
        if (done !== isAgreed) wrong.push(`${former} hidden ${to} ${mover}`);
        if ((await stateOf(site, petition.id)).state !== (isAgreed ? to : "hidden")) wrong.push(to);
      }
  expect(wrong).toEqual([]);
});

test("nobody moves a campaign that is in another state than they have read", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await put(site, petition.id, "closed");
  expect(await move(site, petition.id, { from: "open", to: "paused", mover: "moderator" })).toBe(false);
  expect(await stateOf(site, petition.id)).toMatchObject({ state: "closed" });
});

test("of many who move a campaign at the same moment, one does", async () => {
  const site = await testSite({ poolSize: 8 });
  const petition = await openPetition(site);
  const asked = (["paused", "closed", "hidden", "removed"] as const).map((to) =>
    move(site, petition.id, { from: "open", to, mover: "admin" }),
  );
  expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
  expect(await site.db.read.select().from(site.db.tables.campaignMoves)).toHaveLength(1);
});

async function move(
  site: TestSite,
  campaignId: string,
  step: { from: CampaignState; to: CampaignState; mover: Mover },
): Promise<boolean> {
  const asked = { campaignId, accountId: "", ...step };
  const id = await site.db.transaction("move", (tx) => moveCampaign(tx, site, asked, NOW));
  return id !== undefined;
}

/** Puts a campaign into a state as if by another program: the rules are not asked. */
async function put(
  site: TestSite,
  id: string,
  state: CampaignState,
  formerState: CampaignState | "" = "",
): Promise<void> {
  await site.db.transaction("put", async (tx) => {
    const { campaigns } = tx.tables;
    await tx.update(campaigns).set({ state, formerState }).where(eq(campaigns.id, id));
  });
}

async function stateOf(site: TestSite, id: string) {
  const { campaigns } = site.db.tables;
  const [row] = await site.db.read
    .select({ state: campaigns.state, formerState: campaigns.formerState })
    .from(campaigns)
    .where(eq(campaigns.id, id));
  if (!row) throw new Error("the campaign is gone");
  return row;
}
