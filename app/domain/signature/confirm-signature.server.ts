import { and, eq, sql } from "drizzle-orm";
import type { ReadBuilders, Tx, WriteBuilders } from "#db/database.ts";
import { type Given, statement } from "#db/statement.ts";
import { isIn, takesConfirmations, UNPUBLISHED_STATES } from "../campaign/campaign.ts";
import { chooseVersion } from "../open-letter/choose-version.server.ts";
import { takeUpStanding } from "../open-letter/take-up-standing.server.ts";
import { tellOfVersion } from "../open-letter/tell-of-version.server.ts";
import type { PlaceChoice } from "../place/cell.ts";
import { cellFromChoice } from "../place/cell-from-choice.server.ts";
import { ensureCell, getCell } from "../place/cells.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { countSignature } from "./count-signature.server.ts";
import { holdGathering, noticeSupported } from "./gathering.server.ts";
import { showName } from "./public-name.server.ts";
import { findSigningPause } from "./signing-pause.server.ts";
import { freeSlot, type SlotOutcome, takeSlot } from "./take-slot.server.ts";

/** What became of pressing the button. Every outcome but `unknown_link` leads to a page that explains it. */
export type ConfirmOutcome =
  | "confirmed"
  | "already_confirmed"
  | "unknown_link"
  | "expired"
  | "campaign_closed"
  | "campaign_in_review"
  | "campaign_full"
  | "signing_paused"
  | "words_changed"
  | Exclude<SlotOutcome, "taken" | "already_yours">;

/**
 * Counts a signature: takes a slot of its address, marks the row, moves its cell's tally and appends the event,
 * all in one transaction, so that it is counted exactly once however often the button is pressed.
 * `choice` names places that the postcode could not settle; what is known is never overruled by it. `textVersion` is
 * that of the text they were shown, where it has changed since they signed, and `shownVersion` the newest that they
 * have seen. Nobody is counted under words that they have not seen: `words_changed` where those that they signed were
 * never published.
 */
export async function confirmSignature(
  site: Site,
  { token, ...pressed }: { token: string } & Omit<Pressed, "id" | keyof Versions> & Partial<Versions>,
  now: number,
): Promise<ConfirmOutcome> {
  return site.db.transaction("confirm signature", async (tx) => {
    const id = await findLinkedRow(tx, token, ["confirm", "signature"]);
    return id === undefined
      ? "unknown_link"
      : confirmRow(tx, site, { textVersion: 0, shownVersion: 0, ...pressed, id }, now);
  });
}

/** Which texts the page behind the button spoke of. */
interface Versions {
  textVersion: number;
  shownVersion: number;
}

interface Pressed extends Versions {
  id: string;
  choice: PlaceChoice;
}

async function confirmRow(tx: Tx, site: Site, pressed: Pressed, now: number): Promise<ConfirmOutcome> {
  const { id, choice } = pressed;
  const [found] = await tx.run(findToConfirm, { id });
  if (!found) return "unknown_link";
  const { signature, campaign } = found;
  if (signature.state === "confirmed") return "already_confirmed";
  if (await findSigningPause(tx)) return "signing_paused";
  if (signature.state !== "pending" || (signature.expiresAt ?? 0) <= now) return "expired";
  if (!takesConfirmations(campaign, signature.createdAt, now))
    return isIn(UNPUBLISHED_STATES, campaign.state) ? "campaign_in_review" : "campaign_closed";
  const room = campaign.state === "gathering" ? await holdGathering(tx, campaign.id) : "room";
  if (room === "moved") return confirmRow(tx, site, pressed, now);
  if (room === "full") return "campaign_full";
  const version = await chooseVersion(tx, { signature, campaign, ...pressed });
  if (version === undefined) return "words_changed";

  const slot = await takeSlot(tx, signature);
  if (slot === "already_yours") return "already_confirmed";
  if (slot !== "taken") return slot;

  const cellId = await chooseCellId(tx, signature.cellId, choice);
  const { cellId: cellBefore, postcodeHash } = signature;
  const changed = { now, cellId, textVersion: version.signed };
  const [confirmed] = await tx.run(markConfirmed, { id, cellBefore, postcodeHash, ...changed });
  if (!confirmed) {
    // Erased, refused or placed anew since it was read: the slot is given back, and the row looked at again.
    await freeSlot(tx, id);
    return confirmRow(tx, site, pressed, now);
  }
  const { campaignId } = confirmed;
  const changes = [{ cellId, delta: 1, reason: "confirmed" as const }];
  const versions = campaign.kind === "letter" ? [{ version: version.signed, delta: 1 }] : [];
  await countSignature(tx, site, { campaignId, changes, versions }, now);
  await takeUpStanding(tx, site, confirmed, now);
  if (confirmed.showName) await showName(tx, site, confirmed, now);
  if (version.unseen !== undefined)
    await tellOfVersion(tx, site, { ids: [id], version: version.unseen }, now);
  if (campaign.state === "gathering") await noticeSupported(tx, site, campaignId, now);
  return "confirmed";
}

const findToConfirm = statement("find_to_confirm", (db: ReadBuilders, given: Given<{ id: string }>) => {
  const { signatures, campaigns } = db.tables;
  const { id, campaignId, state, cellId, addressHash, nameHash, postcodeHash } = signatures;
  const { expiresAt, createdAt, textVersion } = signatures;
  const { kind, closesOn, closedAt } = campaigns;
  return db
    .select({
      signature: {
        ...{ id, campaignId, state, cellId, addressHash, nameHash, postcodeHash },
        ...{ expiresAt, createdAt, textVersion },
      },
      campaign: {
        ...{ id: campaigns.id, kind, state: campaigns.state, closesOn, closedAt },
        textVersion: campaigns.textVersion,
      },
    })
    .from(signatures)
    .innerJoin(campaigns, eq(campaigns.id, campaignId))
    .where(eq(id, given("id")));
});

type Marking = {
  id: string;
  cellBefore: number;
  postcodeHash: string;
  now: number;
  cellId: number;
  textVersion: number;
};
/** Marks a row that is pending and as it was read; nothing comes back where it is not. */
const markConfirmed = statement("mark_confirmed", (db: WriteBuilders, given: Given<Marking>) => {
  const { signatures } = db.tables;
  return db
    .update(signatures)
    .set({
      ...{ state: "confirmed", expiresAt: null, remindAt: null },
      confirmedAt: sql`${given("now")}`,
      cellId: sql`${given("cellId")}`,
      textVersion: sql`${given("textVersion")}`,
    })
    .where(
      and(
        eq(signatures.id, given("id")),
        eq(signatures.state, "pending"),
        eq(signatures.cellId, given("cellBefore")),
        eq(signatures.postcodeHash, given("postcodeHash")),
      ),
    )
    .returning();
});

async function chooseCellId(tx: Tx, cellId: number, choice: PlaceChoice): Promise<number> {
  if (!choice.constituency && !choice.council && !choice.ward) return cellId;
  return ensureCell(tx, await cellFromChoice(tx, await getCell(tx, cellId), choice));
}
