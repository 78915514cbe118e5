import { and, eq, inArray } from "drizzle-orm";
import type { Connection } from "#db/tables/signature.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import { wordingVersions } from "../privacy/notices.ts";
import type { Site } from "../site.ts";
import { type ContactAnswer, contactKept } from "./contact-consent.server.ts";
import { isCouncilPetition } from "./council-petition.ts";
import { bookPublication } from "./count-signature.server.ts";
import { hideName, showName } from "./public-name.server.ts";

/** What a signatory may change at any time. */
export interface Preferences {
  showName: boolean;
  updates: boolean;
  handIn: boolean;
  /** These two left out where they were not asked: they stay. */
  connection?: Connection;
  contact?: ContactAnswer;
}

/**
 * Shows or hides the name, turns news on or off, gives or takes back the leave to hand the name in to a council, says
 * or unsays what somebody has to do with its area, lets the group write or lets it no longer. What is published of it follows at the next publication;
 * `not_possible` for a signature that was taken off.
 */
export async function changePreferences(
  site: Site,
  { token, preferences }: { token: string; preferences: Preferences },
  now: number,
): Promise<"changed" | "not_possible" | "unknown_link"> {
  return site.db.transaction("change preferences", async (tx) => {
    const { signatures, campaigns } = tx.tables;
    const id = await findLinkedRow(tx, token, ["signature"]);
    if (id === undefined) return "unknown_link";
    const [before] = await tx
      .select({
        kind: campaigns.kind,
        bodyKind: campaigns.bodyKind,
        connection: signatures.connection,
        connectionVersion: signatures.connectionVersion,
        campaignGroupId: campaigns.groupId,
        contactGroupId: signatures.contactGroupId,
        contactVersion: signatures.contactVersion,
        contactAt: signatures.contactAt,
      })
      .from(campaigns)
      .innerJoin(signatures, eq(signatures.campaignId, campaigns.id))
      .where(eq(signatures.id, id));
    if (!before) return "unknown_link";
    const isToCouncil = isCouncilPetition(before);
    const handIn = preferences.handIn && isToCouncil;
    const connection = isToCouncil ? (preferences.connection ?? before.connection) : "";
    // The page shows the wordings of today.
    const { handInVersion, connectionVersion } = wordingVersions({ handIn, connection });
    const contact = preferences.contact && (await contactKept(tx, before, preferences.contact, now));
    const [row] = await tx
      .update(signatures)
      .set({
        showName: preferences.showName,
        updates: preferences.updates,
        handIn,
        connection,
        ...contact,
        handInVersion,
        connectionVersion:
          preferences.connection === undefined ? before.connectionVersion : connectionVersion,
      })
      .where(and(eq(signatures.id, id), inArray(signatures.state, ["pending", "confirmed", "invalidated"])))
      .returning();
    if (!row) return "not_possible";
    if (!preferences.showName) await hideName(tx, id);
    if (row.state !== "confirmed") return "changed";
    if (preferences.showName) await showName(tx, site, row, now);
    await bookPublication(tx, row.campaignId, now);
    return "changed";
  });
}
