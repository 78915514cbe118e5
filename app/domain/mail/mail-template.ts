/** The mails about one signature; their row is the signature's. */
export const SIGNATURE_TEMPLATES = [
  "confirm-signature",
  "confirm-again",
  "remind-signature",
  "already-signed",
  "address-full",
  "manage-links",
] as const;
export type SignatureTemplate = (typeof SIGNATURE_TEMPLATES)[number];

/** Every service mail: `sign-in` is about a request to sign in, `correction-settled` about a correction offered. */
export const MAIL_TEMPLATES = [...SIGNATURE_TEMPLATES, "sign-in", "correction-settled"] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

/** Reads a template's name back from its row. @throws for one that this program does not know. */
export function mailTemplate(text: string): MailTemplate {
  const template = MAIL_TEMPLATES.find((one) => one === text);
  if (!template) throw new Error(`there is no mail called ${text}`);
  return template;
}
