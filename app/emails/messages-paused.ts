import { button, heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** Whose messages stop, about what, and the link that undoes it. */
export type MessagesPausedProps = {
  site: MailSite;
  /** "Councillor Pat Example, Arboretum". */
  who: string;
  /** Missing where all messages stop. */
  campaignTitle?: string;
  /** The same in a few words. */
  shortName?: string;
  /** How it was asked: by the page of our own link, by the mail program's "unsubscribe", or never to write again. */
  way: "page" | "one_click" | "for_good";
  undoUrl: string;
  worksForDays: number;
};

/** Tells the address on record that messages to it stop, because anybody a message was passed on to could ask so. */
export function messagesPausedMail(props: MessagesPausedProps): RenderedMail {
  const { site, who, campaignTitle, way, undoUrl, worksForDays } = props;
  const isForGood = way === "for_good";
  const whatStops = campaignTitle ? `our messages about “${campaignTitle}”` : "all our messages to you";
  return renderMail({
    site,
    subject: subject(props),
    to: `To ${who}`,
    blocks: [
      heading(isForGood ? "We have stopped writing to you" : headingOfPause(campaignTitle)),
      paragraph(
        `${asked(way)} So ${whatStops} ${isForGood ? "have stopped for good" : "are paused until you say otherwise"}.`,
      ),
      paragraph(
        `If that was you or your office, there is nothing to do. If it was not, or if you want to hear of ${campaignTitle ? "it" : "some campaigns"} again, undo it: open this link and press the button there. The link works for ${worksForDays} days.`,
      ),
      button(isForGood ? "Write to me again" : "End the pause", undoUrl, true),
    ],
    foot: {
      text: "You get this once, because the messages may have been passed on to somebody else who asked for it.",
    },
  });
}

function subject({ who, shortName, way }: MessagesPausedProps): string {
  if (way === "for_good") return `Stopped for good: all our messages to ${who}`;
  return shortName ? `Paused for ${who}: ${shortName}` : `Paused: all our messages to ${who}`;
}

function headingOfPause(campaignTitle: string | undefined): string {
  return campaignTitle ? "Our messages about one campaign are paused" : "All our messages to you are paused";
}

function asked(way: MessagesPausedProps["way"]): string {
  return way === "one_click"
    ? "Somebody pressed “unsubscribe” in the mail program in which they read a message from us to this address. That pauses everything."
    : "Somebody opened the link “Pause or stop” in a message from us to this address, and asked for it.";
}
