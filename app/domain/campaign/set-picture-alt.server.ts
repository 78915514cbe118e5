import { and, eq, inArray } from "drizzle-orm";
import type { Site } from "../site.ts";

/** Says anew what the picture of a draft shows; false where it has none. */
export async function setPictureAlt(
  { db }: Pick<Site, "db">,
  { campaignId, alt }: { campaignId: string; alt: string },
): Promise<boolean> {
  return db.transaction("set picture alt", async (tx) => {
    const { pictures, campaigns } = tx.tables;
    const shown = tx
      .select({ id: campaigns.pictureId })
      .from(campaigns)
      .where(and(eq(campaigns.id, campaignId), eq(campaigns.state, "draft")));
    const said = await tx
      .update(pictures)
      .set({ alt })
      .where(and(eq(pictures.campaignId, campaignId), inArray(pictures.id, shown)))
      .returning({ id: pictures.id });
    return said.length > 0;
  });
}
