import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { showStanding } from "../signature/public-name.server.ts";
import type { Site } from "../site.ts";
import { holdSignature } from "./hold-signature.server.ts";
import { hiddenKey } from "./standing-rows.server.ts";
import { reconsiderStanding } from "./take-up-standing.server.ts";

/** Standings asked about again in one unit. */
const CHUNK = 50;

/** One domain of one organisation. */
export interface OwnDomain {
  domain: string;
  nameKey: string;
}

/**
 * Takes back that a domain is an organisation's own. Whoever it alone has vouched for waits for a moderator again;
 * until then their role and organisation are not shown. `false` where somebody was first.
 */
export async function removeOrganisation(
  site: Pick<Site, "db" | "keyring">,
  { domain, nameKey, moderatorId }: OwnDomain & { moderatorId: string },
  now: number,
): Promise<boolean> {
  const removed = await site.db.transaction("remove organisation", async (tx) => {
    const { organisations } = tx.tables;
    const [gone] = await tx
      .delete(organisations)
      .where(and(eq(organisations.domain, domain), eq(organisations.nameKey, nameKey)))
      .returning({ name: organisations.name });
    if (!gone) return undefined;
    const entry = { accountId: moderatorId, action: "remove_organisation", subject: domain, detail: "" };
    await appendAudit(tx, entry, now);
    return gone;
  });
  if (!removed) return false;
  const key = hiddenKey(site.keyring, removed.name);
  for (let cursor: string | undefined = ""; cursor !== undefined; ) {
    const from: string = cursor;
    cursor = await site.db.transaction("ask again who vouches", (tx) => askAgain(tx, site, key, from, now));
  }
  return true;
}

/** Returns the last one looked at; undefined when there are no more. */
async function askAgain(
  tx: Tx,
  site: Pick<Site, "keyring">,
  key: string,
  cursor: string,
  now: number,
): Promise<string | undefined> {
  const { standings } = tx.tables;
  const part = await tx
    .select({ id: standings.signatureId })
    .from(standings)
    .where(
      and(
        eq(standings.organisationKey, key),
        eq(standings.how, "domain"),
        inArray(standings.state, ["vouched"]),
        gt(standings.signatureId, cursor),
      ),
    )
    .orderBy(asc(standings.signatureId))
    .limit(CHUNK);
  for (const { id } of part) {
    const signature = await holdSignature(tx, id);
    if (signature?.state !== "confirmed") continue;
    await reconsiderStanding(tx, site, signature, now);
    await showStanding(tx, site.keyring, signature);
  }
  return part.at(-1)?.id;
}
