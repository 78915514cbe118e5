import { z } from "zod";
import { typedText } from "../moderation/typed-text.ts";
import { readDay } from "../representative/read-day.ts";

const WORDS_LENGTH = 300;
const URL_LENGTH = 500;

/** What can become of an ask, as those who run a campaign tell it. */
export const OUTCOMES = [
  { value: "promised", label: "Promised: they say that they will" },
  { value: "partly", label: "Partly done" },
  { value: "refused", label: "Refused: they say that they will not" },
  { value: "done", label: "Done" },
] as const;

/** What became of an ask, as its form sends it; `today` is the London day on which it is sent. */
export function outcomeForm(today: string) {
  return z.object({
    position: z.coerce.number({ error: "Choose an ask" }).int().min(1, "Choose an ask").max(100),
    outcome: z.enum(
      OUTCOMES.map(({ value }) => value),
      { error: "Choose what became of it" },
    ),
    happenedOn: z
      .string()
      .default("")
      .transform((typed, ctx) => {
        const day = readDay(typed);
        if (day !== undefined && day <= today) return day;
        const message =
          day === undefined ? "Enter a day, like 3 May 2026" : "Enter a day that has come already";
        ctx.addIssue({ code: "custom", message });
        return z.NEVER;
      }),
    words: typedText(WORDS_LENGTH, "Say in one sentence what happened").refine(
      (words) => !words.includes("\n"),
      "Say it in one sentence, on one line",
    ),
    sourceUrl: z
      .string()
      .default("")
      .transform((text) => text.trim())
      .refine(isWebAddress, "Enter the whole address of a page that shows it, beginning with https://")
      .refine((text) => text.length <= URL_LENGTH, `Enter an address of at most ${URL_LENGTH} characters`),
    /** The public id of the accepted outcome that this corrects, or blank. */
    replaces: z.string().max(20).default(""),
  });
}
export type OutcomeForm = z.infer<ReturnType<typeof outcomeForm>>;

/** Whole, over https, without a name and password in it, which could pass for the host. */
function isWebAddress(text: string): boolean {
  if (!/^https:\/\/[^\s\p{C}\\]+$/iu.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === "" && url.password === "" && url.hostname.includes(".");
}
