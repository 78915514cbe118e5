import { expect, test } from "vitest";
import { changeSettings } from "#app/domain/campaign/change-settings.server.ts";
import { dailyCounts, grownSince } from "#app/domain/campaign/daily-counts.ts";
import { nextStep, type Standing } from "#app/domain/campaign/next-step.ts";
import { hasSigned } from "#app/domain/campaign/overview.server.ts";
import { SettingsForm } from "#app/domain/campaign/settings-form.ts";
import { stepAfter, stepReached } from "#app/domain/forwarding/steps.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { addDays, londonDay } from "#app/domain/time/london.ts";
import { confirmedSignature, NOW, signPetition } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { organisedPetition } from "./organised-petition.ts";

test("history is told by London days, which begin an hour early in summer", () => {
  const midnight = Date.parse("2026-07-01T23:00:00Z");
  const days = dailyCounts([
    { hour: midnight - HOUR, change: 3 },
    { hour: midnight, change: 2 },
    { hour: midnight + 20 * HOUR, change: -1 },
    { hour: midnight + 25 * HOUR, change: 1 },
    { hour: midnight + 26 * HOUR, change: -1 },
  ]);
  expect(days).toEqual([
    { day: "2026-07-01", change: 3, total: 3 },
    { day: "2026-07-02", change: 1, total: 4 },
  ]);
  expect(grownSince(days, "2026-07-01")).toBe(1);
});

test("the next step of a tally is the lowest that it has not reached", () => {
  for (const level of ["ward", "constituency"] as const)
    for (const tally of [0, 4, 5, 9, 10, 99, 250, 499, 500, 2400, 10_000]) {
      const step = stepAfter(level, tally);
      expect(step).toBeGreaterThan(tally);
      expect(stepReached(level, step)).toBe(step);
      expect(stepReached(level, step - 1)).toBe(stepReached(level, tally));
    }
});

test("there is one next step in every state", () => {
  const standing: Standing = {
    ...{ state: "gathering", count: 2, goal: 100, needed: 5 },
    ...{ hasSigned: true, openAskCount: 1 },
  };
  expect(nextStep({ ...standing, hasSigned: false })).toBe("sign_it");
  expect(nextStep(standing)).toBe("find_supporters");
  expect(nextStep({ ...standing, count: 5, hasSigned: false })).toBe("submit");
  expect(nextStep({ ...standing, state: "in_review" })).toBe("wait_for_review");
  expect(nextStep({ ...standing, state: "changes_requested" })).toBe("make_changes");
  expect(nextStep({ ...standing, state: "hidden" })).toBe("look_at_decision");
  expect(nextStep({ ...standing, state: "open" })).toBe("pass_on");
  expect(nextStep({ ...standing, state: "open", hasSigned: false })).toBe("sign_it");
  expect(nextStep({ ...standing, state: "open", count: 100 })).toBe("set_goal");
  expect(nextStep({ ...standing, state: "paused" })).toBe("wait_for_pause");
  expect(nextStep({ ...standing, state: "closed" })).toBe("hand_in");
  expect(nextStep({ ...standing, state: "archived" })).toBe("tell_outcome");
  expect(nextStep({ ...standing, state: "archived", openAskCount: 0 })).toBe("nothing");
});

test("whether an organiser has signed is known by their own confirmed signature alone", async () => {
  const site = await testSite();
  const { petition, ownerId } = await organisedPetition(site);
  const who = { campaignId: petition.id, accountId: ownerId };
  await confirmedSignature(site, petition);
  expect(await hasSigned(site.db.read, who)).toBe(false);
  const email = `owner-${petition.number}@example.org`;
  await signPetition(site, petition, { email });
  expect(await hasSigned(site.db.read, who)).toBe(false);
  await confirmedSignature(site, petition, { email, name: "Wren Applegarth" });
  expect(await hasSigned(site.db.read, who)).toBe(true);
});

test("a goal may be any number; the last day to sign comes earlier freely, later for a year at most", async () => {
  const site = await testSite();
  const today = londonDay(NOW);
  const { petition, ownerId } = await organisedPetition(site, {
    ...{ state: "open", openedAt: NOW - 30 * DAY, closesOn: addDays(today, 90) },
  });
  const change = (closesOn: string, goal = "2,500") =>
    changeSettings(
      site,
      {
        campaignId: petition.id,
        accountId: ownerId,
        form: SettingsForm.parse({ closesOn, goal, showsNames: "on" }),
      },
      NOW,
    );
  expect(await change(addDays(today, -1))).toBe("too_early");
  expect(await change(today)).toBe("saved");
  expect(await change("2027-10-27")).toBe("too_late");
  expect(await change("2027-10-26")).toBe("saved");
  for (const goal of ["0", "-1", "1e3", "many", "", "100000000"])
    expect(SettingsForm.safeParse({ closesOn: today, goal }).success, goal).toBe(false);
  for (const state of ["closed", "rejected", "hidden", "removed", "archived"] as const) {
    const over = await organisedPetition(site, { state });
    const form = SettingsForm.parse({ closesOn: today, goal: "10" });
    const change = { campaignId: over.petition.id, accountId: over.ownerId, form };
    expect(await changeSettings(site, change, NOW), state).toBe("not_now");
  }
});
