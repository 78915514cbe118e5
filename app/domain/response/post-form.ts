import { z } from "zod";
import { ANSWER_WRITER_CHARACTERS } from "#app/policy-forwarding.ts";
import { POSTED_ANSWER_CHARACTERS } from "#app/policy-recipients.ts";
import { optionalText } from "../moderation/typed-text.ts";
import { readDay } from "../representative/read-day.ts";
import type { Answer } from "./answer-form.ts";

/** A reply that came by another way, as an organiser types it in. */
export interface PostForm {
  /** The public id of the recipient whose reply it is. */
  recipient: string;
  /** The London day on which it came. */
  receivedOn: string;
  answers: Answer[];
  /** Who signed it, and as what; may be blank. */
  writerName: string;
  writerRole: string;
}

const Words = optionalText(POSTED_ANSWER_CHARACTERS);
const Line = optionalText(ANSWER_WRITER_CHARACTERS).transform((text) => text.replace(/\s+/g, " "));

/**
 * The form with words for each of these positions, 0 being the whole: `recipient receivedOn words0 words1 …
 * writerName writerRole`. A reply cannot have come before the campaign, nor tomorrow.
 */
export function postForm(
  positions: readonly number[],
  { earliest, today }: { earliest: string; today: string },
): z.ZodType<PostForm, Record<string, string>> {
  return z.record(z.string(), z.string()).transform((values, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const line = (name: string) => {
      const read = Line.safeParse(values[name]);
      if (!read.success) issue(name, read.error.issues[0]?.message ?? "Enter plain text");
      return read.data ?? "";
    };
    const recipient = values.recipient ?? "";
    if (recipient === "") issue("recipient", "Choose whose reply it is");
    const receivedOn = readDay(values.receivedOn ?? "") ?? "";
    if (receivedOn === "") issue("receivedOn", "Enter the day it came, like 3 March 2027");
    else if (receivedOn > today) issue("receivedOn", "Enter the day it came: today or earlier");
    else if (receivedOn < earliest) issue("receivedOn", "Enter a day after this was started");
    const answers: Answer[] = [];
    for (const position of positions) {
      const words = Words.safeParse(values[`words${position}`]);
      if (!words.success) issue(`words${position}`, words.error.issues[0]?.message ?? "Enter plain text");
      else if (/[\p{L}\p{N}]/u.test(words.data))
        answers.push({ position, stance: "statement", words: words.data });
    }
    if (answers.length === 0) issue("words0", "Enter what they wrote");
    return { recipient, receivedOn, answers, writerName: line("writerName"), writerRole: line("writerRole") };
  });
}
