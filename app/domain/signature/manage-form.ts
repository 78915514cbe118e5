import { z } from "zod";
import { StandingForm } from "../open-letter/standing-form.ts";
import { PlaceChoice } from "../place/cell.ts";
import { PostcodeField } from "../place/postcode.ts";
import { ConfirmForm } from "./confirm-form.ts";
import { Name } from "./sign-form.ts";

const Tick = z
  .string()
  .optional()
  .transform((value) => value === "on");

/** What a signatory may do on the page of their own signature; `intent` says which. */
export const ManageForm = z.discriminatedUnion(
  "intent",
  [
    ConfirmForm.extend({ intent: z.literal("confirm") }),
    z.object({
      intent: z.literal("preferences"),
      showName: Tick,
      updates: Tick,
      handIn: Tick,
      contact: Tick,
      contactGroup: z.string().default(""),
      /** Missing where the form did not ask. */
      connection: z.enum(["", "live", "work", "study"], { error: "Choose one of the answers" }).optional(),
    }),
    z.object({ intent: z.literal("name"), name: Name }),
    z.object({ intent: z.literal("postcode"), postcode: PostcodeField, ...PlaceChoice.shape }),
    StandingForm.safeExtend({ intent: z.literal("standing") }),
    z.object({ intent: z.literal("withdraw") }),
    z.object({ intent: z.literal("erase"), keep: z.enum(["nothing", "count"]).default("nothing") }),
  ],
  { error: "Press one of the buttons on the page" },
);
export type ManageForm = z.infer<typeof ManageForm>;
