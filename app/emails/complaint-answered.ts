import { type Block, button, facts, heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** An author who stands by the words; `details` where they may be passed on. */
export type ComplaintAnsweredProps = {
  site: MailSite;
  about: string;
  details?: { name: string; postal: string };
  complaintUrl: string;
};

/** Tells whoever complained that the author does not want the words removed, and whom they can turn to. */
export function complaintAnsweredMail({
  site,
  about,
  details,
  complaintUrl,
}: ComplaintAnsweredProps): RenderedMail {
  const title = `The author stands by the words: ${about}`;
  const whoToTurnTo: Block[] = details
    ? [
        paragraph("The author allows us to give you these details, so that you can turn to them directly:"),
        facts([
          ["Full name", details.name],
          ["Postal address", details.postal.split("\n").join(", ")],
        ]),
      ]
    : [
        paragraph(
          "The author has given us name and postal address, but does not allow us to pass them on. A court can order us to.",
        ),
      ];
  return renderMail({
    site,
    subject: title,
    blocks: [
      heading(title),
      paragraph(
        "You complained about words on our site. The author does not want them removed, and they have not been removed.",
      ),
      ...whoToTurnTo,
      button("See your complaint", complaintUrl),
      paragraph(
        "What you can do next, a solicitor or Citizens Advice can tell you. The time to go to court is short: one year.",
      ),
    ],
    foot: { text: "You get this because someone complained with this address about words on our site." },
  });
}
