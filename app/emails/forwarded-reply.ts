import { button, facts, heading, note, paragraph, subheading } from "./blocks.ts";
import { campaignWord } from "./campaign-word.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";
import { plainLine } from "./plain-line.ts";

/** What somebody wrote back to one of our messages, and whom that message went to. */
export type ForwardedReplyProps = {
  site: MailSite;
  kind: "petition" | "letter";
  campaignTitle: string;
  /** The seat that our message was addressed to; may be blank. */
  to: string;
  reply: {
    name: string;
    address: string;
    subject: string;
    text: string;
    isCut: boolean;
    /** Campaigns that the message told of which it answers. */
    campaignCount: number;
  };
  /** The organisers' page with all replies. */
  repliesUrl: string;
};

/** Passes a person's reply on to somebody who runs the campaign, and says how to answer it. */
export function forwardedReplyMail(props: ForwardedReplyProps): RenderedMail {
  const { site, kind, campaignTitle, to, reply, repliesUrl } = props;
  const { name, address, subject, text, isCut, campaignCount } = reply;
  const writer = plainLine(name) || plainLine(address) || "Somebody";
  const paragraphs = paragraphsOf(text);
  return renderMail({
    site,
    subject: `${writer} has written back: ${campaignTitle}`,
    blocks: [
      heading(`A reply to your ${campaignWord(kind)}`),
      paragraph(`About “${campaignTitle}”.`),
      facts([
        ["From", [plainLine(name), plainLine(address)].filter(Boolean).join(", ") || "not said"],
        ...(to === "" ? [] : [["Our message went to", to] as const]),
        ["Subject", plainLine(subject) || "none"],
      ]),
      ...(campaignCount > 1
        ? [paragraph(`Our message told of ${campaignCount} campaigns, so this may be about another one.`)]
        : []),
      subheading("They write"),
      ...(paragraphs.length === 0 ? ["Nothing but what they quote or attach."] : paragraphs).map((words) =>
        paragraph(words),
      ),
      ...(isCut ? [note("It goes on: only the first part is passed on.")] : []),
      subheading("What to do now"),
      paragraph(
        address === ""
          ? "They gave no address to answer."
          : `To answer, write to ${plainLine(address)} yourself: they will see your address. An answer to this mail does not reach them.`,
      ),
      paragraph(
        "Please do not publish it without asking them. We cannot check who wrote it, and do not pass on what was attached.",
      ),
      button("All replies", repliesUrl, true),
    ],
    foot: {
      text: `You get this because you run this ${campaignWord(kind)} and somebody we told of it has written back. Nobody else but those who run it sees the reply.`,
    },
  });
}

/** Lines that were broken at a width belong together; what they quote of our own message is left out. */
function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  let isGoingOn = false;
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line.startsWith(">")) continue;
    const before = paragraphs.at(-1);
    if (line !== "" && isGoingOn && before !== undefined)
      paragraphs[paragraphs.length - 1] = `${before} ${line}`;
    else if (line !== "") paragraphs.push(line);
    isGoingOn = line.length >= BROKEN_FROM;
  }
  return paragraphs;
}

/** A line shorter than this was ended by its writer, in characters. */
const BROKEN_FROM = 50;
