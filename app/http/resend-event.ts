import { z } from "zod";
import type { FateKind } from "../domain/forwarding/settle-fate.server.ts";

const Strings = z.array(z.string()).nullish();
const Code = z.string().nullish();

/** An event of Resend's, as far as it is used; tags come as an object, in older accounts as a list. */
export const ResendEvent = z.object({
  type: z.string(),
  created_at: z.string().nullish(),
  data: z.object({
    email_id: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,64}$/)
      .nullish(),
    tags: z
      .union([
        z.record(z.string(), z.string()),
        z
          .array(z.object({ name: z.string(), value: z.string() }))
          .transform((tags) => Object.fromEntries(tags.map(({ name, value }) => [name, value]))),
      ])
      .nullish(),
    bounce: z.object({ type: Code, subType: Code }).nullish(),
    failed: z.object({ reason: Code }).nullish(),
    suppressed: z.object({ type: Code }).nullish(),
    ...{ to: Strings, cc: Strings, bcc: Strings, received_for: Strings },
  }),
});
export type ResendEvent = z.infer<typeof ResendEvent>;

/** What an event says of a message; undefined for one that settles nothing, such as a delay. */
export function fateOf({
  type,
  data,
}: ResendEvent): { kind: FateKind; isPermanent: boolean; reason: string } | undefined {
  switch (type) {
    case "email.sent":
      return { kind: "sent", isPermanent: false, reason: "" };
    case "email.delivered":
      return { kind: "delivered", isPermanent: false, reason: "" };
    case "email.complained":
      return { kind: "complained", isPermanent: false, reason: "" };
    case "email.bounced": {
      const { type: how, subType } = data.bounce ?? {};
      // The event stands for a refusal for good; a passing one says so.
      return { kind: "bounced", isPermanent: !how || /^permanent$/i.test(how), reason: code(subType) };
    }
    // Not tried, because the address has bounced or complained before.
    case "email.suppressed":
      return { kind: "bounced", isPermanent: true, reason: code(data.suppressed?.type) || "Suppressed" };
    case "email.failed":
      return { kind: "failed", isPermanent: false, reason: code(data.failed?.reason) || "failed at Resend" };
    default:
      return undefined;
  }
}

/** Words of the provider's own list; a sentence may hold an address. */
function code(word: string | null | undefined): string {
  return word && /^[A-Za-z_-]{1,40}$/.test(word) ? word : "";
}
