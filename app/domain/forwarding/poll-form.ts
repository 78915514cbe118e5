import { z } from "zod";
import type { PollKind } from "#db/tables/forwarding.ts";
import { textLine } from "../representative/admin-forms.ts";
import { readDay } from "../representative/read-day.ts";
import { usualQuietFrom } from "./polls.ts";

/** What is voted on. */
export const POLL_KINDS = [
  "general",
  "local",
  "devolved",
  "mayoral",
  "by_election",
  "referendum",
] as const satisfies PollKind[];

const DAY_HINT = "Enter a day, like 6 May 2027";
const NAME_LENGTH = 120;
const SOURCE_LENGTH = 300;

const Day = z
  .string()
  .default("")
  .transform((typed) => readDay(typed) ?? "")
  .refine((day) => day !== "", DAY_HINT);

/** A blank first quiet day is the usual one. */
const OptionalDay = z
  .string()
  .default("")
  .transform((typed) => (typed.trim() === "" ? "" : readDay(typed)))
  .refine((day) => day !== undefined, DAY_HINT)
  .transform((day) => day ?? "");

/** A poll as an admin enters it. */
export const PollForm = z
  .object({
    kind: z.enum(POLL_KINDS, { error: "Choose what is voted on" }),
    name: textLine(NAME_LENGTH, "Enter what it is called, like Worcestershire County Council election"),
    /** Blank for everywhere; else a nation, a council or a constituency, by name or code. */
    place: textLine(NAME_LENGTH),
    pollOn: Day,
    quietFrom: OptionalDay,
    source: textLine(SOURCE_LENGTH, "Enter where the day is announced"),
  })
  .transform((form) => ({
    ...form,
    quietFrom: form.quietFrom || usualQuietFrom(form.kind, form.pollOn || "2000-01-01"),
  }))
  .superRefine((form, ctx) => {
    if (form.quietFrom <= form.pollOn) return;
    ctx.addIssue({ code: "custom", path: ["quietFrom"], message: "Enter a day before the poll" });
  });
export type PollForm = z.infer<typeof PollForm>;

/** The day on which Parliament is dissolved, with a tick, for it ends 650 terms. */
export const DissolveForm = z.object({
  dissolvedOn: Day,
  sure: z.literal("on", { error: "Tick the box if you are sure" }),
});
export type DissolveForm = z.infer<typeof DissolveForm>;
