import type { Site } from "../site.ts";
import { EDITABLE_STATES } from "./proposal.ts";
import { dropPicture, showPicture } from "./show-picture.server.ts";

/**
 * Shows another picture with what only supporters have seen; a blank `pictureId` takes it off. `not_now` in any
 * other state, or where the campaign has no such picture; nothing has happened then.
 */
export async function changePicture(
  site: Pick<Site, "db">,
  { campaignId, pictureId }: { campaignId: string; pictureId: string },
): Promise<"changed" | "not_now"> {
  return site.db.transaction("change picture", async (tx) => {
    const isDone =
      pictureId === ""
        ? await dropPicture(tx, campaignId, EDITABLE_STATES)
        : await showPicture(tx, campaignId, pictureId, EDITABLE_STATES);
    return isDone ? "changed" : "not_now";
  });
}
