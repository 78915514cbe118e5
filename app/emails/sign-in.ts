import { button, heading, paragraph } from "./blocks.ts";
import { campaignWord } from "./campaign-word.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** The link that signs in, and how long it works. `begins` says what pressing it also begins. */
export type SignInProps = {
  site: MailSite;
  signInUrl: string;
  expiresInMinutes: number;
  begins?: "petition" | "letter";
};

/** Carries a link that signs somebody in once. Nothing that anybody typed is in it. */
export function signInMail({ site, signInUrl, expiresInMinutes, begins }: SignInProps): RenderedMail {
  const title = begins ? `Begin your ${campaignWord(begins)}` : `Sign in to ${site.siteName}`;
  const purpose = begins ? ` Then people can support your ${campaignWord(begins)}.` : "";
  return renderMail({
    site,
    subject: title,
    blocks: [
      heading(title),
      paragraph(
        `Open this link and press the button there.${purpose} It works once, and for ${expiresInMinutes} minutes.`,
      ),
      button(begins ? "Begin" : "Sign in", signInUrl, true),
    ],
    foot: {
      text: "You get this because someone asked to sign in with this address. If it was not you, ignore it.",
    },
  });
}
