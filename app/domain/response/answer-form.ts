import { z } from "zod";
import { ANSWER_CHARACTERS, ANSWER_WRITER_CHARACTERS } from "#app/policy-forwarding.ts";
import type { Stance } from "#db/tables/response.ts";
import { optionalText } from "../moderation/typed-text.ts";
import { DECLINE_REASONS, NEEDS_WORDS, STANCES } from "./response.ts";

/** What is answered to one ask, or at position 0 to the campaign as a whole. */
export interface Answer {
  position: number;
  stance: Stance;
  words: string;
}

/** A form filled in: at least one answer, and who writes. */
export interface AnswerForm {
  answers: Answer[];
  writerName: string;
  writerRole: string;
}

const Words = optionalText(ANSWER_CHARACTERS);

/**
 * The form with a stance and words for each of these positions: fields `stance0 words0 stance1 …`, `writerName` and
 * `writerRole`. What is left alone is not answered.
 */
export function answerForm(positions: readonly number[]): z.ZodType<AnswerForm, Record<string, string>> {
  return z.record(z.string(), z.string()).transform((values, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const answers: Answer[] = [];
    for (const position of positions) {
      const stance = STANCES.find(({ value }) => value === values[`stance${position}`])?.value;
      const words = Words.safeParse(values[`words${position}`]);
      if (!words.success) issue(`words${position}`, words.error.issues[0]?.message ?? "Enter plain text");
      const text = words.data ?? "";
      if (stance === undefined) {
        if (text !== "" || positions.length === 1) issue(`stance${position}`, "Choose what you answer");
        continue;
      }
      if (words.success && !saysEnough(stance, text)) issue(`words${position}`, MISSING[stance]);
      answers.push({ position, stance, words: text });
    }
    const [first = 0] = positions;
    if (answers.length === 0 && positions.length > 1) issue(`stance${first}`, "Answer at least one of these");
    const writer = { writerName: values.writerName ?? "", writerRole: values.writerRole ?? "" };
    for (const [name, missing] of Object.entries(WRITER_MISSING)) {
      const typed = values[name]?.replace(/\s+/g, " ").trim() ?? "";
      if (!/[\p{L}\p{N}]/u.test(typed)) issue(name, missing);
      else if ([...typed].length > ANSWER_WRITER_CHARACTERS)
        issue(name, `Enter at most ${ANSWER_WRITER_CHARACTERS} characters`);
      else if (!optionalText(ANSWER_WRITER_CHARACTERS).safeParse(typed).success)
        issue(name, "Enter plain text, without marks that do not print");
    }
    return {
      answers,
      writerName: oneLine(writer.writerName),
      writerRole: oneLine(writer.writerRole),
    };
  });
}

/** A moderator's decision on an answer. */
export const SettleAnswerForm = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("publish") }),
    z.object({
      decision: z.literal("decline"),
      reason: z.enum(
        DECLINE_REASONS.map(({ value }) => value),
        { error: "Choose why" },
      ),
    }),
  ],
  { error: "Choose what you decide" },
);
export type SettleAnswerForm = z.infer<typeof SettleAnswerForm>;

const MISSING: Record<Stance, string> = {
  raise: "Say where and when you will raise it",
  statement: "Write your answer",
  support: "",
  oppose: "",
  contact: "",
};

const WRITER_MISSING = {
  writerName: "Enter the name of whoever writes this",
  writerRole: "Enter their role, like “Councillor” or “office of the MP”",
} as const;

function saysEnough(stance: Stance, words: string): boolean {
  return !NEEDS_WORDS.some((one) => one === stance) || /[\p{L}\p{N}]/u.test(words);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().normalize("NFC");
}
