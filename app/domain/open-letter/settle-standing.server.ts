import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { dropClaim } from "../moderation/claims.server.ts";
import { isHeldByOther } from "../moderation/held-by-other.server.ts";
import { runsCampaign } from "../moderation/moderator.server.ts";
import { showStanding } from "../signature/public-name.server.ts";
import { sealedIn } from "../signature/signature.ts";
import type { Site } from "../site.ts";
import { addOrganisation } from "./add-organisation.server.ts";
import { holdSignature } from "./hold-signature.server.ts";
import { hostOf, isSharedHost } from "./mail-host.server.ts";
import type { SettleStandingForm } from "./settle-standing-form.ts";
import { standingPlace, standingSubject } from "./standing.ts";
import { hiddenKey, NOT_SHOWN, type StandingRow } from "./standing-rows.server.ts";
import { openClaim } from "./take-up-standing.server.ts";
import { vouchStanding } from "./vouch-standing.server.ts";

type SignatureRow = Tables["signatures"]["$inferSelect"];

/** What became of it. Nothing has been done in any case but `settled`. */
export type SettleStandingOutcome =
  | "settled"
  /** By another moderator, or its owner claims something else by now. */
  | "already_settled"
  /** Taken off or out of the count. */
  | "not_counted"
  | "held"
  | "own_campaign"
  /** The organisation stands under this letter already, through somebody else. */
  | "organisation_taken"
  /** The domain is one that many share, and never vouches. */
  | "shared_domain"
  | "unknown";

interface Settling {
  publicId: string;
  form: SettleStandingForm;
  moderatorId: string;
}

/**
 * Vouches for as what somebody signs a letter, or declines it: what waits, and what was vouched for when the
 * organisation says no. A claim that was changed has another public id, so nobody vouches for what they have not read.
 * The person is not written to: their own page says so. The log never holds a name.
 */
export async function settleStanding(
  site: Pick<Site, "db" | "keyring">,
  { publicId, form, moderatorId }: Settling,
  now: number,
): Promise<SettleStandingOutcome> {
  return site.db.transaction("settle standing", async (tx) => {
    const { standings } = tx.tables;
    const [found] = await tx.select().from(standings).where(eq(standings.publicId, publicId));
    if (!found) return "unknown";
    const { signatureId, campaignId } = found;
    const signature = await holdSignature(tx, signatureId);
    const [row] = await tx.select().from(standings).where(eq(standings.publicId, publicId));
    if (!signature || !row) return "already_settled";
    if (await runsCampaign(tx, campaignId, moderatorId)) return "own_campaign";
    if (signature.state !== "confirmed") return "not_counted";
    const claim = { subject: standingSubject(signatureId), accountId: moderatorId };
    if (await isHeldByOther(tx, claim, now)) return "held";
    const settling = { row, signature, moderatorId };
    const outcome =
      form.decision === "decline"
        ? await decline(tx, site, { ...settling, form }, now)
        : await vouch(tx, site, { ...settling, form }, now);
    if (outcome !== "settled") return outcome;
    await showStanding(tx, site.keyring, signature);
    await dropClaim(tx, claim);
    const action = form.decision === "decline" ? "decline_standing" : "vouch_standing";
    const detail = form.decision === "decline" ? `${publicId}, ${form.reason}` : publicId;
    await appendAudit(tx, { accountId: moderatorId, action, subject: campaignId, detail }, now);
    return "settled";
  });
}

interface Deciding<Form> {
  row: StandingRow;
  signature: SignatureRow;
  form: Form;
  moderatorId: string;
}

async function vouch(
  tx: Tx,
  { keyring }: Pick<Site, "keyring">,
  { row, signature, form, moderatorId }: Deciding<Exclude<SettleStandingForm, { decision: "decline" }>>,
  now: number,
): Promise<SettleStandingOutcome> {
  const { organisation } = openClaim(keyring, signature, row);
  const host = hostOf(keyring.open(sealedIn(signature.id, "email"), signature.email));
  if (form.ownDomain && (isSharedHost(host) || organisation === "")) return "shared_domain";
  const outcome = await vouchStanding(
    tx,
    { row, from: ["waiting"], organisation },
    {
      how: "moderator",
      isForOrganisation: row.isForOrganisation && form.decision === "vouch",
      checkedWords: keyring.seal(standingPlace(signature.id, "checked_words"), form.words),
      checkedBy: moderatorId,
      checkedAt: now,
    },
  );
  if (outcome === "taken") return "organisation_taken";
  if (outcome === "moved") return "already_settled";
  if (form.ownDomain)
    await addOrganisation(tx, { name: organisation, domain: host, words: form.words, moderatorId }, now);
  return "settled";
}

async function decline(
  tx: Tx,
  { keyring }: Pick<Site, "keyring">,
  { row, signature, form, moderatorId }: Deciding<Extract<SettleStandingForm, { decision: "decline" }>>,
  now: number,
): Promise<SettleStandingOutcome> {
  const { standings } = tx.tables;
  const { organisation } = openClaim(keyring, signature, row);
  const declined = await tx
    .update(standings)
    .set({
      ...{ state: "declined", how: "", reason: form.reason, ...NOT_SHOWN },
      organisationKey: hiddenKey(keyring, organisation),
      checkedWords: keyring.seal(standingPlace(signature.id, "checked_words"), form.words),
      ...{ checkedBy: moderatorId, checkedAt: now },
    })
    .where(and(eq(standings.publicId, row.publicId), inArray(standings.state, ["waiting", "vouched"])))
    .returning({ id: standings.signatureId });
  return declined.length > 0 ? "settled" : "already_settled";
}
