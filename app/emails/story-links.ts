import { type Block, heading, paragraph, subheading } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** One story of an address; `state` completes "It is …". Its title stays out of the mail. */
export type ManagedStory = { begunOn: string; state: string; manageUrl: string };

/** The stories of the address that the mail goes to. */
export type StoryLinksProps = { site: MailSite; stories: readonly ManagedStory[] };

/** Answers a request for one's links with a link to each story; goes only to an address that has told one. */
export function storyLinksMail({ site, stories }: StoryLinksProps): RenderedMail {
  return renderMail({
    site,
    subject: `Your links on ${site.siteName}`,
    blocks: [
      heading(stories.length === 1 ? "Your story" : "Your stories"),
      paragraph("Open a link to see what became of it, change what you allow, or take it back."),
      ...stories.flatMap(storyBlocks),
    ],
    foot: {
      text: "You get this because someone asked for the links of this address. If it was not you, you can ignore it: only this mail has the links.",
    },
  });
}

function storyBlocks({ begunOn, state, manageUrl }: ManagedStory): Block[] {
  return [
    subheading(`Begun on ${begunOn}`),
    paragraph(`It is ${state}.`, { label: "See it, change it or take it back", url: manageUrl }),
  ];
}
