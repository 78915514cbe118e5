import { z } from "zod";
import { NOTE_CHARACTERS } from "#app/policy.ts";
import { HIDE_REASONS, REJECT_REASONS } from "./reasons.ts";
import { optionalText, typedText } from "./typed-text.ts";

const note = optionalText(NOTE_CHARACTERS);
const reasonOf = <const Value extends string>(reasons: readonly { value: Value }[]) =>
  z.enum(
    reasons.map(({ value }) => value),
    { error: "Choose a reason" },
  );

/** What a moderator decides about a petition in review, and the note to its organisers. */
export const Decision = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("publish"), note }),
    z.object({
      decision: z.literal("ask_changes"),
      note: typedText(NOTE_CHARACTERS, "Write what has to change, so that the organiser can do it"),
    }),
    z.object({ decision: z.literal("reject"), rejectReason: reasonOf(REJECT_REASONS), note }),
    z.object({ decision: z.literal("hide"), hideReason: reasonOf(HIDE_REASONS), note }),
  ],
  { error: "Choose what you decide" },
);
export type Decision = z.infer<typeof Decision>;

/** A decision together with the version of the text that the moderator has read. */
export const DecisionForm = z.intersection(
  // A version that is none is no version that anybody has read.
  z.object({ textVersion: z.coerce.number().int().catch(0) }),
  Decision,
);
export type DecisionForm = z.infer<typeof DecisionForm>;

/** Taking something down at once: a reason if there is time for one. */
export const HideForm = z.object({
  hideReason: reasonOf(HIDE_REASONS).default("urgent"),
  note,
});
export type HideForm = z.infer<typeof HideForm>;

/** Putting something back, with a word to its organisers. */
export const RestoreForm = z.object({ note });
export type RestoreForm = z.infer<typeof RestoreForm>;

/** An organiser's appeal. */
export const AppealForm = z.object({
  words: typedText(NOTE_CHARACTERS, "Write why you think that the decision was wrong"),
});
export type AppealForm = z.infer<typeof AppealForm>;

/** What another moderator says to an appeal; a refusal is explained. */
export const SettleAppealForm = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("granted"), note }),
    z.object({
      decision: z.literal("dismissed"),
      note: typedText(NOTE_CHARACTERS, "Write why the decision stands, so that the organiser understands it"),
    }),
  ],
  { error: "Choose what you decide" },
);
export type SettleAppealForm = z.infer<typeof SettleAppealForm>;

/** The same for what organisers propose: a change to the text, what became of an ask. */
export const SettleProposalForm = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("accepted"), note }),
    z.object({
      decision: z.literal("declined"),
      note: typedText(NOTE_CHARACTERS, "Write why not, so that the organiser understands it"),
    }),
  ],
  { error: "Choose what you decide" },
);
export type SettleProposalForm = z.infer<typeof SettleProposalForm>;
