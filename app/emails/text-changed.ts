import { button, facts, heading, note, paragraph } from "./blocks.ts";
import { placeFact, type SignedFrom } from "./confirm-signature.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** What is said to a supporter whose petition has other words now. */
export type TextChangedProps = {
  site: MailSite;
  campaignTitle: string;
  campaignUrl: string;
  name: string;
  signedFrom: SignedFrom;
  confirmUrl: string;
  notMeUrl: string;
  manageUrl: string;
  expiresInDays: number;
};

/** Asks a supporter to confirm once more, for the words that are published are not those that they signed. */
export function textChangedMail(props: TextChangedProps): RenderedMail {
  const { site, campaignTitle, campaignUrl, name, signedFrom, expiresInDays } = props;
  return renderMail({
    site,
    subject: `Its words have changed: confirm your signature on ${campaignTitle}`,
    blocks: [
      heading("The words have changed. Do you still sign?"),
      paragraph(
        `You supported “${campaignTitle}” before it was published. Its words were changed since then, so your signature does not count until you confirm it once more.`,
      ),
      paragraph("Please read it", { label: "as it is now", url: campaignUrl }),
      paragraph("If you confirm, we count:"),
      facts([["Name", name], placeFact(signedFrom)]),
      button("Confirm my signature", props.confirmUrl, true),
      paragraph(
        `The link works for ${expiresInDays} days. If you no longer agree, do nothing: we then delete what you gave us.`,
      ),
      paragraph("You can", { label: "see, change or erase what we keep", url: props.manageUrl }),
      note("Did you not sign this?", {
        label: "Tell us this was not me, and we delete it",
        url: props.notMeUrl,
      }),
    ],
    foot: { text: `You get this because you signed “${campaignTitle}” with this address.` },
  });
}
