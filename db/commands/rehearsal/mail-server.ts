import { createTransport } from "#app/emails/create-transport.server.ts";
import type { MailTransport } from "#app/emails/transport.ts";

/** One message that arrived. */
export interface Arrived {
  to: string;
  subject: string;
  text: string;
}

/** Where the messages of a rehearsal go. */
export interface MailServer {
  what: string;
  transport: MailTransport;
  /** What has arrived since this was asked last; nothing where mail stays in the mailbox. */
  take(): Arrived[];
  stop(): Promise<void>;
}

/**
 * A real mail server on this machine that takes every message and passes none on; where it is not installed, the
 * mailbox of the database.
 */
export async function openMailServer(): Promise<MailServer> {
  const smtp = await import("#tests/servers/smtp.ts").catch(() => undefined);
  if (!smtp)
    return {
      what: "the mailbox, for want of a mail server",
      transport: { kind: "mailbox" },
      take: () => [],
      stop: async () => {},
    };
  const server = await smtp.startSmtpServer();
  const transport = createTransport({ smtpUrl: server.url });
  return {
    what: "a mail server on this machine, which passes nothing on",
    transport,
    take: () =>
      server.mails.splice(0).map(({ to, email }) => ({
        to: to.join(" "),
        subject: email.subject ?? "",
        text: email.text ?? "",
      })),
    async stop() {
      if (transport.kind !== "mailbox") transport.close();
      await server.stop();
    },
  };
}
