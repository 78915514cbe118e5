import { WARD_STEPS, WIDE_STEPS } from "#app/policy-forwarding.ts";
import type { AreaLevel } from "#db/tables/area.ts";
import type { StepPace } from "#db/tables/forwarding.ts";

/**
 * The highest step that a tally has reached, 0 below the first. Wards and divisions have steps closer together;
 * past the listed ones they go on as 500, 1,000, 2,500, 5,000 … A slow pace has every second of them.
 */
export function stepReached(level: AreaLevel, tally: number, pace: StepPace = "usual"): number {
  let reached = 0;
  for (const step of stepsOf(level, pace)) {
    if (step > tally) break;
    reached = step;
  }
  return reached;
}

/** The step that a tally comes to next. */
export function stepAfter(level: AreaLevel, tally: number, pace: StepPace = "usual"): number {
  for (const step of stepsOf(level, pace)) if (step > tally) return step;
  throw new Error("steps go on for ever");
}

function* stepsOf(level: AreaLevel, pace: StepPace): Generator<number> {
  let isOdd = false;
  for (const step of usualSteps(level)) {
    isOdd = !isOdd;
    if (isOdd || pace === "usual") yield step;
  }
}

function* usualSteps(level: AreaLevel): Generator<number> {
  const listed = level === "ward" || level === "division" ? WARD_STEPS : WIDE_STEPS;
  yield* listed;
  for (let step = nextStep(listed.at(-1) ?? 1); ; step = nextStep(step)) yield step;
}

/** 1 → 2.5 → 5 → 10 of every power of ten. */
function nextStep(step: number): number {
  return String(step).startsWith("1") ? step * 2.5 : step * 2;
}
