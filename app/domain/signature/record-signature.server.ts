import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import type { Tx } from "#db/database.ts";
import { SIGNS_PER_CLIENT_PER_HOUR, SIGNS_PER_CLIENT_PER_MINUTE, SUSPECT_DAYS } from "#app/policy.ts";
import { takesSignatures } from "../campaign/campaign.ts";
import { type Cell, cellOfCountry, type PlaceChoice } from "../place/cell.ts";
import { cellFromChoice } from "../place/cell-from-choice.server.ts";
import { ensureCell } from "../place/cells.server.ts";
import { makeLinks } from "../privacy/links.server.ts";
import { CURRENT_NOTICES } from "../privacy/notices.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY, HOUR, MINUTE } from "../time/durations.ts";
import { hashClient, hashPerson, hashTyped, sealPerson } from "./person.server.ts";
import { sendSignatureMail } from "./send-signature-mail.server.ts";
import type { SignForm } from "./sign-form.ts";

/** What somebody sent with the sign form, and from where. */
export interface Signing {
  campaignId: string;
  form: SignForm;
  clientAddress: string;
}

/**
 * Takes down that somebody wants to sign and queues the mail that lets them confirm; nothing is counted yet.
 *
 * A pending row owns nothing: the mail goes to the address typed in this submission, and whether the address may
 * still sign is settled when it is confirmed. The outcome is `recorded` whoever has signed before, so that nobody
 * can learn it here; only the mail differs. Over a client's limit the row is held as suspect and no mail goes.
 */
export async function recordSignature(
  site: Site,
  { campaignId, form, clientAddress }: Signing,
  now: number,
): Promise<"recorded" | "campaign_closed"> {
  return site.db.transaction("record signature", async (tx) => {
    const { campaigns, signatures } = tx.tables;
    const [campaign] = await tx
      .select({ state: campaigns.state, closesOn: campaigns.closesOn, language: campaigns.language })
      .from(campaigns)
      .where(eq(campaigns.id, campaignId));
    if (!campaign || !takesSignatures(campaign, now)) return "campaign_closed";

    const client = hashClient(site.keyring, clientAddress);
    const isHeld = !(await takeClientAllowance(tx, client.clientHash, now));
    const id = v7({ msecs: now });
    const typedHash = hashTyped(site.keyring, form);
    const inserted = await tx
      .insert(signatures)
      .values({
        id,
        campaignId,
        state: isHeld ? "suspect" : "pending",
        heldReason: isHeld ? "client_limit" : "",
        cellId: await ensureCell(tx, await placeSigner(tx, site, form)),
        edition: site.places.edition,
        ...sealPerson(site.keyring, id, form),
        country: form.country,
        typedHash,
        ...hashPerson(site.keyring, form),
        showName: form.showName,
        updates: form.updates,
        handIn: form.handIn,
        connection: form.connection,
        noticeVersion: CURRENT_NOTICES.consent.version,
        consentedAt: now,
        language: campaign.language,
        mailCount: 0,
        expiresAt: now + SUSPECT_DAYS * DAY,
        ...client,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: signatures.id });

    if (inserted.length > 0) await makeLinks(tx, site.keyring, id, ["confirm", "not_me", "signature"]);
    if (!isHeld) await sendSignatureMail(tx, site, { campaignId, typedHash }, now);
    return "recorded";
  });
}

async function takeClientAllowance(tx: Tx, clientHash: string, now: number): Promise<boolean> {
  const minute = { key: `client minute ${clientHash}`, windowMs: MINUTE, limit: SIGNS_PER_CLIENT_PER_MINUTE };
  const hour = { key: `client hour ${clientHash}`, windowMs: HOUR, limit: SIGNS_PER_CLIENT_PER_HOUR };
  return (await takeAllowance(tx, minute, now)) && (await takeAllowance(tx, hour, now));
}

async function placeSigner(tx: Tx, site: Site, form: SignForm & PlaceChoice): Promise<Cell> {
  if (form.country !== "") return cellOfCountry(form.country);
  return cellFromChoice(tx, site.places.locate(form.postcode).cell, form);
}
