import { button, heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** The link that signs in, and how long it works. */
export type SignInProps = { site: MailSite; signInUrl: string; expiresInMinutes: number };

/** Carries a link that signs somebody in once. */
export function signInMail({ site, signInUrl, expiresInMinutes }: SignInProps): RenderedMail {
  return renderMail({
    site,
    subject: `Sign in to ${site.siteName}`,
    blocks: [
      heading(`Sign in to ${site.siteName}`),
      paragraph(
        `Open this link and press the button there. It works once, and for ${expiresInMinutes} minutes.`,
      ),
      button("Sign in", signInUrl, true),
    ],
    foot: {
      text: "You get this because someone asked to sign in with this address. If it was not you, ignore it.",
    },
  });
}
