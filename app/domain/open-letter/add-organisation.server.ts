import { v7 } from "uuid";
import type { Tx } from "#db/database.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { organisationKey } from "./organisation-key.ts";

/**
 * Writes down that a domain is an organisation's own, as a moderator has found: an address there vouches for who says
 * to belong to it. The same once more says that it still is.
 */
export async function addOrganisation(
  tx: Tx,
  { name, domain, words, moderatorId }: { name: string; domain: string; words: string; moderatorId: string },
  now: number,
): Promise<void> {
  const { organisations } = tx.tables;
  const checked = { sourceUrl: firstAddress(words), checkedBy: moderatorId, checkedAt: now };
  await tx
    .insert(organisations)
    .values({ id: v7({ msecs: now }), name, nameKey: organisationKey(name), domain, ...checked })
    .onConflictDoUpdate({ target: [organisations.domain, organisations.nameKey], set: checked });
  await appendAudit(
    tx,
    { accountId: moderatorId, action: "add_organisation", subject: domain, detail: "" },
    now,
  );
}

/** The page that a moderator names in what they looked at; blank where there is none. */
function firstAddress(words: string): string {
  const found = /https?:\/\/[^\s<>"]+/.exec(words)?.[0] ?? "";
  return URL.canParse(found) ? found : "";
}
