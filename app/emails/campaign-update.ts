import type { MailSpan } from "./blocks.ts";
import { type Block, button, heading, note, points, subheading, words } from "./blocks.ts";
import type { MailContent, MailSite } from "./layout.ts";

/** What somebody who runs a campaign has written, part by part. */
export type UpdatePart =
  | { kind: "heading" | "paragraph" | "quotation"; spans: readonly MailSpan[] }
  | { kind: "list"; isNumbered: boolean; items: readonly (readonly MailSpan[])[] };

/** What a mail of a campaign's news says and links to. */
export type CampaignUpdateProps = {
  site: MailSite;
  /** "petition" or "open letter". */
  kind: string;
  campaignTitle: string;
  /** The campaign in a few words, for the subject; blank where it has none. */
  shortName: string;
  organiserName: string;
  title: string;
  parts: readonly UpdatePart[];
  /** The update's own page. */
  updateUrl: string;
  /** Where somebody finds what we keep of them. */
  signaturesUrl: string;
  /** Who signed, and the link that stops these mails for them; missing in a copy for those who write it. */
  reader?: { name: string; stopUrl: string };
};

/**
 * News of a campaign to one of those who signed it and asked for news: who writes, what, and how to stop it. For
 * pages that show it beforehand, too.
 */
export function campaignUpdate(props: CampaignUpdateProps): MailContent {
  const { site, kind, campaignTitle, shortName, organiserName, title, parts, updateUrl, reader } = props;
  const subject = `${title} (${shortName === "" ? campaignTitle : shortName})`;
  return {
    site,
    subject: reader ? subject : `Copy for you: ${subject}`,
    to: `News of the ${kind} “${campaignTitle}”`,
    blocks: [
      heading(title),
      ...parts.map(blockOf),
      button(reader ? "Read it on the site" : "Where it will stand", updateUrl),
      note(
        `${organiserName} runs this ${kind} and wrote this. ${site.siteName} sends it without showing them your address.`,
      ),
    ],
    foot: reader
      ? {
          text: `You get this because ${reader.name} signed this ${kind} with this address and asked for its news.`,
          links: [
            { label: "Stop this news", url: reader.stopUrl },
            { label: "See, change or erase what we keep", url: props.signaturesUrl },
          ],
        }
      : {
          text: "This copy went to you alone. In the mails to those who signed, the link to stop them stands here.",
        },
  };
}

function blockOf(part: UpdatePart): Block {
  switch (part.kind) {
    case "heading":
      return subheading(part.spans.map(({ text }) => text).join(""));
    case "paragraph":
      return words(part.spans);
    case "quotation":
      return words(part.spans, true);
    case "list":
      return points(part.items, part.isNumbered);
  }
}
