import { Resend } from "resend";
import { z } from "zod";
import { MAIL_TIMEOUT_SECONDS } from "#app/policy.ts";
import { RECEIVED_KILOBYTES } from "#app/policy-forwarding.ts";
import { isReplyAddress, receiveMail } from "./receive-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

const RESEND_API = "https://api.resend.com";
/** Received at once for several of our addresses: more is an attack. */
const RECIPIENTS = 10;

const Strings = z.array(z.string()).nullish();
const Fetched = z.object({
  from: z.string().nullish(),
  subject: z.string().nullish(),
  message_id: z.string().nullish(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).nullish(),
  ...{ to: Strings, cc: Strings, bcc: Strings, received_for: Strings },
  raw: z.object({ download_url: z.url({ protocol: /^https?$/ }) }).nullish(),
});
type Fetched = z.infer<typeof Fetched>;

/**
 * Fetches a message that Resend has received for us and takes it in, for each address of ours that it was sent to.
 *
 * @throws where Resend cannot be asked now: the work is then done again later.
 */
export async function fetchReceived(context: WorkerContext, emailId: string): Promise<void> {
  const { settings, log } = context;
  if (settings.resendApiKey === undefined) {
    log.warn({}, "mail was received at Resend, but RESEND_API_KEY is not set: it stays there");
    return;
  }
  const resend = new Resend(settings.resendApiKey, { baseUrl: settings.resendBaseUrl ?? RESEND_API });
  const signal = AbortSignal.timeout(MAIL_TIMEOUT_SECONDS * 1000);
  const { data, error } = await resend.emails.receiving.get(emailId, {}, { signal });
  if (error?.statusCode === 404) {
    log.warn({}, "mail was received at Resend, but is not there any more");
    return;
  }
  if (error) throw new Error(`Resend did not give a received message: ${error.statusCode ?? "no answer"}`);
  const mail = Fetched.parse(data);
  const raw = mail.raw ? await download(mail.raw.download_url) : composed(mail);
  const addresses = [mail.received_for, mail.to, mail.cc, mail.bcc].flatMap((some) => some ?? []);
  const ours = addresses.filter((one) => isReplyAddress(one, settings.replyDomain));
  for (const to of [...new Set(ours)].slice(0, RECIPIENTS)) await receiveMail(context, raw, { to });
}

/** The message as it came, or its beginning where it is long. */
async function download(url: string): Promise<Uint8Array> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(MAIL_TIMEOUT_SECONDS * 1000) });
  if (!answer.ok || !answer.body) throw new Error(`a received message was not given: ${answer.status}`);
  const reader = answer.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  // More than is read tells that there was more.
  while (size <= RECEIVED_KILOBYTES * 1024) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    chunks.push(value);
    size += value.length;
  }
  await reader.cancel();
  return Buffer.concat(chunks);
}

/** Where the provider keeps no original: one made of what it tells. */
function composed({ headers, text, html, ...mail }: Fetched): Uint8Array {
  const own: Record<string, string | undefined | null> = {
    From: mail.from,
    Subject: mail.subject,
    "Message-ID": mail.message_id,
  };
  const given = Object.entries(headers ?? {}).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  );
  const names = new Set(given.map(([name]) => name.toLowerCase()));
  const missing = Object.entries(own).filter(([name]) => !names.has(name.toLowerCase()));
  const lines = [...given, ...missing]
    .filter(([name]) => /^[A-Za-z0-9-]+$/.test(name) && !BODY_HEADERS.includes(name.toLowerCase()))
    .map(([name, value]) => `${name}: ${String(value ?? "").replace(/[\r\n]+/g, " ")}`);
  const type = text ? "text/plain" : "text/html";
  const head = [...lines, `Content-Type: ${type}; charset=utf-8`, "Content-Transfer-Encoding: 8bit"];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${text || html || ""}`);
}

/** They speak of the parts that the original had. */
const BODY_HEADERS = ["content-type", "content-transfer-encoding", "content-disposition", "mime-version"];
