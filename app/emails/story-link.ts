import { button, heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** The link that opens a story that is being told, and how long it is kept after it was last changed. */
export type StoryLinkProps = { site: MailSite; storyUrl: string; keptDays: number };

/** Lets somebody go on with a story. Nothing that anybody typed is in it, and its subject says nothing to others. */
export function storyLinkMail({ site, storyUrl, keptDays }: StoryLinkProps): RenderedMail {
  return renderMail({
    site,
    subject: `Your link to go on, from ${site.siteName}`,
    blocks: [
      heading("Go on when you are ready"),
      paragraph(
        `What you have written is saved, and nobody else has read it. This link opens it on any phone or computer. It is kept for ${keptDays} days after you last changed it.`,
      ),
      button("Go on", storyUrl, true),
      paragraph("Whoever has this link can read and change what you wrote, so pass it on to nobody."),
    ],
    foot: {
      text: "You get this because someone began to tell a story and gave this address. If it was not you, please delete this mail: the story is deleted by itself.",
    },
  });
}
