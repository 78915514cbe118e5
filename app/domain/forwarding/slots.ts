import { DAYS_BETWEEN_DELIVERIES, DELIVERY_SLOT } from "#app/policy-forwarding.ts";
import { addDays, lastWeeklySlot, londonInstant } from "../time/london.ts";

/** The instant at which the weekly round of a London day begins. */
export function slotInstant(slotOn: string): number {
  return londonInstant(slotOn, DELIVERY_SLOT.time);
}

/** The London day of the round that comes next. */
export function nextSlotOn(now: number): string {
  return addDays(lastWeeklySlot(now, DELIVERY_SLOT.weekday, DELIVERY_SLOT.time), DAYS_BETWEEN_DELIVERIES);
}

/** The first London day whose message stands in the way of another one in a slot. */
export function weekBefore(slotOn: string): string {
  return addDays(slotOn, 1 - DAYS_BETWEEN_DELIVERIES);
}
