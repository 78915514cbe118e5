import { button, facts, heading, note, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";
import { setOnce } from "./set-once.ts";

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
  const { name, signedFrom, confirmUrl, notMeUrl, manageUrl, ...shared } = props;
  const [placeLabel, place] = placeFact(signedFrom);
  return setMail({ ...shared, placeLabel }, { name, place, confirmUrl, notMeUrl, manageUrl });
}

/** What it says alike to all who signed a campaign. */
type SharedProps = Omit<
  ConfirmSignatureProps,
  "name" | "signedFrom" | "confirmUrl" | "notMeUrl" | "manageUrl"
> & { placeLabel: string };

const setMail = setOnce(
  ["name", "place", "confirmUrl", "notMeUrl", "manageUrl"],
  (shared: SharedProps, say): RenderedMail =>
    renderMail({
      site: shared.site,
      subject: subjectOf(shared),
      blocks: [
        heading("Confirm your signature"),
        paragraph(openingOf(shared)),
        paragraph("When you confirm, we count:"),
        facts([
          ["Name", say("name")],
          [shared.placeLabel, say("place")],
        ]),
        paragraph(`Nothing is counted until you confirm. The link works for ${days(shared.expiresInDays)}.`),
        button("Confirm my signature", say("confirmUrl"), true),
        paragraph("Is the name or place wrong? Do not confirm. Sign again on", {
          label: "the campaign page",
          url: shared.campaignUrl,
        }),
        paragraph("You can", { label: "see, change or erase what we keep", url: say("manageUrl") }),
        note("Did you not sign this?", {
          label: "Tell us this was not me, and we delete it",
          url: say("notMeUrl"),
        }),
      ],
      foot: { text: `You get this because someone signed “${shared.campaignTitle}” with this address.` },
    }),
);

function subjectOf({ campaignTitle, reminder, again }: SharedProps): string {
  if (reminder) return `Still to confirm: your signature on ${campaignTitle}`;
  if (again) return `Confirm your signature (sent again): ${campaignTitle}`;
  return `Confirm your signature: ${campaignTitle}`;
}

function openingOf({ campaignTitle, reminder, again }: SharedProps): string {
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
