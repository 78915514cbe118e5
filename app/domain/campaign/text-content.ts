import { z } from "zod";

const Text = z.object({ title: z.string(), why: z.string(), more: z.string() });

/** How an open letter is set: where and when it was written (each may be blank), how it greets and how it ends. */
export const LetterSetting = z.object({
  place: z.string(),
  /** `YYYY-MM-DD` */
  datedOn: z.string(),
  salutation: z.string(),
  close: z.string(),
});
export type LetterSetting = z.infer<typeof LetterSetting>;

/** Everything that is written in a campaign: what a change replaces as a whole, and what is kept of the old. */
export const TextContent = z.object({
  en: Text,
  /** The Easy Read version, where there is one. */
  easy: Text.optional(),
  asks: z.array(z.string()).min(1),
  /** What it asks in one clause: "to answer every family in time". */
  askClause: z.string(),
  /** What it is called in a few words; blank where the title has to do, as in texts from before there was one. */
  shortName: z.string().default(""),
  /** Of an open letter; petitions have none. */
  letter: LetterSetting.optional(),
});
export type TextContent = z.infer<typeof TextContent>;

/** Whether two contents read the same. */
export function isSameText(a: TextContent, b: TextContent): boolean {
  return JSON.stringify(TextContent.parse(a)) === JSON.stringify(TextContent.parse(b));
}

/**
 * Whether two contents say the same to whoever signs: what they are called in lists and subjects is no part of it, and
 * of an open letter nothing that stands outside the letter is, nor where and on which day it was written.
 */
export function isSameToSign(a: TextContent, b: TextContent): boolean {
  return isSameText(toSign(a), toSign(b));
}

function toSign(content: TextContent): TextContent {
  const { en, letter } = content;
  const named = { ...content, shortName: "" };
  if (letter === undefined) return named;
  return {
    ...{ ...named, easy: undefined, askClause: "" },
    en: { ...en, more: "" },
    letter: { ...letter, place: "", datedOn: "" },
  };
}
