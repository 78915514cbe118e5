import { button, heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** Whose messages stop, about what, and the link that undoes it. */
export type MessagesPausedProps = {
  site: MailSite;
  /** The line above the heading: "To Councillor Pat Example, Arboretum". */
  to: string;
  /** Missing where all messages stop. */
  campaignTitle?: string;
  /** They asked never to be written to again. */
  isForGood: boolean;
  undoUrl: string;
  worksForDays: number;
};

/** Tells the address on record that messages to it stop, because anybody a message was passed on to could ask so. */
export function messagesPausedMail(props: MessagesPausedProps): RenderedMail {
  const { site, to, campaignTitle, isForGood, undoUrl, worksForDays } = props;
  const whatStops = campaignTitle ? `our messages about “${campaignTitle}”` : "all our messages to you";
  return renderMail({
    site,
    subject: campaignTitle ? `Paused: “${campaignTitle}”` : isForGood ? "We have stopped writing" : "Paused",
    to,
    blocks: [
      heading(isForGood ? "We have stopped writing to you" : "Your messages are paused"),
      paragraph(
        `Somebody pressed “Pause or stop” in a message from us to this address. So ${whatStops} ${isForGood ? "have stopped for good" : "are paused until you say otherwise"}.`,
      ),
      paragraph(
        `If that was you or your office, there is nothing to do. If it was not, undo it: open this link and press the button there. The link works for ${worksForDays} days.`,
      ),
      button(isForGood ? "Write to me again" : "End the pause", undoUrl, true),
    ],
    foot: {
      text: "You get this once, because the messages may have been passed on to somebody else who pressed that button.",
    },
  });
}
