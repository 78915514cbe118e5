import type { Site } from "../site.ts";
import { dropPicture, showPicture } from "./show-picture.server.ts";

/**
 * Shows a stored picture with a draft, or none where `pictureId` is blank. `gone` where the draft has begun or run
 * out meanwhile, or has no such picture.
 */
export async function setDraftPicture(
  { db }: Pick<Site, "db">,
  { campaignId, pictureId }: { campaignId: string; pictureId: string },
): Promise<"set" | "gone"> {
  return db.transaction("set draft picture", async (tx) => {
    const isSet =
      pictureId === ""
        ? await dropPicture(tx, campaignId, ["draft"])
        : await showPicture(tx, campaignId, pictureId, ["draft"]);
    return isSet ? "set" : "gone";
  });
}
