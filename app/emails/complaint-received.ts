import { button, heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** A complaint that came in. `author` says whether its author has been written to, and until which day they answer. */
export type ComplaintReceivedProps = {
  site: MailSite;
  about: string;
  author: { kind: "asked"; lastDay: string } | { kind: "not_reached" } | { kind: "not_asked" };
  complaintUrl: string;
};

/** Acknowledges a complaint of defamation, and says what happens next. */
export function complaintReceivedMail({
  site,
  about,
  author,
  complaintUrl,
}: ComplaintReceivedProps): RenderedMail {
  const title = `We have your complaint: ${about}`;
  return renderMail({
    site,
    subject: title,
    blocks: [
      heading(title),
      paragraph(nextStep(author)),
      button("See where your complaint stands", complaintUrl, true),
      paragraph(
        "Keep this mail: only this link leads to your complaint. This is what the Defamation Act 2013 asks of us, not legal advice.",
      ),
    ],
    foot: {
      text: "You get this because someone complained with this address about words on our site. If it was not you, write to us.",
    },
  });
}

function nextStep(author: ComplaintReceivedProps["author"]): string {
  switch (author.kind) {
    case "asked":
      return `We have sent a copy to the author of the words, without your name and address where you did not allow them. The author has until midnight at the end of ${author.lastDay} to answer. Whatever the answer is, we tell you.`;
    case "not_reached":
      return "We need not or cannot ask the author of the words. A moderator sees to it within 48 hours, weekends and bank holidays apart, and we tell you.";
    case "not_asked":
      return "A moderator reads it. Within 48 hours, weekends and bank holidays apart, we write to the author of the words, or tell you what we have done.";
  }
}
