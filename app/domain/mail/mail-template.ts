/** The mails that ask a signatory to confirm: on a busy day nearly all there are. */
export const CONFIRM_TEMPLATES = [
  "confirm-signature",
  "confirm-again",
  "remind-signature",
  "text-changed",
] as const;
export type ConfirmTemplate = (typeof CONFIRM_TEMPLATES)[number];

/** The mails about one signature; their row is the signature's. */
export const SIGNATURE_TEMPLATES = [
  ...CONFIRM_TEMPLATES,
  "already-signed",
  "address-full",
  "manage-links",
  "letter-changed",
] as const;
export type SignatureTemplate = (typeof SIGNATURE_TEMPLATES)[number];

/** The mails about a request to take a passage down; their row is the complaint's. */
export const COMPLAINT_TEMPLATES = [
  "complaint-received",
  "complaint-to-author",
  "complaint-answered",
  "complaint-settled",
] as const;
export type ComplaintTemplate = (typeof COMPLAINT_TEMPLATES)[number];

/** The mails of and about a group: to whoever is invited to it, runs it or writes to it. */
export const GROUP_TEMPLATES = ["group-invitation", "group-notice", "confirm-group-message"] as const;
export type GroupTemplate = (typeof GROUP_TEMPLATES)[number];

/** The mails to the author of a story; their row is the story's. */
export const STORY_TEMPLATES = ["story-link", "story-confirm", "story-links", "story-decided"] as const;
export type StoryTemplate = (typeof STORY_TEMPLATES)[number];

/** The mails about a reply to a story: to whoever wrote it, and to the author of the story; their row is the reply's. */
export const STATEMENT_TEMPLATES = ["statement-confirm", "statement-settled", "statement-beside"] as const;
export type StatementTemplate = (typeof STATEMENT_TEMPLATES)[number];

/** Every service mail, named after the row that it is about where that is not plain. */
export const MAIL_TEMPLATES = [
  ...SIGNATURE_TEMPLATES,
  ...COMPLAINT_TEMPLATES,
  ...GROUP_TEMPLATES,
  ...STORY_TEMPLATES,
  ...STATEMENT_TEMPLATES,
  "sign-in",
  "account-changed",
  "correction-settled",
  "draft-link",
  "organiser-notice",
  "invitation",
  "report-settled",
  "confirm-answer",
  "answer-settled",
  "messages-paused",
  "forwarded-reply",
  "preview-report",
  "update-copy",
] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

/** Whether a template's name is that of a mail that asks to confirm. */
export function isConfirmTemplate(text: string): text is ConfirmTemplate {
  return CONFIRM_TEMPLATES.some((one) => one === text);
}

/** Reads a template's name back from its row. @throws for one that this program does not know. */
export function mailTemplate(text: string): MailTemplate {
  const template = MAIL_TEMPLATES.find((one) => one === text);
  if (!template) throw new Error(`there is no mail called ${text}`);
  return template;
}
