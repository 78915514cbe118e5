import { button, facts, heading, note, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** What is said to somebody who signed a letter that has other words now. */
export type LetterChangedProps = {
  site: MailSite;
  campaignTitle: string;
  name: string;
  /** The parts of the letter that read otherwise: "Title", "Ask 2". */
  changedParts: readonly string[];
  /** Shows what is new and what is gone, with the button that agrees. */
  agreeUrl: string;
  manageUrl: string;
};

/** Tells a signatory once that there is a new version: their signature stays with the words that they signed. */
export function letterChangedMail(props: LetterChangedProps): RenderedMail {
  const { site, campaignTitle, name, changedParts, agreeUrl, manageUrl } = props;
  return renderMail({
    site,
    subject: `Its words have changed: ${campaignTitle}`,
    blocks: [
      heading("The letter that you signed has changed"),
      paragraph(
        `You signed the open letter “${campaignTitle}”. There is a new version of it. Your signature stays with the words that you signed, and it still counts.`,
      ),
      facts([
        ["Signed by", name],
        ["What has changed", changedParts.join(", ")],
      ]),
      paragraph("Read what is new and what is gone. If you agree with it, press the button on that page."),
      button("See what has changed", agreeUrl, true),
      paragraph(
        "If you do nothing, nothing changes for your signature. We do not ask again about this version.",
      ),
      paragraph("You can", { label: "see, change or take off your signature", url: manageUrl }),
      note(
        "We write this because the letter carries your signature. It is not news, and you cannot turn it off.",
      ),
    ],
    foot: { text: `You get this because you signed “${campaignTitle}” with this address.` },
  });
}
