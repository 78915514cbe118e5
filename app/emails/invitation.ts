import { button, heading, paragraph } from "./blocks.ts";
import { aCampaign, campaignWord } from "./campaign-word.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** Who asks for help with what, the link that says yes, and how long it works. */
export type InvitationProps = {
  site: MailSite;
  kind: "petition" | "letter";
  campaignTitle: string;
  organiserName: string;
  invitationUrl: string;
  expiresInDays: number;
};

/** Asks somebody to help run a campaign. */
export function invitationMail(props: InvitationProps): RenderedMail {
  const { site, kind, campaignTitle, organiserName, invitationUrl, expiresInDays } = props;
  return renderMail({
    site,
    subject: `Help run “${campaignTitle}”`,
    blocks: [
      heading(`You are invited to help run ${aCampaign(kind)}`),
      paragraph(
        `${organiserName} asks you to help run “${campaignTitle}” on ${site.siteName}. You could change its text, tell what becomes of it, and see how many people stand behind it.`,
      ),
      paragraph(
        `Open this link and press the button there to say yes. It works once, and for ${expiresInDays} days.`,
      ),
      button("See the invitation", invitationUrl, true),
    ],
    foot: {
      text: `You get this because somebody who runs this ${campaignWord(kind)} typed your address. If you do not want to help, ignore it: nothing happens, and the address is deleted when the link has run out.`,
    },
  });
}
