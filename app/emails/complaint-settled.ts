import { button, heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** How a complaint ended: the words are gone, they stay, or it was none that the law's way is for, with a reason. */
export type ComplaintSettledProps = {
  site: MailSite;
  about: string;
  ending: { kind: "removed" } | { kind: "kept" } | { kind: "invalid"; reason: string };
  complaintUrl: string;
  takedownUrl: string;
};

/** Tells whoever complained how it ended. */
export function complaintSettledMail(props: ComplaintSettledProps): RenderedMail {
  const { site, about, ending, complaintUrl, takedownUrl } = props;
  const title = `${TITLES[ending.kind]}: ${about}`;
  return renderMail({
    site,
    subject: title,
    blocks: [
      heading(title),
      ...SENTENCES[ending.kind].map((sentence) => paragraph(sentence)),
      ...(ending.kind === "invalid"
        ? [
            paragraph(`The reason: ${ending.reason}.`),
            paragraph("You can complain again.", {
              label: "The form says all that is needed",
              url: takedownUrl,
            }),
          ]
        : []),
      button("See your complaint", complaintUrl),
    ],
    foot: { text: "You get this because someone complained with this address about words on our site." },
  });
}

const TITLES = {
  removed: "The words have been removed",
  kept: "The words stay",
  invalid: "Your complaint is not one that the law’s procedure is for",
} as const;

const SENTENCES = {
  removed: ["You complained about words on our site. They have been removed."],
  kept: [
    "You complained about words on our site. A moderator has read your complaint and left the words where they are.",
    "What you can do next, a solicitor or Citizens Advice can tell you.",
  ],
  invalid: [
    "You complained about words on our site. A moderator has read your complaint. It does not have what section 5 of the Defamation Act 2013 and regulation 2 of SI 2013/3028 ask for.",
  ],
} as const;
