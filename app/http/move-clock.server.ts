import { parseDuration } from "../clock.ts";
import { stepsBetween } from "../clock-steps.ts";
import { findClockOffset, keepClockOffset } from "../domain/time/clock-offset.server.ts";
import type { RequestContext } from "./context.ts";

/** Ten years: further ahead, calendars of the United Kingdom say little. */
const LONGEST_MS = 3653 * 86_400_000;

/**
 * Moves the clock ahead by an ISO 8601 duration, stopping wherever something may come due and running it there.
 * `refused` where the text is no duration, goes back, or is longer than ten years.
 */
export async function moveClock(
  context: Pick<RequestContext, "clock" | "db" | "runDue">,
  duration: string,
): Promise<"moved" | "refused"> {
  const by = readDuration(duration);
  if (by === undefined) return "refused";
  const { clock } = context;
  // Another process may have moved it further than this one has heard.
  clock.offset = Math.max(clock.offset, await findClockOffset(context.db));
  const from = clock.now();
  let reached = from;
  for (const instant of stepsBetween(from, from + by)) {
    clock.offset += instant - reached;
    reached = instant;
    await keepClockOffset(context.db, clock.offset);
    await context.runDue();
  }
  return "moved";
}

/** The duration in a form's field `advance`, as it was typed. */
export async function readAdvance(request: Request): Promise<string> {
  const advance = (await request.formData()).get("advance");
  return typeof advance === "string" ? advance : "";
}

function readDuration(text: string): number | undefined {
  try {
    const milliseconds = parseDuration(text.trim());
    return milliseconds >= 0 && milliseconds <= LONGEST_MS ? milliseconds : undefined;
  } catch {
    return undefined;
  }
}
