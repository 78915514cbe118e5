import type { ConfirmTemplate, SignatureTemplate } from "../domain/mail/mail-template.ts";
import { linkTokens } from "../domain/privacy/links.server.ts";
import {
  findSignature,
  listOwnSignatures,
  type OwnSignature,
  refusesMail,
} from "../domain/signature/queries.server.ts";
import { addressFullMail } from "../emails/address-full.ts";
import { alreadySignedMail } from "../emails/already-signed.ts";
import type { RenderedMail } from "../emails/layout.ts";
import { manageLinksMail } from "../emails/manage-links.ts";
import { mailSite } from "./outgoing.ts";
import { renderLetterChanged } from "./render-letter-changed.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** A mail, whom it goes to and who gets an answer, if not the operator; or why it is not needed any more. */
export type Prepared = { to: string; mail: RenderedMail; replyTo?: string } | { skip: string };

/** Renders a mail about one signature that does not ask to confirm it, from what its row says now. */
export async function renderSignatureMail(
  context: WorkerContext,
  template: Exclude<SignatureTemplate, ConfirmTemplate>,
  signatureId: string,
): Promise<Prepared> {
  const now = context.clock.now();
  const signature = await findSignature(context.db.read, context.keyring, signatureId);
  if (!signature || signature.email === "") return { skip: "row_gone" };
  if (template === "letter-changed") return renderLetterChanged(context, signature);
  if (template !== "manage-links") {
    if (signature.state !== "pending") return { skip: "no_longer_pending" };
    if (signature.campaign.path === "") return { skip: "campaign_gone" };
    if (await refusesMail(context.db.read, signature, now)) return { skip: "not_wanted" };
  }
  return { to: signature.email, mail: await renderFor(context, template, signature) };
}

async function renderFor(
  context: WorkerContext,
  template: Exclude<SignatureTemplate, ConfirmTemplate | "letter-changed">,
  signature: OwnSignature,
): Promise<RenderedMail> {
  const { settings } = context;
  const campaignTitle = signature.campaign.title;
  const campaignUrl = `${settings.appUrl}${signature.campaign.path}`;
  const about = { site: mailSite(settings), campaignTitle, campaignUrl };
  switch (template) {
    case "already-signed": {
      const own = await withLinks(context, signature);
      const here = own.filter((one) => one.campaignId === signature.campaignId);
      const counted = here.filter(({ state }) => state === "confirmed");
      const takenOut = here.filter(({ state }) => state === "invalidated");
      if (counted.length > 0 || takenOut.length === 0)
        return alreadySignedMail({ ...about, signatures: counted });
      return alreadySignedMail({ ...about, signatures: takenOut, isTakenOut: true });
    }
    case "address-full":
      return addressFullMail(about);
    case "manage-links": {
      const own = await withLinks(context, signature);
      const signatures = own.map((one) => ({
        campaignTitle: one.campaign.title,
        name: one.name,
        state: STATE_WORDS[one.state],
        manageUrl: one.manageUrl,
      }));
      return manageLinksMail({ site: about.site, signatures });
    }
  }
}

/** Each completes "This signature is …". */
const STATE_WORDS: Record<OwnSignature["state"], string> = {
  confirmed: "counted",
  pending: "not counted yet",
  suspect: "not counted yet",
  withdrawn: "taken off and not counted",
  invalidated: "not counted: a moderator took it out",
};

/** The signatures stored with exactly this spelling of the address: another spelling gets its links at that one. */
async function withLinks({ db, keyring, settings }: WorkerContext, signature: OwnSignature) {
  const own = await listOwnSignatures(db.read, keyring, signature.addressHash);
  const same = own.filter((one) => one.email.toLowerCase() === signature.email.toLowerCase());
  return Promise.all(
    same.map(async (one) => {
      const tokens = await linkTokens(db.read, keyring, one.id);
      return { ...one, manageUrl: `${settings.appUrl}/signature/${tokens.signature}` };
    }),
  );
}
