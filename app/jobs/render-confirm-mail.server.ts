import { CONFIRM_LINK_DAYS } from "#app/policy.ts";
import type { ConfirmTemplate } from "../domain/mail/mail-template.ts";
import { countryName } from "../domain/place/country.ts";
import { formatPostcode } from "../domain/place/postcode.ts";
import type { MailedSignature } from "../domain/signature/mailed-signatures.server.ts";
import { confirmSignatureMail, type SignedFrom } from "../emails/confirm-signature.ts";
import type { RenderedMail } from "../emails/layout.ts";
import { textChangedMail } from "../emails/text-changed.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders a mail that asks to confirm a signature from what its row says now; undefined is one that is gone. */
export function renderConfirmMail(
  { settings }: Pick<WorkerContext, "settings">,
  template: ConfirmTemplate,
  signature: MailedSignature | undefined,
): Prepared {
  if (!signature || signature.email === "") return { skip: "row_gone" };
  if (signature.state !== "pending") return { skip: "no_longer_pending" };
  if (signature.campaign.path === "") return { skip: "campaign_gone" };
  if (signature.isRefused) return { skip: "not_wanted" };
  return { to: signature.email, mail: renderFor(settings, template, signature) };
}

function renderFor(
  settings: WorkerContext["settings"],
  template: ConfirmTemplate,
  { name, postcode, country, campaign, tokens }: MailedSignature,
): RenderedMail {
  const { appUrl } = settings;
  const props = {
    site: mailSite(settings),
    campaignTitle: campaign.title,
    campaignUrl: `${appUrl}${campaign.path}`,
    name,
    signedFrom: signedFrom(country, postcode),
    confirmUrl: `${appUrl}/confirm/${tokens.confirm}`,
    notMeUrl: `${appUrl}/not-me/${tokens.not_me}`,
    manageUrl: `${appUrl}/signature/${tokens.signature}`,
    expiresInDays: CONFIRM_LINK_DAYS,
  };
  if (template === "text-changed") return textChangedMail(props);
  const isReminder = template === "remind-signature";
  return confirmSignatureMail({ ...props, reminder: isReminder, again: template === "confirm-again" });
}

function signedFrom(country: string, postcode: string): SignedFrom {
  return country === ""
    ? { kind: "postcode", postcode: formatPostcode(postcode) }
    : { kind: "country", country: countryName(country) };
}
