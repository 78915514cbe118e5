import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type RequestPace, requestPace, type Urgency } from "#app/emails/request-pace.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("no second sees more requests than the limit, and none waits longer than it must", async () => {
  const left = await leaving(
    requestPace(2, Date.now),
    ["weekly", "weekly", "weekly", "weekly", "weekly"],
    5000,
  );
  expect(left.map(({ at }) => at)).toEqual([0, 0, 1050, 1050, 2100]);
});

test("what is urgent goes first, however long the rest has waited", async () => {
  const left = await leaving(
    requestPace(1, Date.now),
    ["weekly", "weekly", "service", "weekly", "service"],
    9000,
  );
  expect(left.map(({ urgency }) => urgency)).toEqual(["weekly", "service", "service", "weekly", "weekly"]);
});

test("the limit is the one that answers name; nonsense changes nothing", async () => {
  const pace = requestPace(2, Date.now);
  pace.heed({ "ratelimit-limit": "5" });
  for (const said of ["0", "-1", "many", "99999"]) pace.heed({ "ratelimit-limit": said });
  pace.heed(null);
  const left = await leaving(
    pace,
    Array.from({ length: 6 }, () => "weekly" as const),
    3000,
  );
  expect(left.map(({ at }) => at)).toEqual([0, 0, 0, 0, 0, 1050]);
});

test("nothing leaves while the provider rests, be it urgent or not", async () => {
  const pace = requestPace(2, Date.now);
  pace.hold(3000);
  const left = await leaving(pace, ["weekly", "service"], 5000);
  expect(left).toEqual([
    { urgency: "service", at: 3000 },
    { urgency: "weekly", at: 3000 },
  ]);
});

/** Asks for turns all at once, and says in which order and when they came. */
async function leaving(pace: RequestPace, wanted: readonly Urgency[], forMs: number) {
  const beganAt = Date.now();
  const left: { urgency: Urgency; at: number }[] = [];
  for (const urgency of wanted)
    void pace.turn(urgency).then(() => left.push({ urgency, at: Date.now() - beganAt }));
  await vi.advanceTimersByTimeAsync(forMs);
  return left;
}
