import { button, heading, paragraph, subheading } from "./blocks.ts";
import { campaignWord } from "./campaign-word.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";
import { newsWords, type OrganiserNews } from "./organiser-news.ts";

/** What has happened to a campaign, and what a moderator wrote about it. */
export type OrganiserNoticeProps = {
  site: MailSite;
  kind: "petition" | "letter";
  campaignTitle: string;
  news: OrganiserNews;
  /** In a moderator's own words; may be blank, may have several lines. */
  note: string;
  /** The organiser's page of the campaign. */
  organiseUrl: string;
};

/** Tells somebody who runs a campaign what has happened to it and what they can do now. */
export function organiserNoticeMail(props: OrganiserNoticeProps): RenderedMail {
  const { site, kind, campaignTitle, news, note, organiseUrl } = props;
  const { title, happened, next, link } = newsWords(news, kind);
  const lines = note.split("\n").filter((line) => line.trim() !== "");
  return renderMail({
    site,
    subject: `${title}: ${campaignTitle}`,
    blocks: [
      heading(title),
      paragraph(`About “${campaignTitle}”.`),
      paragraph(happened),
      ...(lines.length === 0
        ? []
        : [subheading("The moderator writes"), ...lines.map((line) => paragraph(line))]),
      ...(lines.length === 0 ? [] : [subheading("What to do now")]),
      paragraph(next, link),
      button(`Your page of the ${campaignWord(kind)}`, organiseUrl, true),
    ],
    foot: {
      text: `You get this because you run this ${campaignWord(kind)}. These mails go only to those who run it, and only when something has happened to it.`,
    },
  });
}
