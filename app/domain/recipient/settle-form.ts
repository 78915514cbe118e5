import { z } from "zod";
import { NamedForm, PageField, REFUSALS } from "./named-recipient.ts";

/** A moderator's decision about somebody whom organisers named. */
export const SettleRecipientForm = z.discriminatedUnion(
  "decision",
  [
    z.object({
      decision: z.literal("accepted"),
      /** The area at which they have their seat: the council addressed, a nation, the kingdom. */
      seat: z
        .string({ error: "Choose where they have their seat" })
        .min(1, "Choose where they have their seat"),
      /** The public id of somebody who is known already, or `new`. */
      known: z.string({ error: "Choose who they are" }).min(1, "Choose who they are"),
      email: NamedForm.shape.email,
      sourceUrl: PageField.refine((url) => url !== "", "Enter the page that you have looked at"),
    }),
    z.object({
      decision: z.literal("declined"),
      reason: z.enum(
        REFUSALS.map(({ value }) => value),
        { error: "Choose why" },
      ),
    }),
  ],
  { error: "Choose what you decide" },
);
export type SettleRecipientForm = z.infer<typeof SettleRecipientForm>;
