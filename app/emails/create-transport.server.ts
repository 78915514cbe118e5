import { MAIL_TIMEOUT_SECONDS } from "#app/policy.ts";
import type { RequestPace } from "./request-pace.ts";
import type { MailTransport } from "./transport.ts";
import { resendTransport } from "./transport-resend.server.ts";
import { smtpTransport } from "./transport-smtp.server.ts";

/** The settings that decide how mail leaves; unset ones are missing. */
export type TransportSettings = {
  resendApiKey?: string;
  resendBaseUrl?: string;
  smtpUrl?: string;
  /** How long one attempt may take. */
  timeoutMs?: number;
  /** How fast requests follow each other; the provider's usual limit where it is not said. */
  pace?: RequestPace;
};

/** Chooses how mail leaves: Resend where there is a key, else SMTP where there is a URL, else the mailbox. */
export function createTransport(settings: TransportSettings): MailTransport {
  const timeoutMs = settings.timeoutMs ?? MAIL_TIMEOUT_SECONDS * 1000;
  if (settings.resendApiKey) {
    const { resendApiKey: apiKey, resendBaseUrl: baseUrl, pace } = settings;
    return resendTransport({ apiKey, baseUrl, timeoutMs, pace });
  }
  if (settings.smtpUrl) return smtpTransport({ url: settings.smtpUrl, timeoutMs });
  return { kind: "mailbox" };
}
