import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { GATHERING_SUPPORTERS, SUSPECT_DAYS } from "#app/policy.ts";
import type { ReadBuilders, Tx, WriteBuilders } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { everyColumn, type Given, statement } from "#db/statement.ts";
import type { BodyKind, CampaignKind } from "#db/tables/campaign.ts";
import { takesSignatures } from "../campaign/campaign.ts";
import { joinClaims } from "../open-letter/join-claims.server.ts";
import { type Claim, isClaim, NO_CLAIM } from "../open-letter/standing.ts";
import { claimOf } from "../open-letter/standing-form.ts";
import { replaceStanding } from "../open-letter/standing-rows.server.ts";
import { type Cell, cellOfCountry, type PlaceChoice } from "../place/cell.ts";
import { cellFromChoice } from "../place/cell-from-choice.server.ts";
import { ensureCell } from "../place/cells.server.ts";
import { makeLinks } from "../privacy/links.server.ts";
import { wordingVersions } from "../privacy/notices.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { type ContactConsent, contactGiven, contactOfBoth } from "./contact-consent.server.ts";
import { isCouncilPetition } from "./council-petition.ts";
import { countSupporters } from "./gathering.server.ts";
import { takeClientAllowance } from "./limits.server.ts";
import { hashClient, hashPerson, hashTyped, sealPerson, sealStanding } from "./person.server.ts";
import { sendSignatureMail } from "./send-signature-mail.server.ts";
import type { SignForm } from "./sign-form.ts";
import { findSigningPause } from "./signing-pause.server.ts";

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
 * can learn it here; only the mail differs. The same typed again while pending is the same row. Over a client's
 * limit the row is held as suspect and no mail goes. A campaign in gathering takes no more than it may have.
 */
export async function recordSignature(
  site: Site,
  { campaignId, form: sent, clientAddress }: Signing,
  now: number,
): Promise<"recorded" | "campaign_closed" | "campaign_full" | "signing_paused"> {
  return site.db.transaction("record signature", async (tx) => {
    const [campaign] = await tx.run(findToSign, { campaignId });
    if (await findSigningPause(tx)) return "signing_paused";
    if (!campaign || !takesSignatures(campaign, now)) return "campaign_closed";
    const isFull =
      campaign.state === "gathering" && (await countSupporters(tx, campaignId)) >= GATHERING_SUPPORTERS;
    if (isFull) return "campaign_full";

    const form = forBody(campaign, sent);
    const claim = campaign.kind === "letter" ? claimOf(sent) : NO_CLAIM;
    const contact = await contactGiven(tx, campaign.groupId, form, now);
    const client = hashClient(site.keyring, clientAddress);
    const isHeld = !(await takeClientAllowance(tx, client.clientHash, now));
    const id = v7({ msecs: now });
    const typedHash = hashTyped(site.keyring, form);
    const cellId = await ensureCell(tx, await placeSigner(tx, site, form));
    const inserted = await tx.run(insertSignature, {
      id,
      campaignId,
      state: isHeld ? "suspect" : "pending",
      heldReason: isHeld ? "client_limit" : "",
      cellId,
      edition: site.places.edition,
      ...sealPerson(site.keyring, id, form),
      ...sealStanding(site.keyring, id, claim),
      country: form.country,
      typedHash,
      ...hashPerson(site.keyring, form),
      showName: form.showName,
      updates: form.updates,
      handIn: form.handIn,
      connection: form.connection,
      ...wordingVersions(form, campaign.kind),
      ...contact,
      consentedAt: now,
      language: campaign.language,
      mailCount: 0,
      ...{ lastMailAt: null, remindAt: null, expiresAt: now + SUSPECT_DAYS * DAY },
      ...client,
      ...{ createdAt: now, confirmedAt: null, withdrawnAt: null },
      textVersion: campaign.textVersion,
    });

    if (inserted.length > 0) {
      await makeLinks(tx, site.keyring, id, ["confirm", "not_me", "signature"]);
      if (isClaim(claim)) await replaceStanding(tx, site.keyring, { id, campaignId, claim }, now);
    } else
      await joinPending(
        tx,
        site,
        { campaignId, kind: campaign.kind, form, claim, contact, typedHash, cellId },
        now,
      );
    if (!isHeld) await sendSignatureMail(tx, site, { campaignId, typedHash }, now);
    return "recorded";
  });
}

const findToSign = statement("find_to_sign", (db: ReadBuilders, given: Given<{ campaignId: string }>) => {
  const { campaigns } = db.tables;
  const { kind, state, closesOn, language, bodyKind, textVersion, groupId } = campaigns;
  return db
    .select({ kind, state, closesOn, language, bodyKind, textVersion, groupId })
    .from(campaigns)
    .where(eq(campaigns.id, given("campaignId")));
});

type SignatureRow = Tables["signatures"]["$inferSelect"];
const insertSignature = statement("insert_signature", (db: WriteBuilders, _given: Given<SignatureRow>) => {
  const { signatures } = db.tables;
  return db
    .insert(signatures)
    .values(everyColumn(signatures))
    .onConflictDoNothing()
    .returning({ id: signatures.id });
});

/**
 * Who typed the same before may have been somebody else: what the two left to choice stands only where both chose
 * alike, so that nobody's name is shown or handed on by another's ticks. The page behind the mail can change it.
 */
async function joinPending(
  tx: Tx,
  site: Site,
  joining: {
    campaignId: string;
    kind: CampaignKind;
    form: SignForm;
    claim: Claim;
    contact: ContactConsent;
    typedHash: string;
    cellId: number;
  },
  now: number,
): Promise<void> {
  const { signatures } = tx.tables;
  const { campaignId, kind, form, claim, contact, typedHash, cellId } = joining;
  const { showName, updates, handIn, connection } = form;
  const unchosen = { ...form, constituency: "", council: "", ward: "" };
  const plainCellId = await ensureCell(tx, await placeSigner(tx, site, unchosen));
  const [joined] = await tx
    .update(signatures)
    .set({
      ...(showName ? {} : { showName }),
      ...(updates ? {} : { updates }),
      ...(handIn ? {} : { handIn }),
      ...contactOfBoth(tx.tables, contact),
      connection: sql`case when ${signatures.connection} = ${connection} then ${signatures.connection} else '' end`,
      cellId: sql`case when ${signatures.cellId} = ${cellId} then ${signatures.cellId} else ${plainCellId} end`,
      noticeVersion: wordingVersions(form, kind).noticeVersion,
      consentedAt: now,
      textVersion: sql`(select text_version from campaigns where id = ${campaignId})`,
    })
    .where(
      and(
        eq(signatures.campaignId, campaignId),
        eq(signatures.typedHash, typedHash),
        eq(signatures.state, "pending"),
      ),
    )
    .returning();
  if (joined && kind === "letter") await joinClaims(tx, site.keyring, joined, claim, now);
}

function forBody(campaign: { kind: CampaignKind; bodyKind: BodyKind }, form: SignForm): SignForm {
  return isCouncilPetition(campaign) ? form : { ...form, handIn: false, connection: "" };
}

async function placeSigner(tx: Tx, site: Site, form: SignForm & PlaceChoice): Promise<Cell> {
  if (form.country !== "") return cellOfCountry(form.country);
  return cellFromChoice(tx, site.places.locate(form.postcode).cell, form);
}
