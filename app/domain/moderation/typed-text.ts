import { z } from "zod";

/** What ends a line or a paragraph in texts pasted from other programs. */
const LINE_BREAKS = /\r\n?|[\v\u0085\u2028\u2029]/g;
/** Controls other than line breaks, lone surrogates, and marks that turn the direction of writing. */
const UNPRINTABLE = /[^\P{Cc}\n]|[\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/** Plain text of several lines, at most `length` characters, trimmed; `missing` is said where nothing is in it. */
export function typedText(length: number, missing: string) {
  return optionalText(length).refine((text) => /[\p{L}\p{N}]/u.test(text), missing);
}

/** The same where a blank is as good. */
export function optionalText(length: number) {
  return z
    .string()
    .default("")
    .transform((text) => text.replace(LINE_BREAKS, "\n").replaceAll("\t", " ").trim().normalize("NFC"))
    .refine((text) => [...text].length <= length, `Enter at most ${length} characters`)
    .refine((text) => !UNPRINTABLE.test(text), "Enter plain text, without marks that do not print");
}
