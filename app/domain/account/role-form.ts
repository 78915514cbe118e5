import { z } from "zod";
import { EmailForm } from "../signature/sign-form.ts";

/** Which role is taken from whom. */
export const RevokeForm = EmailForm.extend({ role: z.enum(["moderator", "admin"]) });
