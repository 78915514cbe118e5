import { type Block, heading, paragraph, subheading } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** One signature of an address; `state` completes "This signature is …", such as "counted". */
export type ManagedSignature = { campaignTitle: string; name?: string; state: string; manageUrl: string };

/** The signatures of the address that the mail goes to. */
export type ManageLinksProps = { site: MailSite; signatures: readonly ManagedSignature[] };

/** Answers a request for one's signatures with a link to each; goes only to an address that has signed. */
export function manageLinksMail({ site, signatures }: ManageLinksProps): RenderedMail {
  return renderMail({
    site,
    subject: `Your signatures on ${site.siteName}`,
    blocks: [
      heading("Your signatures"),
      paragraph("You asked for what was signed with this address. Open a link to see, change or erase it."),
      ...signatures.flatMap(signatureBlocks),
    ],
    foot: {
      text: "You get this because someone asked for the signatures of this address. If it was not you, you can ignore it: only this mail has the links.",
    },
  });
}

function signatureBlocks({ campaignTitle, name, state, manageUrl }: ManagedSignature): Block[] {
  const signedAs = name === undefined ? "" : `Signed as ${name}. `;
  return [
    subheading(campaignTitle),
    paragraph(`${signedAs}This signature is ${state}.`),
    paragraph("", { label: "See, change or erase it", url: manageUrl }),
  ];
}
