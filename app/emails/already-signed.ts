import { type Block, heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** A signature that stands with the address this mail goes to, and the link to change it. */
export type OwnSignature = { name: string; manageUrl: string };

/** What is said to someone who signs again. */
export type AlreadySignedProps = {
  site: MailSite;
  campaignTitle: string;
  campaignUrl: string;
  /** The confirmed signatures of this address on this campaign: one or two. */
  signatures: readonly OwnSignature[];
  /** A moderator has taken them out of the count. */
  isTakenOut?: boolean;
};

/** Tells a person who signs again that they are counted already; has no confirm link. */
export function alreadySignedMail({
  site,
  campaignTitle,
  campaignUrl,
  signatures,
  isTakenOut = false,
}: AlreadySignedProps): RenderedMail {
  return renderMail({
    site,
    subject: `You have signed already: ${campaignTitle}`,
    blocks: [
      heading("You have signed already"),
      paragraph(
        isTakenOut
          ? `Someone just signed “${campaignTitle}” with this address. It has signed before, and a moderator has taken that signature out of the count. Open it below to see whom to write to.`
          : `Someone just signed “${campaignTitle}” with this address. Your signature is already counted, so nothing has changed and there is nothing for you to do.`,
      ),
      paragraph("Read", { label: "the campaign page", url: campaignUrl }),
      ...signatures.map(manageLine),
    ],
    foot: {
      text: "You get this because someone signed with this address. If it was not you, you can ignore it.",
    },
  });
}

function manageLine({ name, manageUrl }: OwnSignature): Block {
  return paragraph(`Signed as ${name}:`, {
    label: "see, change or erase this signature",
    url: manageUrl,
  });
}
