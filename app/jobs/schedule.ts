import { PUBLICATION_MINUTES } from "#app/policy.ts";
import { DELIVERY_SLOT } from "#app/policy-forwarding.ts";
import { DAY, HOUR, MINUTE } from "../domain/time/durations.ts";
import { lastWeeklySlot, londonInstant } from "../domain/time/london.ts";

/** Work that comes round by itself. */
export const RECURRING = [
  { kind: "release-held", every: MINUTE },
  { kind: "close-campaigns", every: MINUTE },
  { kind: "remind-pending", every: 10 * MINUTE },
  { kind: "run-complaint-clock", every: 10 * MINUTE },
  { kind: "count-trends", every: HOUR },
  { kind: "keep-house", every: HOUR },
  { kind: "compare-papers", every: DAY },
  { kind: "sum-stories", every: DAY },
] as const;

/** The weekly round in which representatives are told. */
export const WEEKLY = { kind: "plan-deliveries", ...DELIVERY_SLOT } as const;

/** What people cause by what they do. */
const ASKED = [
  "publish-tallies",
  "mail-links",
  "work-batch",
  "fetch-received",
  "tell-of-version",
  "compare-paper",
] as const;

/** Every kind of work: the recurring, the weekly, and what people cause. */
export type JobKind = (typeof RECURRING)[number]["kind"] | (typeof WEEKLY)["kind"] | (typeof ASKED)[number];

/** Reads a kind back from its row. @throws for one that this program does not know. */
export function jobKind(text: string): JobKind {
  const kinds: readonly JobKind[] = [...RECURRING.map((one) => one.kind), WEEKLY.kind, ...ASKED];
  const kind = kinds.find((one) => one === text);
  if (!kind) throw new Error(`there is no work called ${text}`);
  return kind;
}

/** The slots that have begun: their ids are made of kind and slot, so that no two workers run one twice. */
export function currentSlots(now: number): Slot[] {
  const recurring = RECURRING.map(({ kind, every }) => {
    const dueAt = now - (now % every);
    return { id: `${kind}:${dueAt}`, kind, rowId: "", dueAt };
  });
  return [...recurring, weeklySlot(now)];
}

type Slot = { id: string; kind: JobKind; rowId: string; dueAt: number };

/** The weekly slot begins on a full minute; a busy worker asks many times a second. */
function weeklySlot(now: number): Slot {
  const minute = Math.floor(now / MINUTE);
  if (asked?.minute === minute) return asked.slot;
  const { kind, weekday, time } = WEEKLY;
  const day = lastWeeklySlot(now, weekday, time);
  const slot = { id: `${kind}:${day}`, kind, rowId: day, dueAt: londonInstant(day, time) };
  asked = { minute, slot };
  return slot;
}

let asked: { minute: number; slot: Slot } | undefined;

/** How long a finished job's row is kept, so that its slot is not run again. */
export const KEEP_DONE = Math.max(14 * 24 * HOUR, PUBLICATION_MINUTES * MINUTE);
