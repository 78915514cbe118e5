import { z } from "zod";
import { NOTE_CHARACTERS } from "#app/policy.ts";
import { STATEMENT_CHARACTERS, STATEMENT_LINE_CHARACTERS } from "#app/policy-stories.ts";
import { optionalText, typedText } from "../moderation/typed-text.ts";
import { EmailForm, Name } from "../signature/sign-form.ts";
import { lineProblem } from "../signature/typed-line.ts";
import { STATEMENT_KINDS, STATEMENT_REASONS } from "./statement.ts";

/** A reply, as its form sends it. */
export const StatementForm = z.object({
  kind: z.enum(
    STATEMENT_KINDS.map(({ value }) => value),
    { error: "Choose what you ask for" },
  ),
  words: typedText(STATEMENT_CHARACTERS, "Write what is wrong, or what you want to say"),
  name: Name,
  role: line("Enter your role, like “Director of children’s services”"),
  organisation: line("Enter your organisation: the council, the school"),
  email: EmailForm.shape.email,
});
export type StatementForm = z.infer<typeof StatementForm>;

const note = optionalText(NOTE_CHARACTERS);
const reason = z.enum(
  STATEMENT_REASONS.map(({ value }) => value),
  { error: "Choose a reason" },
);

/** What a moderator decides about a reply; `publish` is for statements, `accept` for corrections. */
export const SettleStatementForm = z.discriminatedUnion(
  "decision",
  [
    z.object({ decision: z.literal("publish"), note }),
    z.object({ decision: z.literal("accept"), note }),
    z.object({ decision: z.literal("decline"), reason, note }),
  ],
  { error: "Choose what you decide" },
);
export type SettleStatementForm = z.infer<typeof SettleStatementForm>;

/** Taking a published statement off the site at once. */
export const TakeStatementDownForm = z.object({ reason, note });
export type TakeStatementDownForm = z.infer<typeof TakeStatementDownForm>;

/** One line that others may come to read, without links. */
function line(missing: string) {
  return z
    .string()
    .default("")
    .transform((text) => text.replace(/\s+/g, " ").trim().normalize("NFC"))
    .superRefine((text, context) => {
      const problem = lineProblem(text, STATEMENT_LINE_CHARACTERS);
      if (problem === undefined) return;
      const message = {
        blank: missing,
        too_long: `Enter at most ${STATEMENT_LINE_CHARACTERS} characters`,
        unprintable: "Enter plain text, without marks that do not print",
        bad_start: "Begin with a letter or a number",
        link: "Leave out links and addresses",
      }[problem];
      context.addIssue({ code: "custom", message });
    });
}
