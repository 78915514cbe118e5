import { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import { z } from "zod";
import {
  AUTOMATIC_HEADERS,
  checkedMail,
  type OutgoingMail,
  type SendingTransport,
  type SendOutcome,
} from "./transport.ts";
import { wholeMessage } from "./whole-message.server.ts";

/** Mail servers take a few connections from one sender; more of them refuse some. */
const CONNECTIONS = 3;

/** `url` is `smtp://` or `smtps://`, credentials included; `timeoutMs` is how long one attempt may take. */
export type SmtpSettings = { url: string; timeoutMs: number };

/**
 * Sends over SMTP through a few kept connections. SMTP has no memory: what may have been taken must not go again,
 * so an attempt is `unknown` as soon as a byte of the message has left and no answer to it came.
 */
export function smtpTransport({ url, timeoutMs }: SmtpSettings): SendingTransport {
  const bodies = new WeakMap<AbortSignal, Readable>();
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    // The pool sends again by itself only where a kept connection was gone before any byte of the message left.
    maxRequeues: 1,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  pool.use("stream", ({ message, data }, done) => {
    try {
      const bytes = Buffer.from(wholeMessage(message));
      message.createReadStream = () => {
        const body = inOnePiece(bytes);
        if (data.signal) bodies.set(data.signal, body);
        return body;
      };
      done();
    } catch {
      done(new Error("a message could not be put together"));
    }
  });

  return {
    kind: "smtp",
    repeatable: false,
    mailsPerRequest: 1,
    requestsAtOnce: CONNECTIONS,
    serializeMail: (mail) => JSON.stringify(checkedMail(mail)),
    serializeRequest([mail, ...others]) {
      if (mail === undefined || others.length > 0) throw new Error("SMTP sends one mail at a time");
      return mail;
    },
    async send(serialized) {
      const mail = checkedMail(JSON.parse(serialized));
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        await pool.sendMail({ ...messageOf(mail), signal });
        return { kind: "answered", mails: [{ kind: "accepted", providerId: mail.messageId }] };
      } catch (error) {
        return outcomeOfError(error, bodies.get(signal)?.readableDidRead ?? false);
      }
    },
    close() {
      pool.close();
    },
  };
}

function inOnePiece(bytes: Buffer): Readable {
  return new Readable({
    read() {
      this.push(bytes);
      this.push(null);
    },
  });
}

function messageOf(mail: OutgoingMail) {
  const { from, to, replyTo, returnPath, subject, text, html, messageId, headers } = mail;
  const envelope = returnPath === undefined ? undefined : { from: returnPath, to };
  const allHeaders = { ...AUTOMATIC_HEADERS, ...headers };
  return { from, to, replyTo, envelope, subject, text, html, messageId, headers: allHeaders };
}

const SmtpFault = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
  permanent: z.boolean().optional(),
});

function outcomeOfError(error: unknown, hasBegun: boolean): SendOutcome {
  const parsed = SmtpFault.safeParse(error);
  const { code, command, responseCode, response, permanent } = parsed.success ? parsed.data : {};
  // Envelope and message faults are about this mail; a refused sign-in or greeting is about us, and may pass.
  const isOfTheMail = code === "EENVELOPE" || code === "EMESSAGE";
  if (responseCode !== undefined && responseCode >= 400 && responseCode < 600) {
    const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? "")?.[1];
    const reason = ["the mail server answered", responseCode, enhanced, command && `to ${command}`];
    return {
      kind: "refused",
      permanent: isOfTheMail && permanent === true,
      reason: reason.filter((part) => part !== undefined && part !== "").join(" "),
    };
  }
  const fault = /^[A-Z]{3,20}$/.test(code ?? "") ? code : "no code";
  if (hasBegun) return { kind: "unknown", reason: `connection lost while sending (${fault})` };
  return { kind: "refused", permanent: isOfTheMail, reason: `nothing was sent (${fault})` };
}
