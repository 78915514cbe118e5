import { type Block, button, facts, heading, paragraph, subheading } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** A complaint as its author reads it: name and address are blank where they may not be passed on. */
export type ComplaintToAuthorProps = {
  site: MailSite;
  campaignTitle: string;
  pageUrl: string;
  name: string;
  email: string;
  statement: string;
  meaning: string;
  harm: string;
  untrue: string;
  /** The day at whose end their time is over, in words. */
  lastDay: string;
  replyUrl: string;
};

/**
 * Sends a copy of a complaint to the author of the words, says what they may answer and until when, and what
 * happens if they do not. Source: SI 2013/3028, Schedule.
 */
export function complaintToAuthorMail(props: ComplaintToAuthorProps): RenderedMail {
  const { site, campaignTitle, lastDay, replyUrl } = props;
  const title = `A complaint about “${campaignTitle}”: answer by ${lastDay}`;
  return renderMail({
    site,
    subject: `Answer by ${lastDay}: a complaint about “${campaignTitle}”`,
    blocks: [
      heading(title),
      paragraph(
        "Somebody says that words of yours on our site harm their good name. The law asks us to send you a copy of what they wrote, and to ask you what you want (Defamation Act 2013, section 5, and SI 2013/3028).",
      ),
      paragraph(
        `Please answer by midnight at the end of ${lastDay}. You can agree that the words are taken down. Or you can stand by them: then we need your full name and your postal address, and you say whether we may pass these on to whoever complains. If you do not allow it, we pass them on only where a court orders us to.`,
      ),
      paragraph(
        "If you do not answer by then, or stand by the words without name and address, they may be taken down. All of it may be hidden.",
      ),
      button("Read and answer", replyUrl, true),
      ...copy(props),
    ],
    foot: {
      text: "You get this because you run what it is about. It is no advice: a solicitor or Citizens Advice can give that. Answer by the link; do not forward this mail, as the link answers for you.",
    },
  });
}

function copy(props: ComplaintToAuthorProps): Block[] {
  const { pageUrl, name, email } = props;
  const hidden = "We may not pass this on";
  return [
    subheading("The complaint"),
    facts([
      ["Who complains", name || hidden],
      ["Their e-mail address", email || hidden],
    ]),
    paragraph("Here is", { label: "the page where the words stand", url: pageUrl }),
    ...typed("The words", props.statement),
    ...typed("What they are said to mean", props.meaning),
    ...typed("Why that is said to harm", props.harm),
    ...typed("What is said to be wrong or without support in fact", props.untrue),
  ];
}

function typed(title: string, text: string): Block[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return [subheading(title), ...lines.map((line) => paragraph(line))];
}
