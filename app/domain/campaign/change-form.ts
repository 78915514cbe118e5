import { z } from "zod";
import { typedText } from "../moderation/typed-text.ts";

const REASON_CHARACTERS = 500;

/** What goes with a proposed change besides the change itself: why, for the moderator. */
export const ChangeForm = z.object({
  reason: typedText(REASON_CHARACTERS, "Say why it should change"),
});

/** The version of the text that whoever changes it had before them; 0, which no text has, where it makes no sense. */
export const VersionForm = z.object({ version: z.coerce.number().int().catch(0) });
