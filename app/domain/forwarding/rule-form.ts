import { z } from "zod";

const Tick = z
  .string()
  .optional()
  .transform((value) => value === "on");

/** Who is told and how often, as an admin chooses it for the site and an organiser for a campaign. */
export const RuleForm = z.object({
  tellsMps: Tick,
  councillors: z.enum(["all", "concerned", "none"], { error: "Choose which councillors are told" }),
  tellsRecipients: Tick,
  pace: z.enum(["usual", "slow"], { error: "Choose how often they are told" }),
  sendsClosing: Tick,
  isPaused: Tick,
  /** Of the rule that the form showed. */
  version: z.string().default(""),
});
export type RuleForm = z.infer<typeof RuleForm>;
