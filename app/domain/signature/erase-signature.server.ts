import { and, eq, inArray, ne } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { ENDED_STATES, isIn } from "../campaign/campaign.ts";
import { dropStandings } from "../open-letter/standing-rows.server.ts";
import { dropLinks, findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { bookPublication } from "./count-signature.server.ts";
import { hideName } from "./public-name.server.ts";
import { NO_DETAILS } from "./signature.ts";
import { countOut } from "./withdraw-signature.server.ts";

/**
 * Erases what somebody gave us. As long as the campaign has not ended that takes the signature off as well. After
 * closing, `keep: "count"` blanks name, address and postcode and leaves the signature counted; `keep: "nothing"`
 * always deletes the row. Links and queued mail about it go with it.
 */
export async function eraseSignature(
  site: Site,
  { token, keep }: { token: string; keep: "nothing" | "count" },
  now: number,
): Promise<"erased" | "counted_without_details" | "unknown_link"> {
  return site.db.transaction("erase signature", async (tx) => {
    const { signatures, campaigns } = tx.tables;
    const id = await findLinkedRow(tx, token, ["signature"]);
    if (id === undefined) return "unknown_link";
    const [campaign] = await tx
      .select({ state: campaigns.state })
      .from(signatures)
      .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
      .where(eq(signatures.id, id));
    if (!campaign) return "unknown_link";
    const mayStay = keep === "count" && isIn(ENDED_STATES, campaign.state);
    if (mayStay && (await blankDetails(tx, id, now))) return "counted_without_details";
    await deleteSignature(tx, site, id, now);
    return "erased";
  });
}

/**
 * Deletes a row with its links and queued mail, and takes it out of the count where it is in it. The deletion
 * itself says whether it was, so that nobody can confirm it in between.
 */
export async function deleteSignature(
  tx: Tx,
  site: Pick<Site, "shard">,
  id: string,
  now: number,
): Promise<void> {
  const { signatures } = tx.tables;
  const [gone] = await tx.delete(signatures).where(eq(signatures.id, id)).returning({
    state: signatures.state,
    campaignId: signatures.campaignId,
    cellId: signatures.cellId,
    textVersion: signatures.textVersion,
  });
  if (gone?.state === "confirmed") await countOut(tx, site, { id, ...gone }, now);
  await dropStandings(tx, [id]);
  await forgetMail(tx, [id]);
}

/** Ends the links of rows that are gone or blank, and the mail about them that has not left yet. */
export async function forgetMail(tx: Tx, ids: readonly string[]): Promise<void> {
  const { outbox } = tx.tables;
  if (ids.length === 0) return;
  await dropLinks(tx, ids);
  const isTheirs = inArray(outbox.rowId, [...ids]);
  await tx
    .update(outbox)
    .set({ state: "skipped", reason: "row_gone" })
    .where(and(isTheirs, eq(outbox.state, "queued")));
  await tx
    .update(outbox)
    .set({ request: "" })
    .where(and(isTheirs, ne(outbox.request, "")));
}

/**
 * Blanks a counted signature's details and takes its public name down; false where it is not counted. Its slot
 * stays, so that nobody is counted twice if an admin opens the campaign again.
 */
async function blankDetails(tx: Tx, id: string, now: number): Promise<boolean> {
  const { signatures } = tx.tables;
  const blanked = await tx
    .update(signatures)
    .set({ ...NO_DETAILS, handIn: false, connection: "" })
    .where(and(eq(signatures.id, id), eq(signatures.state, "confirmed")))
    .returning({ campaignId: signatures.campaignId });
  const [row] = blanked;
  if (!row) return false;
  await hideName(tx, id);
  await dropStandings(tx, [id]);
  await forgetMail(tx, [id]);
  await bookPublication(tx, row.campaignId, now);
  return true;
}
