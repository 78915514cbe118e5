import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ensureAccount } from "#app/domain/account/ensure-account.server.ts";
import { type OutcomeForm, outcomeForm } from "#app/domain/campaign/outcome-form.ts";
import { listAskEvents, listOutcomes } from "#app/domain/campaign/outcomes.server.ts";
import { proposeChange } from "#app/domain/campaign/propose-change.server.ts";
import { proposeOutcome, withdrawOutcome } from "#app/domain/campaign/propose-outcome.server.ts";
import { getText } from "#app/domain/campaign/replace-text.server.ts";
import { settleOutcome } from "#app/domain/campaign/settle-outcome.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { organisedPetition } from "./organised-petition.ts";

const TODAY = "2026-11-25";
const TYPED = {
  position: "1",
  outcome: "promised",
  happenedOn: "3 November 2026",
  words: "The cabinet member said so in a meeting.",
  sourceUrl: "https://www.worcestershire.gov.uk/minutes",
};

async function openScene(site: TestSite) {
  const scene = await organisedPetition(site, {
    state: "open",
    openedAt: NOW - DAY,
    asks: ["Answer in time", "Publish the waits"],
  });
  const moderatorId = await site.db.transaction("make a moderator", (tx) =>
    ensureAccount(tx, site, "moderator@example.org", NOW),
  );
  const campaignId = scene.petition.id;
  const propose = (changes: Partial<Record<keyof OutcomeForm, string>> = {}, now = NOW) =>
    proposeOutcome(
      site,
      { campaignId, accountId: scene.ownerId, form: outcomeForm(TODAY).parse({ ...TYPED, ...changes }) },
      now,
    );
  const waiting = async () => {
    const all = await listOutcomes(site.db.read, site.keyring, campaignId);
    const found = all.find(({ state }) => state === "waiting");
    if (!found) throw new Error("nothing waits");
    return found.publicId;
  };
  const settle = async (decision: "accepted" | "declined", note = "") =>
    settleOutcome(site, { publicId: await waiting(), moderatorId, decision, note }, NOW);
  const asks = async () => {
    const { asks: table } = site.db.tables;
    const rows = await site.db.read
      .select()
      .from(table)
      .where(eq(table.campaignId, campaignId))
      .orderBy(asc(table.position));
    return rows.map(({ outcome, outcomeOn }) => [outcome, outcomeOn]);
  };
  return { ...scene, moderatorId, campaignId, propose, waiting, settle, asks };
}

test("what became of an ask is shown once a moderator has accepted it, and what was declined never", async () => {
  const site = await testSite();
  const { campaignId, propose, settle, asks } = await openScene(site);
  expect(await propose()).toBe("proposed");
  expect(await listAskEvents(site.db.read, campaignId)).toEqual([]);
  expect(await asks()).toEqual([
    ["open", ""],
    ["open", ""],
  ]);
  expect(await settle("accepted")).toBe("settled");
  expect(await listAskEvents(site.db.read, campaignId)).toMatchObject([
    { position: 1, outcome: "promised", happenedOn: "2026-11-03", sourceUrl: TYPED.sourceUrl },
  ]);
  expect(await asks()).toEqual([
    ["promised", "2026-11-03"],
    ["open", ""],
  ]);
  await propose({ outcome: "done", happenedOn: "2026-11-20" });
  expect(await settle("declined", "The page does not say so.")).toBe("settled");
  expect(await listAskEvents(site.db.read, campaignId)).toHaveLength(1);
  expect((await asks())[0]).toEqual(["promised", "2026-11-03"]);
  const told = await listOutcomes(site.db.read, site.keyring, campaignId);
  expect(told.map(({ state, note }) => [state, note])).toEqual([
    ["declined", "The page does not say so."],
    ["accepted", ""],
  ]);
});

test("an ask has come to the newest that was accepted by its day, in whatever order they were", async () => {
  const site = await testSite();
  const { propose, settle, asks } = await openScene(site);
  await propose({ outcome: "done", happenedOn: "2026-11-20" });
  await settle("accepted");
  await propose({ outcome: "refused", happenedOn: "2026-11-01" });
  await settle("accepted");
  expect((await asks())[0]).toEqual(["done", "2026-11-20"]);
});

test("a correction takes the place of what was shown, whatever its day", async () => {
  const site = await testSite();
  const { campaignId, propose, settle, asks, moderatorId } = await openScene(site);
  await propose({ outcome: "done", happenedOn: "2026-11-20" });
  await settle("accepted");
  const [shown] = await listAskEvents(site.db.read, campaignId);
  const replaces = shown?.publicId ?? "";
  expect(await propose({ outcome: "partly", happenedOn: "2026-11-02", replaces })).toBe("proposed");
  expect(await propose({ outcome: "refused", happenedOn: "2026-11-02", replaces })).toBe("proposed");
  expect((await asks())[0]).toEqual(["done", "2026-11-20"]);
  const waiting = (await listOutcomes(site.db.read, site.keyring, campaignId)).filter(
    ({ state }) => state === "waiting",
  );
  const outcomes = await Promise.all(
    waiting.map(({ publicId }) =>
      settleOutcome(site, { publicId, moderatorId, decision: "accepted", note: "" }, NOW),
    ),
  );
  expect(outcomes.toSorted()).toEqual(["changed_meanwhile", "settled"]);
  const events = await listAskEvents(site.db.read, campaignId);
  expect(events).toHaveLength(1);
  expect((await asks())[0]).toEqual([events[0]?.outcome, "2026-11-02"]);
});

test("nobody settles an outcome of a campaign that they run, and nobody settles one twice", async () => {
  const site = await testSite();
  const { ownerId, moderatorId, propose, waiting } = await openScene(site);
  await propose();
  const publicId = await waiting();
  const settling = { publicId, moderatorId, decision: "accepted", note: "" } as const;
  expect(await settleOutcome(site, { ...settling, moderatorId: ownerId }, NOW)).toBe("own_campaign");
  const twice = await Promise.all([settleOutcome(site, settling, NOW), settleOutcome(site, settling, NOW)]);
  expect(twice.toSorted()).toEqual(["already_settled", "settled"]);
  expect(await settleOutcome(site, { ...settling, publicId: "aaaaaaaaaa" }, NOW)).toBe("unknown");
});

test("an outcome is of an ask that is there, of a public campaign, never of a demonstration", async () => {
  const site = await testSite();
  const { campaignId, propose, waiting } = await openScene(site);
  expect(await propose({ position: "3" })).toBe("unknown_ask");
  expect(await propose({ replaces: "aaaaaaaaaa" })).toBe("unknown_ask");
  await propose();
  const publicId = await waiting();
  expect(await propose({ replaces: publicId })).toBe("unknown_ask");
  expect(await withdrawOutcome(site, { campaignId: "another", publicId }, NOW)).toBe(false);
  expect(await withdrawOutcome(site, { campaignId, publicId }, NOW)).toBe(true);
  const form = outcomeForm(TODAY).parse(TYPED);
  for (const state of ["gathering", "in_review", "rejected", "hidden", "removed"] as const) {
    const { petition, ownerId } = await organisedPetition(site, { state });
    const outcome = await proposeOutcome(site, { campaignId: petition.id, accountId: ownerId, form }, NOW);
    expect(outcome, state).toBe("not_now");
  }
  const shown = await organisedPetition(site, { state: "open", isDemonstration: true });
  const proposal = { campaignId: shown.petition.id, accountId: shown.ownerId, form };
  expect(await proposeOutcome(site, proposal, NOW)).toBe("demonstration");
});

test("an ask that has been answered stays in its words and its place; others may change", async () => {
  const site = await testSite();
  const { campaignId, ownerId, propose } = await openScene(site);
  await propose();
  const text = await getText(site.db.read, campaignId);
  const change = (asks: string[]) =>
    proposeChange(
      site,
      { campaignId, accountId: ownerId, content: { ...text, asks }, version: 1, why: "Better" },
      NOW,
    );
  expect(await change(["Publish the waits", "Answer in time"])).toBe("answered_ask");
  expect(await change(["Answer much sooner", "Publish the waits"])).toBe("answered_ask");
  expect(await change(["Answer in time", "Publish all waits"])).toBe("proposed");
});

test("a form wants a day that has come, one sentence and a whole https address", () => {
  const form = outcomeForm(TODAY);
  expect(form.safeParse({ ...TYPED, happenedOn: TODAY }).success).toBe(true);
  for (const wrong of [
    { happenedOn: "2026-11-26" },
    { happenedOn: "soon" },
    { outcome: "open" },
    { words: " " },
    { words: "One.\nTwo." },
    { words: "x".repeat(301) },
    { sourceUrl: "" },
    { sourceUrl: "http://worcestershire.gov.uk" },
    { sourceUrl: "javascript:alert(1)" },
    { sourceUrl: "https://worcestershire.gov.uk@example.org/" },
    { sourceUrl: "https://worcestershire" },
    { position: "0" },
    { position: "one" },
  ])
    expect(form.safeParse({ ...TYPED, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
});
