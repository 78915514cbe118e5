import { z } from "zod";
import { OPEN_AT_MOST_MONTHS } from "#app/policy.ts";
import { readDay } from "../representative/read-day.ts";
import { addMonths, londonDay } from "../time/london.ts";

/** More than live in the United Kingdom makes no goal. */
const GOAL_AT_MOST = 10_000_000;

/** What those who own a campaign may change at any time: goal, whether names are shown, the last day to sign. */
export const SettingsForm = z.object({
  goal: z
    .string()
    .default("")
    .transform((typed) => typed.replace(/[,\s]/g, ""))
    .refine((typed) => /^[1-9]\d{0,8}$/.test(typed), "Enter a number, like 500")
    .transform(Number)
    .refine((goal) => goal <= GOAL_AT_MOST, "Enter a number below ten million"),
  showsNames: z
    .string()
    .optional()
    .transform((value) => value === "on"),
  closesOn: z
    .string()
    .default("")
    .transform((typed, ctx) => {
      const day = readDay(typed);
      if (day !== undefined) return day;
      ctx.addIssue({ code: "custom", message: "Enter a day, like 3 May 2027" });
      return z.NEVER;
    }),
});
export type SettingsForm = z.infer<typeof SettingsForm>;

/**
 * Between which days a campaign's last day to sign may lie: not before today, and not later than a year after it
 * opened, or after today where it has not opened yet. One that lies later already, because signing was paused, may
 * stay.
 */
export function closingDays(
  { openedAt, closesOn }: { openedAt: number | null; closesOn: string },
  now: number,
): { earliest: string; latest: string } {
  const latest = addMonths(londonDay(openedAt ?? now), OPEN_AT_MOST_MONTHS);
  return { earliest: londonDay(now), latest: latest > closesOn ? latest : closesOn };
}
