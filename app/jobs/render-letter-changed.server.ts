import { isIn, VISIBLE_STATES } from "../domain/campaign/campaign.ts";
import { compareTexts } from "../domain/campaign/compare-texts.ts";
import { findSignedText } from "../domain/campaign/former-texts.server.ts";
import { getText } from "../domain/campaign/replace-text.server.ts";
import { linkTokens } from "../domain/privacy/links.server.ts";
import { type OwnSignature, refusesMail } from "../domain/signature/queries.server.ts";
import { letterChangedMail } from "../emails/letter-changed.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders the mail that tells a signatory of a new version; none to those who need not hear of it any more. */
export async function renderLetterChanged(
  context: WorkerContext,
  signature: OwnSignature,
): Promise<Prepared> {
  const { db, keyring, settings, clock } = context;
  const { id, campaignId, campaign, textVersion } = signature;
  if (signature.state !== "confirmed") return { skip: "no_longer_counted" };
  if (!isIn(VISIBLE_STATES, campaign.state)) return { skip: "campaign_gone" };
  if (textVersion >= campaign.textVersion) return { skip: "agreed_already" };
  if (await refusesMail(db.read, signature, clock.now())) return { skip: "not_wanted" };
  const signed = await findSignedText(db.read, { campaignId, version: textVersion });
  if (!signed) return { skip: "text_gone" };
  const parts = compareTexts(signed, await getText(db.read, campaignId));
  if (parts.length === 0) return { skip: "reads_the_same" };
  const tokens = await linkTokens(db.read, keyring, id);
  const mail = letterChangedMail({
    site: mailSite(settings),
    campaignTitle: campaign.title,
    name: signature.name,
    changedParts: parts.map(({ name }) => name),
    agreeUrl: `${settings.appUrl}/agree/${tokens.agree}`,
    manageUrl: `${settings.appUrl}/signature/${tokens.signature}`,
  });
  return { to: signature.email, mail };
}
