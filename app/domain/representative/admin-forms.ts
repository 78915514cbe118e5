import { z } from "zod";
import type { AddressState } from "#db/tables/representative.ts";
import { EmailForm } from "../signature/sign-form.ts";
import { readDay } from "./read-day.ts";
import { REPRESENTATIVE_KINDS } from "./seat-rules.ts";

const NAME_LENGTH = 120;
const PARTY_LENGTH = 100;
const SOURCE_LENGTH = 300;
const DAY_HINT = "Enter a day, like 7 May 2026";

/** Control characters, line separators, lone surrogates, and marks that turn the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
/** What leaves no ink at all. */
const INVISIBLE = /[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** One line of text: trimmed, composed, printable. A blank one says `missing`, or is taken where that is left out. */
export function textLine(length: number, missing?: string): z.ZodType<string> {
  return z
    .string()
    .default("")
    .transform((text) => text.trim().normalize("NFC"))
    .superRefine((text, ctx) => {
      const isBlank = text.replace(INVISIBLE, "") === "";
      const problem = UNPRINTABLE.test(text)
        ? "Enter it in one line, without tabs or marks that do not print"
        : [...text].length > length
          ? `Enter at most ${length} characters`
          : isBlank && (missing !== undefined || text !== "")
            ? (missing ?? "Enter letters, or leave it blank")
            : undefined;
      if (problem) ctx.addIssue({ code: "custom", message: problem });
    });
}

const OptionalDay = z
  .string()
  .default("")
  .transform((text) => (text.trim() === "" ? "" : readDay(text)))
  .refine((day) => day !== undefined, DAY_HINT)
  .transform((day) => day ?? "");

const Day = OptionalDay.refine((day) => day !== "", DAY_HINT);

const OptionalAddress = z
  .string()
  .default("")
  .transform((text) => text.trim())
  .pipe(
    z.union([z.literal(""), EmailForm.shape.email], {
      error: "Enter an e-mail address like name@example.com",
    }),
  )
  .transform((address) => address.toLowerCase());

/** A box that was ticked sends `on`. */
const Tick = z
  .string()
  .optional()
  .transform((value) => value === "on");

/** What somebody saw when they opened a form; what is saved meanwhile by somebody else has another. */
const Version = z.string().max(64).default("");

/** What is known of a term, as forms give it. */
const Term = z.object({
  party: textLine(PARTY_LENGTH),
  startsOn: OptionalDay,
  address: OptionalAddress,
  source: textLine(SOURCE_LENGTH, "Enter where this is published"),
  checkedOn: Day,
});

/** How somebody is called, and how a message addresses them; the latter may be left to us. */
export const NameForm = z.object({
  name: textLine(NAME_LENGTH, "Enter the name, or the title of the office"),
  fullTitle: textLine(NAME_LENGTH * 2),
  version: Version,
});
export type NameForm = z.infer<typeof NameForm>;

/** Where somebody speaks for: a code, or a name that finds one area. */
const Seat = z.object({
  area: textLine(NAME_LENGTH, "Enter the name or the code of the area"),
  areaCode: z.string().max(20).default(""),
});

/** A term that is added to somebody who is known. `another`: the same name sits there and is somebody else. */
export const TermForm = Term.extend(Seat.shape).extend({ another: Tick });
export type TermForm = z.infer<typeof TermForm>;

/** Somebody new, with their first term. */
export const AddForm = TermForm.extend(NameForm.shape).extend({
  kind: z.enum(REPRESENTATIVE_KINDS, { error: "Choose one of the three" }),
  /** The public id of the correction that this comes from, or blank. */
  correction: z.string().max(20).default(""),
});
export type AddForm = z.infer<typeof AddForm>;

/** What is known of a term, corrected. */
export const CorrectTermForm = Term.extend({ version: Version });
export type CorrectTermForm = z.infer<typeof CorrectTermForm>;

/** The last day of a term; blank where it runs on after all. */
export const EndForm = z.object({ endsOn: OptionalDay, version: Version });
export type EndForm = z.infer<typeof EndForm>;

export const ADDRESS_STATES = ["good", "bounced", "opted_out", "unknown"] as const satisfies AddressState[];

/** What is known of an address; `agreed` ends an objection, and needs the person's own word. */
export const AddressStateForm = z.object({
  addressState: z.enum(ADDRESS_STATES, { error: "Choose one of the answers" }),
  agreed: Tick,
  version: Version,
});
export type AddressStateForm = z.infer<typeof AddressStateForm>;

/** Whom a person is the same as: the ten characters at the end of their page's address, or that address. */
export const MergeForm = z.object({
  other: z
    .string()
    .default("")
    .transform((text) => /([0-9a-z]{10})\/?$/.exec(text.trim())?.[1] ?? "")
    .refine(
      (id) => id !== "",
      "Enter the address of the other person’s page, or the ten characters at its end",
    ),
  sure: Tick,
});
export type MergeForm = z.infer<typeof MergeForm>;
