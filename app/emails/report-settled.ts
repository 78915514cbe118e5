import { heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** What became of a report: which page it was about, whether it was right, and what came of it. */
export type ReportSettledProps = {
  site: MailSite;
  about: string;
  isUpheld: boolean;
  outcome: string;
  termsUrl: string;
};

/** Tells somebody who reported something, and asked to hear, what became of it. */
export function reportSettledMail({
  site,
  about,
  isUpheld,
  outcome,
  termsUrl,
}: ReportSettledProps): RenderedMail {
  const title = `What you reported: ${about}`;
  return renderMail({
    site,
    subject: title,
    blocks: [
      heading(title),
      paragraph(
        isUpheld
          ? `You told us that something was wrong. A moderator has read it, and you were right. ${outcome}.`
          : `You told us that something was wrong. A moderator has read it, and left the page as it is. The reason: ${outcome}.`,
      ),
      paragraph("If you think that we decided wrongly, another moderator looks again.", {
        label: "How to ask for that",
        url: termsUrl,
      }),
    ],
    foot: {
      text: "You get this once, because someone gave this address to hear what became of a report. If it was not you, ignore it.",
    },
  });
}
