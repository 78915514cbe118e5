import { z } from "zod";
import { NOTE_CHARACTERS, OPEN_AT_LEAST_MONTHS, OPEN_AT_MOST_MONTHS } from "#app/policy.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { optionalText } from "../moderation/typed-text.ts";
import { readDay } from "../representative/read-day.ts";
import { addMonths } from "../time/london.ts";
import { mayMove } from "./campaign.ts";
import { LIFE_REASONS } from "./life-reasons.ts";

const note = optionalText(NOTE_CHARACTERS);
const reason = z.enum(
  LIFE_REASONS.map(({ value }) => value),
  { error: "Choose a reason" },
);
/** A day as people write it. */
const ClosesOn = z
  .string()
  .default("")
  .transform((typed, ctx) => {
    const day = readDay(typed);
    if (day === undefined) ctx.addIssue("Enter the last day for signing, like 31 March 2027");
    return day ?? "";
  });

/** What may be done by hand to a campaign, by those who look after the site; `intent` says which. */
export const LifeForm = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("pause"), reason, note }),
    z.object({ intent: z.literal("resume"), note }),
    z.object({ intent: z.literal("close"), reason, note }),
    z.object({ intent: z.literal("reopen"), closesOn: ClosesOn, note }),
    z.object({ intent: z.literal("remove"), reason, note }),
  ],
  { error: "Press one of the buttons on the page" },
);
export type LifeForm = z.infer<typeof LifeForm>;

/** The acts, as their addresses name them. */
export const LIFE_ACTS = [
  "pause",
  "resume",
  "close",
  "reopen",
  "remove",
] as const satisfies LifeForm["intent"][];
export type LifeAct = (typeof LIFE_ACTS)[number];

/** Where each act is done, and where it leads to. */
const STEPS: Record<LifeAct, { from?: CampaignState; to: CampaignState }> = {
  pause: { from: "open", to: "paused" },
  resume: { from: "paused", to: "open" },
  close: { from: "open", to: "closed" },
  reopen: { from: "closed", to: "open" },
  remove: { to: "removed" },
};

/** What a moderator or an admin may do now with a campaign in a state. */
export function lifeActs(state: CampaignState, mover: "moderator" | "admin"): LifeAct[] {
  return LIFE_ACTS.filter((act) => {
    const { from = state, to } = STEPS[act];
    return from === state && mayMove(state, to, mover);
  });
}

/** The first and the last day that a campaign which is opened on `today` may close on. */
export function closingDays(today: string): { first: string; last: string } {
  return { first: addMonths(today, OPEN_AT_LEAST_MONTHS), last: addMonths(today, OPEN_AT_MOST_MONTHS) };
}
