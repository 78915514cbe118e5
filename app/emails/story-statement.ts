import { button, heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** What a reply is about: "a story of a family in Worcestershire". Nothing of the story's own words. */
export type StatementAboutProps = { site: MailSite; about: string; kind: "correction" | "statement" };

/** What became of a reply. */
export type StatementNews = "published" | "accepted" | "declined" | "taken_down";

/** The writer's own page. */
export type StatementConfirmProps = StatementAboutProps & { statementUrl: string; expiresInDays: number };
export type StatementSettledProps = StatementAboutProps & { statementUrl: string; news: StatementNews };

/**
 * Asks an address whether a reply is theirs. Neither what was written nor as whom is in it: whoever types somebody
 * else's address sends them nothing of their own.
 */
export function statementConfirmMail(props: StatementConfirmProps): RenderedMail {
  const { site, about, kind, statementUrl, expiresInDays } = props;
  return renderMail({
    site,
    subject: `Confirm what you sent to ${site.siteName}`,
    blocks: [
      heading("Is this yours?"),
      paragraph(`Somebody gave this address for ${KINDS[kind]} ${about}. Nobody has read it yet.`),
      paragraph(
        "If it is yours, open this link, read it over and press the button there. Then one of our moderators reads it.",
      ),
      button("Check and confirm", statementUrl, true),
      paragraph("Keep this mail: by the same link you see what became of it, and can take it back at once."),
    ],
    foot: {
      text: `If you know nothing of it, do nothing: it is deleted after ${expiresInDays} days. Do not forward this mail, as its link speaks for you.`,
    },
  });
}

/** Tells whoever wrote a reply that it was decided. The reason and the note are behind their own link. */
export function statementSettledMail({
  site,
  about,
  kind,
  statementUrl,
  news,
}: StatementSettledProps): RenderedMail {
  const { title, text, label } = NEWS[news];
  return renderMail({
    site,
    subject: `${title}: what you sent to ${site.siteName}`,
    blocks: [
      heading(title),
      paragraph(`A moderator has read ${KINDS[kind]} ${about}. ${text}`),
      button(label, statementUrl, true),
    ],
    foot: {
      text: "You get this once, because it was confirmed from this address. Do not forward this mail, as its link speaks for you.",
    },
  });
}

/** Tells the author of a story that somebody's statement stands beside it. It asks nothing of them. */
export function statementBesideMail({ site, storyUrl }: { site: MailSite; storyUrl: string }): RenderedMail {
  return renderMail({
    site,
    subject: `News of what you sent to ${site.siteName}`,
    blocks: [
      heading("A statement stands beside it"),
      paragraph(
        "Somebody who may answer for what you told has written a statement. A moderator has read it, and everybody can read it now below your own words. Your words have not been changed, and nobody was told who you are.",
      ),
      button("Read it", storyUrl, true),
      paragraph("You need not do anything."),
    ],
    foot: {
      text: "You get this because someone told a story and gave this address, and proved it. If it was not you, please tell us.",
    },
  });
}

const KINDS: Record<StatementAboutProps["kind"], string> = {
  correction: "a correction that is asked for, of",
  statement: "a statement on",
};

const NEWS: Record<StatementNews, { title: string; text: string; label: string }> = {
  published: {
    title: "Your statement is shown",
    text: "Everybody can read it there. You can take it back at any time.",
    label: "See it, or take it back",
  },
  accepted: {
    title: "Your correction was accepted",
    text: "The page says what happens next.",
    label: "Read what happens next",
  },
  declined: {
    title: "We have decided against it",
    text: "The page says why.",
    label: "Read why",
  },
  taken_down: {
    title: "Your statement was taken down",
    text: "It is not shown any more. The page says why.",
    label: "Read why",
  },
};
