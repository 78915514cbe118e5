import { button, facts, heading, note, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** What places a signature, as its signatory typed it. */
export type SignedFrom = { kind: "postcode"; postcode: string } | { kind: "country"; country: string };

/** What the confirmation mail says and links to. */
export type ConfirmSignatureProps = {
  site: MailSite;
  campaignTitle: string;
  campaignUrl: string;
  name: string;
  signedFrom: SignedFrom;
  confirmUrl: string;
  notMeUrl: string;
  manageUrl: string;
  expiresInDays: number;
  /** The one reminder, a day later. */
  reminder: boolean;
  /** The same address signed again while an earlier signature still waits. */
  again: boolean;
};

/** Asks a signatory to confirm: says which name and place will count, and that nothing counts until then. */
export function confirmSignatureMail(props: ConfirmSignatureProps): RenderedMail {
  const { site, campaignTitle, name, expiresInDays } = props;
  return renderMail({
    site,
    subject: subjectOf(props),
    blocks: [
      heading("Confirm your signature"),
      paragraph(openingOf(props)),
      paragraph("When you confirm, we count:"),
      facts([["Name", name], placeFact(props.signedFrom)]),
      paragraph(`Nothing is counted until you confirm. The link works for ${days(expiresInDays)}.`),
      button("Confirm my signature", props.confirmUrl, true),
      paragraph("Is the name or place wrong? Do not confirm. Sign again on", {
        label: "the campaign page",
        url: props.campaignUrl,
      }),
      paragraph("You can", { label: "see, change or erase what we keep", url: props.manageUrl }),
      note("Did you not sign this?", {
        label: "Tell us this was not me, and we delete it",
        url: props.notMeUrl,
      }),
    ],
    foot: { text: `You get this because someone signed “${campaignTitle}” with this address.` },
  });
}

function subjectOf({ campaignTitle, reminder, again }: ConfirmSignatureProps): string {
  if (reminder) return `Still to confirm: your signature on ${campaignTitle}`;
  if (again) return `Confirm your signature (sent again): ${campaignTitle}`;
  return `Confirm your signature: ${campaignTitle}`;
}

function openingOf({ campaignTitle, reminder, again }: ConfirmSignatureProps): string {
  const title = `“${campaignTitle}”`;
  if (reminder) {
    return `You asked to sign ${title} but have not confirmed it yet. This is our only reminder.`;
  }
  if (again) {
    return `You asked again to sign ${title}. An earlier mail may still be on its way. Confirm only once: one person counts once.`;
  }
  return `You asked to sign ${title}. Please confirm that it was you.`;
}

/** Postcode or country, as one line of the facts. */
export function placeFact(signedFrom: SignedFrom): readonly [string, string] {
  return signedFrom.kind === "postcode" ? ["Postcode", signedFrom.postcode] : ["Country", signedFrom.country];
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}
