import { z } from "zod";
import { GROUP_MESSAGE_CHARACTERS } from "#app/policy-groups.ts";
import { typedText } from "../moderation/typed-text.ts";
import { EmailForm, Name } from "../signature/sign-form.ts";

/** A message to a group, as its form sends it. */
export const GroupMessageForm = z.object({
  name: Name,
  email: EmailForm.shape.email,
  message: typedText(GROUP_MESSAGE_CHARACTERS, "Write what you want to say"),
});
export type GroupMessageForm = z.infer<typeof GroupMessageForm>;
