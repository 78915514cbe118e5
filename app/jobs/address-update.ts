import type { ReaderOfUpdate } from "../domain/update/readers.server.ts";
import { renderMail } from "../emails/layout.ts";
import type { OutgoingMail } from "../emails/transport.ts";
import type { Settings } from "../env.server.ts";
import { addressed, mailDomain } from "./outgoing.ts";
import { type UpdateToMail, updateContent } from "./update-content.server.ts";

/**
 * The mail of an update to one reader, with the headers that mail programs stop such mail by in one click. Nothing
 * in it leads to anybody else's signature.
 *
 * Source: RFC 2919 (List-Id), RFC 2369 and 8058 (List-Unsubscribe).
 */
export function addressUpdate(
  settings: Settings,
  found: UpdateToMail,
  { receiptId, name, email, stopToken }: ReaderOfUpdate,
): OutgoingMail {
  const stopUrl = `${settings.appUrl}/unsubscribe/${stopToken}`;
  // Failures come back to an address of its own, and some mail programs stop such mail by writing to it.
  const own = settings.replyDomain === undefined ? undefined : `n-${stopToken}@${settings.replyDomain}`;
  const unsubscribe = [`<${stopUrl}>`, ...(own === undefined ? [] : [`<mailto:${own}?subject=unsubscribe>`])];
  const rendered = renderMail(updateContent(settings, found, { name, stopUrl }));
  return {
    ...addressed(settings, rendered, { to: email, rowId: receiptId, kind: "update" }),
    ...(own === undefined ? {} : { returnPath: own }),
    headers: {
      "List-Id": `News of a campaign <news-${found.campaign.number}.${mailDomain(settings)}>`,
      "List-Unsubscribe": unsubscribe.join(", "),
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}
