import { z } from "zod";
import { PlaceChoice } from "../place/cell.ts";
import { isCountryCode } from "../place/country.ts";
import { POSTCODE_HINT, readPostcode } from "../place/postcode.ts";

const NAME_LENGTH = 100;
const EMAIL_LENGTH = 254;

/** Control characters, the mark of bytes that could not be read, line separators, lone surrogates, and marks that turn the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufffd\u202a-\u202e\u2066-\u2069]/u;
/** What leaves no ink: marks without a letter, spaces, and the letters and signs that Unicode draws as nothing. */
const INVISIBLE = /[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const LINK =
  /https?:|www\.|:\/\/|[\p{L}\p{N}-]\.(?:com|org|net|info|biz|co|uk|io|ru|xyz|top|site|online|shop|link|click)(?![\p{L}\p{N}])|[\p{L}\p{N}]\.\p{L}{2,}\/|\S@[^\s@]+\.\p{L}/iu;

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
    emailChecked: z.string().default(""),
  })
  .extend(PlaceChoice.shape)
  // Looked at whatever else is wrong, so that everything to put right is said at once.
  .refine(({ country, postcode }) => country !== "" || readPostcode(postcode.trim()).ok, {
    path: ["postcode"],
    error: POSTCODE_HINT,
    when: () => true,
  })
  .transform((form) => {
    const typedPostcode = form.country === "" ? form.postcode.trim() : "";
    const read = readPostcode(typedPostcode);
    return { ...form, typedPostcode, postcode: read.ok ? read.postcode : "" };
  });
export type SignForm = z.infer<typeof SignForm>;

function nameProblem(name: string): string | undefined {
  const plain = name.normalize("NFKC").replace(/\p{Cf}/gu, "");
  const ink = plain.replace(INVISIBLE, "");
  if (ink === "") return "Enter your name";
  if (Math.min([...name].length, [...name.normalize("NFC")].length) > NAME_LENGTH)
    return `Enter a name of at most ${NAME_LENGTH} characters`;
  if (UNPRINTABLE.test(name)) return "Enter your name in letters, without tabs or line breaks";
  if (/^[=+\-@]/.test(ink)) return "Enter a name that begins with a letter";
  if (LINK.test(plain)) return "Enter your name alone, without a web address";
  return undefined;
}

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
