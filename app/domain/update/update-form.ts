import { z } from "zod";
import { UPDATE_CHARACTERS, UPDATE_TITLE_CHARACTERS } from "#app/policy-news.ts";
import { typedText } from "../moderation/typed-text.ts";

/** An update as its form sends it: a title, a text in a little Markdown, and whether it is mailed too. */
export const UpdateForm = z.object({
  title: typedText(UPDATE_TITLE_CHARACTERS, "Enter a title")
    .transform((title) => title.replace(/\s+/g, " "))
    .refine(
      (title) => !/https?:|www\.|:\/\//i.test(title),
      "Leave web addresses out of the title: they can stand in the text",
    ),
  body: typedText(UPDATE_CHARACTERS, "Write what has happened"),
  mail: z
    .enum(["on"])
    .optional()
    .transform((tick) => tick === "on"),
});
export type UpdateForm = z.infer<typeof UpdateForm>;
