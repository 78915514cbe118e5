import fc from "fast-check";
import { expect, test } from "vitest";
import { dueDeliveries } from "#app/domain/forwarding/due.ts";
import { type Candidate, judge } from "#app/domain/forwarding/judge.ts";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import { CAMPAIGNS_PER_DELIVERY, FORWARDING_RULE } from "#app/policy-forwarding.ts";

const SLOT = Date.parse("2026-12-01T10:00:00Z");
const WEEK = 7 * 24 * 3_600_000;

const lastTold = fc.record({
  tally: fc.integer({ min: 5, max: 400 }),
  step: fc.constantFrom(5, 10, 25, 50, 100, 250),
  isClosing: fc.boolean(),
  at: fc.integer({ min: SLOT - 20 * WEEK, max: SLOT - WEEK }),
  on: fc.constant("2026-11-24"),
});

/** Everything but what they were last told. */
const REQUIRED = [
  ...(["addressHash", "termId", "representativeId", "gssCode", "level", "basis", "as"] as const),
  ...(["campaignId", "campaignState", "closedAt", "tally", "rule"] as const),
] as const;

const candidates: fc.Arbitrary<Candidate[]> = fc.array(
  fc.record(
    {
      addressHash: fc.constantFrom("a", "b", "c"),
      termId: fc.constantFrom("t1", "t2", "t3"),
      representativeId: fc.constantFrom("r1", "r2", "r3", "r4"),
      gssCode: fc.constantFrom("w1", "w2", ""),
      level: fc.constantFrom("ward", "division", "constituency", "council"),
      basis: fc.constant("constituents"),
      as: fc.constantFrom("mp", "concerned", "councillor", "recipient"),
      campaignId: fc.constantFrom("1", "2", "3", "4", "5", "6", "7"),
      campaignState: fc.constantFrom("open", "closed", "paused", "archived"),
      closedAt: fc.oneof(fc.constant(null), fc.integer({ min: SLOT - 20 * WEEK, max: SLOT })),
      tally: fc.integer({ min: 0, max: 600 }),
      rule: fc.record({
        ...{ tellsMps: fc.boolean(), tellsRecipients: fc.boolean(), sendsClosing: fc.boolean() },
        ...{ isPaused: fc.boolean(), pace: fc.constantFrom("usual", "slow") },
        councillors: fc.constantFrom("all", "concerned", "none"),
      }),
      lastTold,
    },
    { requiredKeys: [...REQUIRED] },
  ),
  { maxLength: 40 },
);

test("of whatever there is to tell, an address has one message, with five lines at most and nobody twice", () => {
  fc.assert(
    fc.property(candidates, (all) => {
      const due = dueDeliveries(all, SLOT);
      expect(new Set(due.map(({ addressHash }) => addressHash)).size).toBe(due.length);
      for (const { items } of due) {
        expect(items.length).toBeGreaterThan(0);
        const lines = new Set(items.map((item) => `${item.campaignId} ${item.gssCode}`));
        expect(lines.size).toBeLessThanOrEqual(CAMPAIGNS_PER_DELIVERY);
        const people = items.map((item) => `${item.campaignId} ${item.representativeId}`);
        expect(new Set(people).size).toBe(people.length);
        for (const item of items) expect(item.tally).toBeGreaterThanOrEqual(SMALLEST_SHOWN_COUNT);
      }
    }),
  );
});

test("nobody is due whom the rule leaves out, of a campaign that is not told, or without growth past a step", () => {
  fc.assert(
    fc.property(candidates, (all) => {
      for (const one of all) {
        const judged = judge(one, SLOT);
        if (!judged.isDue) continue;
        expect(one.rule.isPaused).toBe(false);
        expect(["open", "closed"]).toContain(one.campaignState);
        if (one.as === "mp") expect(one.rule.tellsMps).toBe(true);
        if (one.as === "councillor") expect(one.rule.councillors).toBe("all");
        if (judged.isClosing) expect(one.lastTold).toBeDefined();
        else expect(judged.step).toBeGreaterThan(one.lastTold?.step ?? 0);
        // Told of this, they are not due again in the round after.
        const told = { tally: one.tally, step: judged.step, isClosing: judged.isClosing, at: SLOT, on: "" };
        expect(judge({ ...one, lastTold: told }, SLOT + WEEK).isDue).toBe(false);
      }
    }),
  );
});

test("a poll or a pause holds back whoever would be due", () => {
  const one: Candidate = {
    ...{ addressHash: "a", termId: "t", representativeId: "r", gssCode: "w", level: "ward" },
    ...{ basis: "constituents", as: "concerned", campaignId: "1", campaignState: "open" },
    ...{ closedAt: null, tally: 38, rule: FORWARDING_RULE },
  };
  expect(judge(one, SLOT)).toEqual({ isDue: true, step: 25, isClosing: false });
  const poll = {
    ...{ publicId: "p", kind: "local" as const, name: "A poll", area: "", source: "" },
    ...{ quietFrom: "2026-11-01", pollOn: "2026-12-10" },
  };
  expect(judge({ ...one, poll }, SLOT)).toEqual({ isDue: false, why: "quiet" });
  expect(judge({ ...one, rule: { ...FORWARDING_RULE, isPaused: true } }, SLOT)).toEqual({
    isDue: false,
    why: "rule",
  });
});
