import { z } from "zod";
import { AUTHORITY_CHARACTERS, ORGANISATION_CHARACTERS, ROLE_CHARACTERS } from "#app/policy-letters.ts";
import { type LineProblem, lineProblem } from "../signature/typed-line.ts";
import { type Claim, isClaim, NO_CLAIM } from "./standing.ts";

/** What a letter's sign form asks about standing; a checkbox sends `on`. */
export const STANDING_FIELDS = {
  role: line("your role", ROLE_CHARACTERS),
  organisation: line("your organisation", ORGANISATION_CHARACTERS),
  onBehalf: z
    .string()
    .optional()
    .transform((value) => value === "on"),
  authority: line("your authority", AUTHORITY_CHARACTERS),
};

type Typed = Pick<Claim, "role" | "organisation" | "onBehalf">;

/** Whoever signs for an organisation says for which. */
export const NEEDS_ORGANISATION = {
  test: ({ organisation, onBehalf }: Typed) => !onBehalf || organisation !== "",
  rule: {
    path: ["organisation"],
    error: "Enter the name of the organisation that you sign for",
    when: () => true,
  },
};

/** And as what. */
export const NEEDS_ROLE = {
  test: ({ role, onBehalf }: Typed) => !onBehalf || role !== "",
  rule: { path: ["role"], error: "Enter your role in the organisation, like: chair", when: () => true },
};

/** The same fields by themselves, for changing them. */
export const StandingForm = z
  .object(STANDING_FIELDS)
  .refine(NEEDS_ORGANISATION.test, NEEDS_ORGANISATION.rule)
  .refine(NEEDS_ROLE.test, NEEDS_ROLE.rule);

/** The claim that was typed: authority is asked only of those who sign for an organisation. */
export function claimOf({ role, organisation, onBehalf, authority }: Claim): Claim {
  if (!isClaim({ role, organisation })) return NO_CLAIM;
  return { role, organisation, onBehalf, authority: onBehalf ? authority : "" };
}

/** One line, which may be blank. */
function line(what: string, length: number) {
  const problems: Record<LineProblem, string> = {
    blank: "",
    too_long: `Enter ${what} in at most ${length} characters`,
    unprintable: `Enter ${what} in letters, without tabs or line breaks`,
    bad_start: `Enter ${what} so that it begins with a letter`,
    link: `Enter ${what} without a web address`,
  };
  return z
    .string()
    .default("")
    .transform((text) => text.trim())
    .superRefine((text, ctx) => {
      const problem = text === "" ? undefined : lineProblem(text, length);
      if (problem && problem !== "blank") ctx.addIssue({ code: "custom", message: problems[problem] });
    })
    .transform((text) => (lineProblem(text, length) === "blank" ? "" : text.normalize("NFC")));
}
