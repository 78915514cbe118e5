import type { RenderedMail } from "../emails/layout.ts";
import type { OutgoingMail } from "../emails/transport.ts";
import type { Settings } from "../env.server.ts";
import { addressed, mailDomain, messageId } from "./outgoing.ts";

/** What a message to a representative is sent with: its row, its own links, the messages it goes on from. */
export interface DeliveryEnvelope {
  to: string;
  deliveryId: string;
  links: { pause: string; reply: string };
  /** The deliveries before it in the same thread, oldest first. */
  earlier: readonly string[];
}

/**
 * A message to a representative with the headers that mail programs and offices sort by: which list it is of, how to
 * pause it in one click, what it goes on from, and that no machine need answer it. Replies and failures come back to an address of its own where the
 * site takes mail in; else replies go to whoever runs the site.
 *
 * Source: RFC 2919 (List-Id), RFC 2369 and 8058 (List-Unsubscribe), RFC 5322 section 3.6.4 (References), RFC 3834
 * section 5 (Auto-Submitted); MS-OXCMAIL 2.2.3.2.14 (X-Auto-Response-Suppress): failures are still reported.
 */
export function addressDelivery(
  settings: Settings,
  mail: RenderedMail,
  { to, deliveryId, links, earlier }: DeliveryEnvelope,
): OutgoingMail {
  const plain = addressed(settings, mail, { to, rowId: deliveryId, kind: "delivery" });
  const own = settings.replyDomain === undefined ? undefined : `d-${links.reply}@${settings.replyDomain}`;
  const unsubscribe = [
    `<${settings.appUrl}/pause/${links.pause}>`,
    ...(own === undefined ? [] : [`<mailto:${own}?subject=unsubscribe>`]),
  ];
  return {
    ...plain,
    ...(own === undefined ? {} : { replyTo: own, returnPath: own }),
    headers: {
      "List-Id": `Petitions and their signatures <representatives.${mailDomain(settings)}>`,
      "List-Unsubscribe": unsubscribe.join(", "),
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "OOF, AutoReply",
      ...threadHeaders(earlier.map((rowId) => messageId(settings, { kind: "delivery", rowId }))),
    },
  };
}

function threadHeaders(messageIds: readonly string[]): Record<string, string> {
  const newest = messageIds.at(-1);
  return newest === undefined ? {} : { "In-Reply-To": newest, References: messageIds.join(" ") };
}
