import { expect, test } from "vitest";
import * as rounds from "#app/domain/forwarding/due.ts";
import type { Candidate, LastTold } from "#app/domain/forwarding/judge.ts";
import { FORWARDING_RULE } from "#app/policy-forwarding.ts";

/** A round long after anything that these candidates have heard. */
const SLOT = Date.parse("2026-12-01T10:00:00Z");

function dueItem(one: Candidate, slotAt = SLOT): rounds.DueItem | undefined {
  return rounds.dueItem(one, slotAt);
}

function dueDeliveries(all: readonly Candidate[]): rounds.DueDelivery[] {
  return rounds.dueDeliveries(all, SLOT);
}

function candidate(changes: Partial<Candidate> = {}): Candidate {
  return {
    addressHash: "address",
    termId: "term",
    representativeId: "representative",
    gssCode: "E05015849",
    level: "ward",
    basis: "constituents",
    as: "councillor",
    rule: FORWARDING_RULE,
    closedAt: null,
    campaignId: "campaign",
    campaignState: "open",
    tally: 12,
    ...changes,
  };
}

function told(changes: Partial<LastTold> = {}): LastTold {
  return {
    tally: 10,
    step: 10,
    isClosing: false,
    at: Date.parse("2026-11-24T10:00:00Z"),
    on: "2026-11-24",
    ...changes,
  };
}

test("whoever was never told is due from five on", () => {
  expect(dueItem(candidate({ tally: 4 }))).toBeUndefined();
  expect(dueItem(candidate({ tally: 5 }))).toMatchObject({ step: 5, previousTally: null, previousOn: "" });
});

test("growth is due when it has passed a step since the last message, and only then", () => {
  expect(dueItem(candidate({ tally: 24, lastTold: told() }))).toBeUndefined();
  expect(dueItem(candidate({ tally: 25, lastTold: told() }))).toMatchObject({
    step: 25,
    previousTally: 10,
    previousOn: "2026-11-24",
    isClosing: false,
  });
  expect(dueItem(candidate({ tally: 8, lastTold: told() }))).toBeUndefined();
});

test("a closed campaign is due once more to those who were told of it, and to nobody else", () => {
  const closed = candidate({ campaignState: "closed" });
  expect(dueItem(closed)).toBeUndefined();
  expect(dueItem({ ...closed, lastTold: told() })).toMatchObject({ isClosing: true });
  expect(dueItem({ ...closed, lastTold: told({ isClosing: true }) })).toBeUndefined();
});

test("a paused campaign is not due", () => {
  expect(dueItem(candidate({ campaignState: "paused" }))).toBeUndefined();
});

test("one message holds five campaigns at most: last ones first, then those that grew most", () => {
  const campaigns = [30, 90, 60, 20, 80, 70].map((tally, index) =>
    candidate({ campaignId: `campaign ${index}`, tally }),
  );
  const closing = candidate({ campaignId: "closing", campaignState: "closed", lastTold: told() });
  const [delivery, ...others] = dueDeliveries([...campaigns, closing]);
  expect(others).toEqual([]);
  expect(delivery?.items.map((item) => item.campaignId)).toEqual([
    "closing",
    "campaign 1",
    "campaign 4",
    "campaign 5",
    "campaign 2",
  ]);
});

test("two who share an address get one message that tells both", () => {
  const delivery = dueDeliveries([
    candidate({ representativeId: "one", termId: "first" }),
    candidate({ representativeId: "other", termId: "second" }),
  ]);
  expect(delivery).toHaveLength(1);
  expect(delivery[0]?.items.map((item) => item.representativeId)).toEqual(["one", "other"]);
});

test("somebody with two seats is told of a campaign once a week, of the larger number", () => {
  const [delivery] = dueDeliveries([
    candidate({ tally: 12 }),
    candidate({ tally: 40, gssCode: "E05015850", termId: "second" }),
  ]);
  expect(delivery?.items.map((item) => item.tally)).toEqual([40]);
  expect(delivery?.termId).toBe("second");
});
