import { button, heading, list, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** The link behind which the story is sent, and within how many days a moderator reads it. */
export type StoryConfirmProps = { site: MailSite; storyUrl: string; targetDays: number };

/** Asks whoever has this address to send the story themselves. Nothing that anybody typed is in it. */
export function storyConfirmMail({ site, storyUrl, targetDays }: StoryConfirmProps): RenderedMail {
  return renderMail({
    site,
    subject: `One more step: send it yourself, at ${site.siteName}`,
    blocks: [
      heading("Send your story"),
      paragraph("Open this link and press “Send my story”. Until then nobody has it."),
      button("Look at it and send it", storyUrl, true),
      list([
        `A moderator reads it, mostly within ${targetDays} days, and asks you before a word is changed.`,
        "This link stays yours: with it you see what becomes of your story, change what you allow, and take it back at any time.",
      ]),
    ],
    foot: {
      text: "You get this because someone told a story and gave this address. If it was not you, please delete this mail: without it nothing is sent.",
    },
  });
}
