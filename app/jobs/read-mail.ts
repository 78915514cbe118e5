import PostalMime, { type Email } from "postal-mime";
import { RECEIVED_KILOBYTES } from "#app/policy-forwarding.ts";
import type { ReceivedMail } from "../domain/forwarding/received-mail.ts";
import { textOfHtml } from "../domain/forwarding/text-of-html.ts";

/** As much of a message as is looked at: what people write and servers report stands at its beginning. */
const BYTES = RECEIVED_KILOBYTES * 1024;
/** More parts within parts, or headers, than any mail program writes. */
const BOUNDS = { maxNestingDepth: 30, maxHeadersSize: 256 * 1024 } as const;

/** Takes a message apart; undefined where it is none. Pictures and papers that came with it are not kept. */
export async function readMail(raw: Uint8Array): Promise<ReceivedMail | undefined> {
  try {
    const email = await PostalMime.parse(raw.subarray(0, BYTES), {
      ...BOUNDS,
      forceRfc822Attachments: true,
      attachmentEncoding: "utf8",
    });
    return email.headers.length === 0 ? undefined : received(email, raw.length > BYTES);
  } catch {
    return undefined;
  }
}

function received(email: Email, isCut: boolean): ReceivedMail {
  const headers = new Map<string, string[]>();
  for (const { key, value } of email.headers) headers.set(key, [...(headers.get(key) ?? []), value]);
  const from = email.from?.address === undefined ? undefined : email.from;
  return {
    from: { name: from?.name ?? "", address: from?.address ?? "" },
    subject: email.subject ?? "",
    messageId: email.messageId ?? "",
    text: email.text?.trim() ? email.text : textOfHtml(email.html ?? ""),
    headers,
    parts: email.attachments.map(({ mimeType, content }) => ({
      type: mimeType.toLowerCase(),
      content: typeof content === "string" ? content : "",
    })),
    isCut,
  };
}
