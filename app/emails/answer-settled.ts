import { type AnswerLines, answerBlocks } from "./answer-words.ts";
import { button, heading, paragraph, subheading } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** What a moderator decided about an answer. */
export type AnswerSettledProps = {
  site: MailSite;
  campaignTitle: string;
  /** The title in a few words, for the subject. */
  shortName: string;
  campaignUrl: string;
  name: string;
  answers: readonly AnswerLines[];
  writer: string;
  /** Undefined where it was published; else why it was not, as a sentence without its full stop. */
  declinedBecause?: string;
  manageUrl: string;
};

/** Tells the address on record that an answer is public, or why it is not, and how to change it. */
export function answerSettledMail(props: AnswerSettledProps): RenderedMail {
  const { site, campaignTitle, shortName, campaignUrl, name, answers, writer, declinedBecause, manageUrl } =
    props;
  const isPublic = declinedBecause === undefined;
  const title = isPublic ? "Your answer is public" : "Your answer was not published";
  return renderMail({
    site,
    subject: `${title}: “${shortName}”`,
    to: `To ${name}`,
    blocks: [
      heading(title),
      paragraph(
        isPublic
          ? "Thank you. Everybody can read it on its page and on your own."
          : `A moderator has read it. The reason: ${declinedBecause}. You can write another one by the link below.`,
        { label: campaignTitle, url: campaignUrl },
      ),
      subheading("What you answered"),
      ...answerBlocks(answers, writer),
      button(isPublic ? "Change it or take it down" : "Write another answer", manageUrl, true),
      ...(isPublic
        ? [paragraph("What you answered before stays readable, with its dates, if you change it.")]
        : []),
    ],
    foot: {
      text: "You get this once, because an answer was confirmed from this address. Do not forward this mail, as its link answers for you.",
    },
  });
}
