import type { MailSite, RenderedMail } from "../emails/layout.ts";
import type { OutgoingMail } from "../emails/transport.ts";
import type { Settings } from "../env.server.ts";

/** What every mail says of the site that sends it. */
export function mailSite(settings: Settings): MailSite {
  return {
    siteName: "Hear Hear",
    operatorName: settings.operatorName,
    operatorContact: settings.operatorContact,
    demonstration: settings.demo,
  };
}

/** A rendered mail with its envelope; the same row always gets the same Message-ID and idempotency key. */
export function addressed(
  settings: Settings,
  mail: RenderedMail,
  envelope: { to: string; rowId: string; kind: "mail" | "delivery" },
): OutgoingMail {
  const host = new URL(settings.appUrl).hostname;
  const domain = settings.replyDomain ?? (host.includes(".") ? host : "hear-hear.invalid");
  return {
    from: settings.mailFrom,
    to: envelope.to,
    replyTo: settings.operatorContact.includes("@") ? settings.operatorContact : undefined,
    ...mail,
    messageId: `<${envelope.kind}-${envelope.rowId}@${domain}>`,
    tags: { [envelope.kind]: envelope.rowId },
    idempotencyKey: `${envelope.kind}-${envelope.rowId}`,
  };
}
