import { heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** Which campaign was signed a third time with one address. */
export type AddressFullProps = { site: MailSite; campaignTitle: string; campaignUrl: string };

/** Tells a third person of a household why they cannot sign with this address; has no confirm link. */
export function addressFullMail({ site, campaignTitle, campaignUrl }: AddressFullProps): RenderedMail {
  return renderMail({
    site,
    subject: `Two people have signed with this address: ${campaignTitle}`,
    blocks: [
      heading("Two people have signed with this address"),
      paragraph(
        `Someone just signed “${campaignTitle}” with this address. Two people have already signed with it, and we count two for one address at most. So this signature is not counted.`,
      ),
      paragraph("Would you like to sign too? Use another e-mail address, one of your own, on", {
        label: "the campaign page",
        url: campaignUrl,
      }),
    ],
    foot: {
      text: "You get this because someone signed with this address. If it was not you, you can ignore it.",
    },
  });
}
