import { z } from "zod";

const NOTE_LENGTH = 300;
const URL_LENGTH = 500;
const NUMBER_HINT = "Enter a whole number, or leave it blank where the page names none";

const Threshold = z
  .string()
  .default("")
  .transform((typed) => typed.replace(/[,\s]/g, ""))
  .refine((typed) => /^([1-9]\d{0,6})?$/.test(typed), NUMBER_HINT)
  .transform((typed) => (typed === "" ? null : Number(typed)));

/** A council's rule as a moderator read it on its page. */
export const PetitionRuleForm = z
  .object({
    minSignatures: Threshold,
    officerThreshold: Threshold,
    debateThreshold: Threshold,
    note: z.string().trim().max(NOTE_LENGTH, "Use at most 300 letters").default(""),
    sourceUrl: z
      .url({ protocol: /^https?$/, error: "Enter the address of the council’s page, with https://" })
      .max(URL_LENGTH, "Enter a shorter address"),
    hasRead: z.literal("on", { error: "Tick that you have read the page today" }),
  })
  .refine(
    ({ minSignatures, officerThreshold, debateThreshold }) =>
      minSignatures !== null || officerThreshold !== null || debateThreshold !== null,
    { path: ["debateThreshold"], error: "Enter at least one number" },
  );
/** The same, read. */
export type PetitionRuleForm = z.infer<typeof PetitionRuleForm>;
