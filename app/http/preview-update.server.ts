import { and, eq } from "drizzle-orm";
import { findUpdateToMail, type UpdatePreview, updateContent } from "../jobs/update-content.server.ts";
import type { RequestContext } from "./context.ts";

/** The mail of an update, as those who signed will get it, in the parts that pages show. */
export async function previewUpdate(
  { db, settings }: Pick<RequestContext, "db" | "settings">,
  { campaignId, publicId }: { campaignId: string; publicId: string },
): Promise<UpdatePreview | undefined> {
  const { updates } = db.tables;
  const [row] = await db.read
    .select({ id: updates.id })
    .from(updates)
    .where(and(eq(updates.campaignId, campaignId), eq(updates.publicId, publicId)));
  const found = row && (await findUpdateToMail(db.read, row.id));
  if (!found) return undefined;
  const reader = {
    name: "[the name of whoever reads this]",
    stopUrl: `${settings.appUrl}/unsubscribe/preview`,
  };
  const { subject, to, blocks, foot } = updateContent(settings, found, reader);
  return { subject, to, blocks, foot };
}
