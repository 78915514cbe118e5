import { button, heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** What there is to tell. */
export type StoryNews = "published" | "changes" | "rejected" | "taken_down" | "suggestion" | "request";

/** The author's own page, and what has happened. */
export type StoryDecidedProps = { site: MailSite; storyUrl: string; news: StoryNews };

const WORDS: Record<StoryNews, { title: string; text: string; label: string }> = {
  published: {
    title: "It is published",
    text: "A moderator has read what you sent, and everybody can read it now. You can take it back at any time, at once and for good.",
    label: "See it",
  },
  changes: {
    title: "A moderator asks you for a change",
    text: "A moderator has read what you sent. Before it can be published, something in it has to change. The page says what. Change it, then send it again.",
    label: "Read what to change",
  },
  rejected: {
    title: "It is not published",
    text: "A moderator has read what you sent, and has decided not to publish it. The page says why. That is not a judgement of what happened to you.",
    label: "Read why",
  },
  taken_down: {
    title: "It was taken off the site",
    text: "A moderator has taken what you told off the site, at once. The page says why.",
    label: "Read why",
  },
  suggestion: {
    title: "A moderator suggests another wording",
    text: "Nothing has been changed. Read the other wording, and say yes or no to it.",
    label: "Read it and answer",
  },
  request: {
    title: "Somebody would like to speak to you",
    text: "Somebody has asked us to pass something on to you. They did not get your address, and nothing happens unless you answer. The page says who it is.",
    label: "Read who, and what they ask",
  },
};

/**
 * Tells the author that something was decided about their story. Neither its words nor the moderator's note are in
 * it, and its subject says nothing to others: they are behind the author's own link.
 */
export function storyDecidedMail({ site, storyUrl, news }: StoryDecidedProps): RenderedMail {
  const { title, text, label } = WORDS[news];
  return renderMail({
    site,
    subject: `News of what you sent to ${site.siteName}`,
    blocks: [
      heading(title),
      paragraph(text),
      button(label, storyUrl, true),
      paragraph("Whoever has this link can read and change what you wrote, so pass it on to nobody."),
    ],
    foot: {
      text: "You get this because someone told a story and gave this address, and proved it. If it was not you, please tell us.",
    },
  });
}
