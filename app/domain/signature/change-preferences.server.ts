import { eq } from "drizzle-orm";
import { findLinkedRow } from "../privacy/links.server.ts";
import { wordingVersions } from "../privacy/notices.ts";
import type { Site } from "../site.ts";
import { openPerson } from "./person.server.ts";
import { hideName, showName } from "./public-name.server.ts";

/** What a signatory may change at any time. */
export interface Preferences {
  showName: boolean;
  updates: boolean;
  handIn: boolean;
}

/** Shows or hides the name, turns news on or off, gives or takes back the leave to hand the name in to a council. */
export async function changePreferences(
  site: Site,
  { token, preferences }: { token: string; preferences: Preferences },
  now: number,
): Promise<"changed" | "unknown_link"> {
  return site.db.transaction("change preferences", async (tx) => {
    const { signatures, campaigns } = tx.tables;
    const id = await findLinkedRow(tx, token, ["signature"]);
    if (id === undefined) return "unknown_link";
    const [campaign] = await tx
      .select({ bodyKind: campaigns.bodyKind })
      .from(campaigns)
      .innerJoin(signatures, eq(signatures.campaignId, campaigns.id))
      .where(eq(signatures.id, id));
    const handIn = preferences.handIn && campaign?.bodyKind === "council";
    const { handInVersion } = wordingVersions({ handIn, connection: "" });
    const [row] = await tx
      .update(signatures)
      .set({ ...preferences, handIn, handInVersion })
      .where(eq(signatures.id, id))
      .returning();
    if (!row) return "unknown_link";
    if (!preferences.showName) await hideName(tx, id);
    else if (row.state === "confirmed" && row.name !== "") {
      const { name } = openPerson(site.keyring, row);
      await showName(tx, { id, campaignId: row.campaignId, name }, now);
    }
    return "changed";
  });
}
