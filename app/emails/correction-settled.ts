import { heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** What became of a correction: who or where it was about, and why it was declined. */
export type CorrectionSettledProps = { site: MailSite; about: string; isAccepted: boolean; reason: string };

/** Tells somebody who offered a correction, and asked to hear, what became of it. */
export function correctionSettledMail({
  site,
  about,
  isAccepted,
  reason,
}: CorrectionSettledProps): RenderedMail {
  const title = isAccepted ? `Put right: ${about}` : `Looked at: ${about}`;
  return renderMail({
    site,
    subject: title,
    blocks: [
      heading(title),
      isAccepted
        ? paragraph(
            `You told us that something about ${about} was wrong or missing. A moderator has checked it and put it right. Thank you.`,
          )
        : paragraph(
            `You told us that something about ${about} was wrong or missing. A moderator has looked at it and left it as it was. The reason: ${reason}.`,
          ),
    ],
    foot: {
      text: "You get this once, because someone gave this address to hear what became of a correction. If it was not you, ignore it.",
    },
  });
}
