import type { MailSite, RenderedMail } from "../emails/layout.ts";
import type { OutgoingMail } from "../emails/transport.ts";
import type { Settings } from "../env.server.ts";

/** What a mail's row is: of the outbox, of deliveries, of the receipts of an update. Its tag has this name. */
export type MailKind = "mail" | "delivery" | "update";

/** What every mail says of the site that sends it. */
export function mailSite(settings: Settings): MailSite {
  return {
    siteName: "Hear Hear",
    operatorName: settings.operatorName,
    operatorContact: settings.operatorContact,
    demonstration: settings.demo,
  };
}

/** The Message-ID of a row's mail: the same in every attempt, so that later mails can name it. */
export function messageId(settings: Settings, { kind, rowId }: { kind: MailKind; rowId: string }): string {
  return `<${kind}-${rowId}@${mailDomain(settings)}>`;
}

/** The domain that mails are named under: where replies go, or the site's own. */
export function mailDomain({ appUrl, replyDomain }: Pick<Settings, "appUrl" | "replyDomain">): string {
  const host = new URL(appUrl).hostname;
  return replyDomain ?? (host.includes(".") ? host : "hear-hear.invalid");
}

/** A rendered mail with its envelope; the same row always gets the same Message-ID. */
export function addressed(
  settings: Settings,
  mail: RenderedMail,
  envelope: { to: string; replyTo?: string; rowId: string; kind: MailKind },
): OutgoingMail {
  const operator = settings.operatorContact.includes("@") ? settings.operatorContact : undefined;
  return {
    from: settings.mailFrom,
    to: envelope.to,
    replyTo: envelope.replyTo ?? operator,
    ...mail,
    messageId: messageId(settings, envelope),
    tags: { [envelope.kind]: envelope.rowId },
  };
}
