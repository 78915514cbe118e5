import { z } from "zod";
import { PAUSE_WORDS_CHARACTERS } from "#app/policy-forwarding.ts";
import { optionalText } from "../moderation/typed-text.ts";

/** Why nothing is sent to an address: asked by link, by one click in a mail program, for good, by complaint, by an admin. */
export const PAUSE_REASONS = ["link", "one_click", "stopped", "complaint", "admin"] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** What the reader of a message asks for: a rest from one campaign, from all of them, or none ever again. */
export const PauseForm = z.object({
  what: z
    .string()
    .default("")
    .refine((what) => /^(?:all|stop|campaign-\d{1,9})$/.test(what), "Choose what we should stop"),
  words: optionalText(PAUSE_WORDS_CHARACTERS),
});
export type PauseForm = z.infer<typeof PauseForm>;

/** What a mail program's one click asks for. Source: RFC 8058. */
export const ONE_CLICK = { what: "all", words: "", isOneClick: true } as const;

/** The reason that a choice is kept under. */
export function reasonFor(what: string, isOneClick: boolean): PauseReason {
  if (isOneClick) return "one_click";
  return what === "stop" ? "stopped" : "link";
}

/** The number of the campaign that was chosen, or undefined for all of them. */
export function chosenCampaign(what: string): number | undefined {
  const match = /^campaign-(\d+)$/.exec(what);
  return match ? Number(match[1]) : undefined;
}

/** What ends together with a pause: stopping for good and a rest are two things; the rest of one kind are one. */
export function endedTogether(reason: string): PauseReason[] {
  if (reason === "stopped") return ["stopped"];
  return reason === "link" || reason === "one_click" ? ["link", "one_click"] : [];
}
