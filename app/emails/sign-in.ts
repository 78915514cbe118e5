import { button, heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** The link that signs in, and how long it works. `beginsCampaign` where pressing it also begins a petition. */
export type SignInProps = {
  site: MailSite;
  signInUrl: string;
  expiresInMinutes: number;
  beginsCampaign: boolean;
};

/** Carries a link that signs somebody in once. Nothing that anybody typed is in it. */
export function signInMail({ site, signInUrl, expiresInMinutes, beginsCampaign }: SignInProps): RenderedMail {
  const title = beginsCampaign ? "Begin your petition" : `Sign in to ${site.siteName}`;
  const purpose = beginsCampaign ? " Then people can support your petition." : "";
  return renderMail({
    site,
    subject: title,
    blocks: [
      heading(title),
      paragraph(
        `Open this link and press the button there.${purpose} It works once, and for ${expiresInMinutes} minutes.`,
      ),
      button(beginsCampaign ? "Begin" : "Sign in", signInUrl, true),
    ],
    foot: {
      text: "You get this because someone asked to sign in with this address. If it was not you, ignore it.",
    },
  });
}
