import { and, eq, inArray } from "drizzle-orm";
import { type Claim, isSameClaim } from "../open-letter/standing.ts";
import { replaceStanding } from "../open-letter/standing-rows.server.ts";
import { findStanding, openClaim, takeUpStanding } from "../open-letter/take-up-standing.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { sealStanding } from "./person.server.ts";
import { showStanding } from "./public-name.server.ts";

/**
 * Changes as what somebody signs an open letter. Whoever vouched for the earlier claim did not for this one: until it
 * has been checked, nothing of either is shown, and an organisation leaves the letter at once. The same claim once
 * more changes nothing; `not_possible` for a petition, and for a signature that was taken off or out.
 */
export async function changeStanding(
  site: Site,
  { token, claim }: { token: string; claim: Claim },
  now: number,
): Promise<"changed" | "not_possible" | "unknown_link"> {
  return site.db.transaction("change standing", async (tx) => {
    const { signatures, campaigns } = tx.tables;
    const id = await findLinkedRow(tx, token, ["signature"]);
    if (id === undefined) return "unknown_link";
    const [found] = await tx
      .select({ signature: signatures, kind: campaigns.kind })
      .from(signatures)
      .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
      .where(eq(signatures.id, id));
    if (!found) return "unknown_link";
    const { signature, kind } = found;
    if (kind !== "letter") return "not_possible";
    const before = openClaim(site.keyring, signature, await findStanding(tx, signature));
    if (isSameClaim(before, claim)) return "changed";
    const [changed] = await tx
      .update(signatures)
      .set(sealStanding(site.keyring, id, claim))
      .where(
        and(
          eq(signatures.id, id),
          eq(signatures.state, signature.state),
          inArray(signatures.state, ["pending", "confirmed"]),
        ),
      )
      .returning();
    if (!changed) return "not_possible";
    await replaceStanding(tx, site.keyring, { id, campaignId: changed.campaignId, claim }, now);
    if (changed.state === "pending") return "changed";
    await takeUpStanding(tx, site, changed, now);
    await showStanding(tx, site.keyring, changed);
    return "changed";
  });
}
