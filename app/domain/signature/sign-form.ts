import { z } from "zod";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { NEEDS_ORGANISATION, NEEDS_ROLE, STANDING_FIELDS } from "../open-letter/standing-form.ts";
import { PlaceChoice } from "../place/cell.ts";
import { isCountryCode } from "../place/country.ts";
import { POSTCODE_HINT, readPostcode } from "../place/postcode.ts";
import { type LineProblem, lineProblem } from "./typed-line.ts";

const NAME_LENGTH = 100;
const EMAIL_LENGTH = 254;

/** A name as forms take it: refused with a sentence that says what is wrong. */
export const Name = z
  .string({ error: "Enter your name" })
  .trim()
  .superRefine((name, ctx) => {
    const problem = nameProblem(name);
    if (problem) ctx.addIssue({ code: "custom", message: problem });
  })
  .transform((name) => name.normalize("NFC"));

/** Pages and messages that addresses are copied from add marks without ink at their ends. */
const Email = z
  .string({ error: "Enter your e-mail address" })
  .transform((email) => email.replace(/^[\p{Cf}\s]+|[\p{Cf}\s]+$/gu, ""))
  .superRefine((email, ctx) => {
    const problem = emailProblem(email);
    if (problem) ctx.addIssue({ code: "custom", message: problem });
  });

/** A box that was ticked sends `on`; one that was not sends nothing. */
const Tick = z
  .string()
  .optional()
  .transform((value) => value === "on");

const Country = z
  .string()
  .trim()
  .default("")
  .transform((code) => (code.toUpperCase() === "GB" ? "" : code.toUpperCase()))
  .refine((code) => code === "" || isCountryCode(code), "Choose a country from the list");

/** An e-mail address as forms take it: trimmed, and refused with a sentence that says what is wrong. */
export const EmailForm = z.object({ email: Email });

/** What a sign form sends, read and checked. `postcode` comes out canonical; blank where a country was chosen. */
export const SignForm = z
  .object({
    name: Name,
    email: Email,
    postcode: z.string().default(""),
    showName: Tick,
    updates: Tick,
    country: Country,
    handIn: Tick,
    connection: z.enum(["", "live", "work", "study"], { error: "Choose one of the answers" }).default(""),
    /** Lets the group that the page named, by its address here, write by itself. */
    contact: Tick,
    contactGroup: z.string().default(""),
    emailChecked: z.string().default(""),
    ...STANDING_FIELDS,
  })
  .extend(PlaceChoice.shape)
  // Looked at whatever else is wrong, so that everything to put right is said at once.
  .refine(({ country, postcode }) => country !== "" || readPostcode(postcode.trim()).ok, {
    path: ["postcode"],
    error: POSTCODE_HINT,
    when: () => true,
  })
  .refine(NEEDS_ORGANISATION.test, NEEDS_ORGANISATION.rule)
  .refine(NEEDS_ROLE.test, NEEDS_ROLE.rule)
  .transform((form) => {
    const typedPostcode = form.country === "" ? form.postcode.trim() : "";
    const read = readPostcode(typedPostcode);
    return { ...form, typedPostcode, postcode: read.ok ? read.postcode : "" };
  });
export type SignForm = z.infer<typeof SignForm>;

/** Reads what a sign form of this kind of campaign sent: as what somebody signs is asked by open letters alone. */
export function readSignForm(
  kind: CampaignKind,
  values: Readonly<Record<string, string>>,
): ReturnType<typeof SignForm.safeParse> {
  if (kind === "letter") return SignForm.safeParse(values);
  const {
    role: _role,
    organisation: _organisation,
    onBehalf: _onBehalf,
    authority: _authority,
    ...asked
  } = values;
  return SignForm.safeParse(asked);
}

function nameProblem(name: string): string | undefined {
  const problem = lineProblem(name, NAME_LENGTH);
  return problem && NAME_PROBLEMS[problem];
}

const NAME_PROBLEMS: Record<LineProblem, string> = {
  blank: "Enter your name",
  too_long: `Enter a name of at most ${NAME_LENGTH} characters`,
  unprintable: "Enter your name in letters, without tabs or line breaks",
  bad_start: "Enter a name that begins with a letter",
  link: "Enter your name alone, without a web address",
};

function emailProblem(email: string): string | undefined {
  if (email === "") return "Enter your e-mail address";
  const hint = "Enter an e-mail address like name@example.com";
  if (email.length > EMAIL_LENGTH) return `Enter an e-mail address of at most ${EMAIL_LENGTH} characters`;
  if (/[\p{C}\p{Z}]/u.test(email) || /[\s<>()[\]\\,;:"]/u.test(email)) return hint;
  const [local = "", domain = "", ...rest] = email.split("@");
  if (rest.length > 0 || local === "" || !domain.includes(".")) return hint;
  if ([local, domain].some((part) => part.startsWith(".") || part.endsWith(".") || part.includes("..")))
    return hint;
  const labels = domain.split(".");
  const isDomain = labels.every((label) =>
    /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u.test(label),
  );
  return isDomain && !/^\d+$/.test(labels.at(-1) ?? "") ? undefined : hint;
}
