import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

const CapturedMail = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
/** A mail that a running program wrote and did not send. */
export type CapturedMail = z.infer<typeof CapturedMail>;

const LIMIT_MS = 15_000;

/** All mail a running program has captured, newest first. */
export async function readMailbox(url: string): Promise<CapturedMail[]> {
  return z.array(CapturedMail).parse(await (await fetch(`${url}/dev/mailbox.json`)).json());
}

/**
 * Waits for the newest mail to this address whose subject has these words, and that is none of those already known.
 *
 * @throws when none comes in 15 seconds
 */
export async function waitForMail(
  url: string,
  { to, words = "", known = [] }: { to: string; words?: string; known?: readonly CapturedMail[] },
): Promise<CapturedMail> {
  const knownIds = new Set(known.map(({ id }) => id));
  const giveUpAt = Date.now() + LIMIT_MS;
  for (;;) {
    const mails = (await readMailbox(url)).filter(({ id }) => !knownIds.has(id));
    const mail = mails.find((one) => one.to.includes(to) && one.subject.includes(words));
    if (mail) return mail;
    if (Date.now() > giveUpAt) throw new Error(`no mail came; there is: ${mails.map((one) => one.subject)}`);
    await pause(50);
  }
}

/** Every link in a mail, from its text and its HTML. */
export function linksIn({ text, html }: CapturedMail): string[] {
  const inText = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  const inHtml = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
  return [...new Set([...inText, ...inHtml])];
}

/** The link of a mail whose path begins like this, such as `/confirm/`. @throws when there is none */
export function linkTo(mail: CapturedMail, path: string): string {
  const link = linksIn(mail).find((one) => new URL(one).pathname.startsWith(path));
  if (link === undefined) throw new Error(`the mail “${mail.subject}” has no link to ${path}`);
  return link;
}
