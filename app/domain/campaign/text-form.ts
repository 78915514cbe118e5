import { z } from "zod";
import {
  ASK_CHARACTERS,
  ASKS_AT_MOST,
  MORE_CHARACTERS,
  SHORT_NAME_CHARACTERS,
  TITLE_CHARACTERS,
  WHY_CHARACTERS,
} from "#app/policy.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { optionalText, typedText } from "../moderation/typed-text.ts";
import { LetterBody, LetterSettingForm } from "./letter-form.ts";
import type { TextContent } from "./text-content.ts";

/** An address of the web, or of a person, as spam and mistakes put them into titles. */
const LINK = /https?:|www\.|:\/\/|\S@[^\s@]+\.\p{L}/iu;

/** The names of the fields for asks, in order. */
export const ASK_FIELDS = Array.from({ length: ASKS_AT_MOST }, (_, index) => `ask${index + 1}`);

const inOneLine = (text: string) => text.replace(/\s+/g, " ");
const HAS_LINK = "Leave out web and e-mail addresses: they can stand under “More”";

/** What a campaign is called. */
export const Title = typedText(TITLE_CHARACTERS, "Enter a title")
  .transform(inOneLine)
  .refine((title) => !LINK.test(title), HAS_LINK);

/** Why, in a few sentences. */
export const Why = typedText(WHY_CHARACTERS, "Say why this matters");
/** The rest, in Markdown. */
export const More = optionalText(MORE_CHARACTERS);

/** One thing that is asked for; may be blank. */
export const Ask = optionalText(ASK_CHARACTERS)
  .transform(inOneLine)
  .refine((ask) => !LINK.test(ask), HAS_LINK);

/**
 * What it asks in one clause, which completes "They ask the council …": kept with its "to", typed with or without.
 * May be blank.
 */
export const AskClause = optionalText(ASK_CHARACTERS)
  .transform((clause) => clauseOf(inOneLine(clause)))
  .refine((clause) => !LINK.test(clause), HAS_LINK)
  .transform((clause) => (clause === "" ? "" : `to ${clause}`));

/** What it is called in a few words; may be blank. */
export const ShortName = optionalText(SHORT_NAME_CHARACTERS)
  .transform(inOneLine)
  .refine((name) => !LINK.test(name), HAS_LINK);

/** Asks as their fields send them, blank ones left out. */
export const Asks = z
  .object(Object.fromEntries(ASK_FIELDS.map((field) => [field, Ask])))
  .transform((fields) =>
    ASK_FIELDS.map((field) => fields[field] ?? "").filter((ask) => /[\p{L}\p{N}]/u.test(ask)),
  )
  .superRefine((asks, ctx) => {
    const problem =
      asks.length === 0
        ? "Enter at least one thing that you ask for"
        : new Set(asks.map((ask) => ask.toLowerCase())).size < asks.length
          ? "Two of these are the same: leave one out"
          : undefined;
    if (problem) ctx.addIssue({ code: "custom", path: ["ask1"], message: problem });
  });

/** The Easy Read version; undefined where all of it is blank. */
export const Easy = z
  .object({
    easyTitle: optionalText(TITLE_CHARACTERS).transform(inOneLine),
    easyWhy: optionalText(WHY_CHARACTERS),
    easyMore: optionalText(MORE_CHARACTERS),
  })
  .superRefine(({ easyTitle, easyWhy, easyMore }, ctx) => {
    if (easyTitle === "" && easyWhy === "" && easyMore === "") return;
    if (easyTitle === "")
      ctx.addIssue({
        code: "custom",
        path: ["easyTitle"],
        message: "Enter a title in easy words, or leave all of this blank",
      });
    if (easyWhy === "")
      ctx.addIssue({
        code: "custom",
        path: ["easyWhy"],
        message: "Say in easy words why this matters, or leave all of this blank",
      });
  })
  .transform(({ easyTitle, easyWhy, easyMore }) =>
    easyTitle === "" ? undefined : { title: easyTitle, why: easyWhy, more: easyMore },
  );

/** Everything that is written in a campaign of a kind, as one form sends it; comes out as `TextContent`. */
export function textForm(kind: CampaignKind): z.ZodType<TextContent> {
  return z.unknown().transform((form, ctx) => readText(kind, form, ctx));
}

function readText(kind: CampaignKind, form: unknown, ctx: z.RefinementCtx): TextContent {
  const isLetter = kind === "letter";
  const words = z
    .object({
      ...{ title: Title, why: isLetter ? LetterBody : Why, more: More },
      ...{ askClause: AskClause, shortName: ShortName },
    })
    .safeParse(form);
  const letter = LetterSettingForm.optional().safeParse(isLetter ? form : undefined);
  const asks = Asks.safeParse(form);
  const easy = Easy.safeParse(form);
  for (const part of [words, letter, asks, easy])
    for (const { path, message } of part.error?.issues ?? [])
      ctx.addIssue({ code: "custom", path: [...path], message });
  if (!words.success || !letter.success || !asks.success || !easy.success) return z.NEVER;
  const { title, why, more, askClause, shortName } = words.data;
  return {
    en: { title, why, more },
    easy: easy.data,
    asks: asks.data,
    askClause: askClause || `to ${clauseOf(asks.data[0] ?? "")}`,
    shortName,
    letter: letter.data,
  };
}

/** An ask as it completes "to …": without that, without its full stop, its first letter small where it begins a sentence. */
export function clauseOf(ask: string): string {
  const bare = ask.replace(/[.\s]+$/, "").replace(/^to /i, "");
  return /^\p{Lu}\p{Ll}/u.test(bare) ? `${bare.charAt(0).toLowerCase()}${bare.slice(1)}` : bare;
}

/** A text as the fields of its form are filled with it. */
export function textValues(text: TextContent): Record<string, string> {
  return {
    ...text.en,
    ...text.letter,
    askClause: clauseOf(text.askClause),
    shortName: text.shortName,
    ...Object.fromEntries(ASK_FIELDS.map((field, index) => [field, text.asks[index] ?? ""])),
    easyTitle: text.easy?.title ?? "",
    easyWhy: text.easy?.why ?? "",
    easyMore: text.easy?.more ?? "",
  };
}
