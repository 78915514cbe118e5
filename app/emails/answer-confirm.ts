import { type AnswerLines, answerBlocks } from "./answer-words.ts";
import { button, heading, paragraph, subheading } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** An answer that somebody wrote by a link of a message to this address, exactly as it would appear. */
export type AnswerConfirmProps = {
  site: MailSite;
  campaignTitle: string;
  /** The title in a few words, for the subject. */
  shortName: string;
  campaignUrl: string;
  /** In whose name: "Councillor Ann Example, Arboretum". */
  name: string;
  answers: readonly AnswerLines[];
  writer: string;
  confirmUrl: string;
  expiresInDays: number;
};

/** Asks the address on record whether an answer is theirs. Nothing of it is public before they say so. */
export function answerConfirmMail(props: AnswerConfirmProps): RenderedMail {
  const { site, campaignTitle, shortName, campaignUrl, name, answers, writer, confirmUrl, expiresInDays } =
    props;
  return renderMail({
    site,
    subject: `Confirm your answer to “${shortName}”`,
    to: `To ${name}`,
    blocks: [
      heading("Confirm your answer"),
      paragraph(
        "Somebody wrote an answer in your name, by the link in a message that we sent you. It is not public yet. This is what would appear:",
        { label: campaignTitle, url: campaignUrl },
      ),
      subheading("Your answer"),
      ...answerBlocks(answers, writer),
      paragraph(
        "Is it yours? Open this link and press the button there. Then one of our moderators reads it, and it appears on its page and on your own.",
      ),
      button("Check and confirm", confirmUrl, true),
      paragraph(
        "Keep this mail. By the same link you can write a new answer later, or take this one down at once.",
      ),
    ],
    foot: {
      text: `You get this because an answer was written by a link that was sent to this address. If you know nothing of it, do nothing: it is deleted after ${expiresInDays} days. Do not forward this mail, as its link answers for you.`,
    },
  });
}
