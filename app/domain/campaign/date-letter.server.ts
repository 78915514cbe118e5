import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";

/** Gives an open letter whose writers left its date blank the day on which it is published. Petitions have none. */
export async function dateLetter(
  tx: Tx,
  { id, kind }: { id: string; kind: "petition" | "letter" },
  day: string,
): Promise<void> {
  if (kind !== "letter") return;
  const { campaignTexts } = tx.tables;
  await tx
    .update(campaignTexts)
    .set({ datedOn: day })
    .where(
      and(eq(campaignTexts.campaignId, id), eq(campaignTexts.variant, "en"), eq(campaignTexts.datedOn, "")),
    );
}
