import { z } from "zod";

/** Whom a passkey is for, as browsers see it: the host, the origin of our pages, and the name they show. */
export interface RelyingParty {
  id: string;
  origin: string;
  name: string;
}

/** The relying party of a site at this address. A passkey works at no other. */
export function relyingParty(appUrl: string): RelyingParty {
  const { hostname, origin } = new URL(appUrl);
  return { id: hostname, origin, name: "Hear Hear" };
}

/** Longest id of a credential: 1023 bytes. Source: Web Authentication Level 3, section 4. */
const CREDENTIAL_ID_LENGTH = 1364;
const NAME_LENGTH = 60;
const Encoded = z.string().regex(/^[\w-]+$/);

const CredentialId = Encoded.max(CREDENTIAL_ID_LENGTH);

/** What every answer of a browser has; extensions are never asked for, so what they say counts as nothing. */
const answered = {
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal("public-key"),
  clientExtensionResults: z.unknown().transform(() => ({})),
};

/** What a browser answers when it has made a passkey, as the JSON that our script puts into the form. */
export const NewPasskeyForm = z.object({
  passkey: json(
    z.object({
      ...answered,
      response: z.object({
        clientDataJSON: Encoded,
        attestationObject: Encoded,
        transports: z
          .array(z.string().regex(/^[a-z-]{1,20}$/))
          .max(10)
          .default([]),
      }),
    }),
  ),
});
export type NewPasskeyForm = z.infer<typeof NewPasskeyForm>;

/** What a browser answers when somebody signs in with a passkey. */
export const UsedPasskeyForm = z.object({
  passkey: json(
    z.object({
      ...answered,
      response: z.object({
        clientDataJSON: Encoded,
        authenticatorData: Encoded,
        signature: Encoded,
        userHandle: Encoded.optional(),
      }),
    }),
  ),
});
export type UsedPasskeyForm = z.infer<typeof UsedPasskeyForm>;

/** What its owner calls a passkey. */
export const PasskeyNameForm = z.object({
  name: z
    .string()
    .trim()
    .min(1, { error: "Enter a name, like “My phone”" })
    .max(NAME_LENGTH, { error: `Enter at most ${NAME_LENGTH} characters` })
    .regex(/^[^\p{Cc}\p{Cs}\ufffd\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u, {
      error: "Leave out characters that cannot be shown",
    }),
});

/** Text that has to be JSON of one shape. */
function json<Shape extends z.ZodType>(shape: Shape) {
  return z
    .string()
    .transform((text, ctx): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        ctx.addIssue({ code: "custom", message: "Try again" });
        return z.NEVER;
      }
    })
    .pipe(shape);
}
