import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { dropStandings } from "../open-letter/standing-rows.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { countSignature } from "./count-signature.server.ts";
import { hideName } from "./public-name.server.ts";
import { freeSlot } from "./take-slot.server.ts";

/**
 * Takes a confirmed signature off: its slot is free again, its cell counts one less, its name is gone from the
 * page, all at once. A second press finds `already_withdrawn`; a pending one is `not_confirmed`, nothing to undo.
 */
export async function withdrawSignature(
  site: Site,
  token: string,
  now: number,
): Promise<"withdrawn" | "already_withdrawn" | "not_confirmed" | "unknown_link"> {
  return site.db.transaction("withdraw signature", async (tx) => {
    const { signatures } = tx.tables;
    const id = await findLinkedRow(tx, token, ["signature"]);
    if (id === undefined) return "unknown_link";
    if (await uncount(tx, site, id, now)) return "withdrawn";
    const [left] = await tx.select({ state: signatures.state }).from(signatures).where(eq(signatures.id, id));
    if (!left) return "unknown_link";
    return left.state === "withdrawn" ? "already_withdrawn" : "not_confirmed";
  });
}

/** Takes a signature out of the count if, and only if, it is in it. */
async function uncount(tx: Tx, site: Pick<Site, "shard">, id: string, now: number): Promise<boolean> {
  const { signatures } = tx.tables;
  const [withdrawn] = await tx
    .update(signatures)
    .set({ state: "withdrawn", withdrawnAt: now, updates: false })
    .where(and(eq(signatures.id, id), eq(signatures.state, "confirmed")))
    .returning({
      campaignId: signatures.campaignId,
      cellId: signatures.cellId,
      textVersion: signatures.textVersion,
    });
  if (!withdrawn) return false;
  await countOut(tx, site, { id, ...withdrawn }, now);
  return true;
}

/** What goes with a signature that has just left the count: its slot, its public name, its standing, one in its cell's tally. */
export async function countOut(
  tx: Tx,
  site: Pick<Site, "shard">,
  {
    id,
    campaignId,
    cellId,
    textVersion,
  }: { id: string; campaignId: string; cellId: number; textVersion: number },
  now: number,
): Promise<void> {
  await freeSlot(tx, id);
  await hideName(tx, id);
  await dropStandings(tx, [id]);
  const counted = {
    campaignId,
    changes: [{ cellId, delta: -1, reason: "withdrawn" as const }],
    versions: [{ version: textVersion, delta: -1 }],
  };
  await countSignature(tx, site, counted, now);
}
