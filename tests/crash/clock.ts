import { addDays, lastWeeklySlot, londonInstant } from "#app/domain/time/london.ts";
import { DELIVERY_SLOT } from "#app/policy-forwarding.ts";

/** Moves the program's clock ahead by so many milliseconds, and waits until what came due is done. */
export async function moveClock(url: string, milliseconds: number): Promise<void> {
  const advance = `PT${Math.ceil(milliseconds / 1000)}S`;
  const answer = await fetch(`${url}/dev/clock.json`, {
    method: "POST",
    body: new URLSearchParams({ advance }),
  });
  if (answer.status !== 200) throw new Error(`the clock answered ${answer.status}`);
  await answer.arrayBuffer();
}

/** What the program's clock shows. */
export async function readClock(url: string): Promise<number> {
  const { now }: { now: number } = await (await fetch(`${url}/dev/clock.json`)).json();
  return now;
}

/** The first instant after `now` at which a slot for telling representatives begins. */
export function slotAfter(now: number): number {
  const { weekday, time } = DELIVERY_SLOT;
  return londonInstant(addDays(lastWeeklySlot(now, weekday, time), 7), time);
}
