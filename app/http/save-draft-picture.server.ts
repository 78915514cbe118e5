import { PictureAlt } from "../domain/campaign/picture.ts";
import { setDraftPicture } from "../domain/campaign/set-draft-picture.server.ts";
import { setPictureAlt } from "../domain/campaign/set-picture-alt.server.ts";
import { storePicture } from "../domain/campaign/store-picture.server.ts";
import type { RequestContext } from "./context.ts";
import type { FormValues } from "./read-form.server.ts";
import { takePicture } from "./take-picture.server.ts";

/** What became of the picture's page of a draft. */
export interface SavedPicture {
  values: FormValues;
  status: number;
  errors?: Record<string, string>;
  isDropped: boolean;
}

/** Takes a picture, other words for it, or the wish to have none. @throws Response 404 once the draft has begun */
export async function saveDraftPicture(
  context: Pick<RequestContext, "db" | "clock">,
  request: Request,
  campaignId: string,
): Promise<SavedPicture> {
  const taken = await takePicture(request, (made) =>
    storePicture(context, { campaignId, ...made }, context.clock.now()),
  );
  const { values } = taken;
  const isDropped = values.intent === "drop";
  switch (taken.kind) {
    case "refused":
      return { values, status: taken.status, errors: taken.errors, isDropped: false };
    case "stored": {
      const set = await setDraftPicture(context, { campaignId, pictureId: taken.pictureId });
      if (set === "gone") throw new Response(null, { status: 404 });
      return { values, status: 200, isDropped: false };
    }
    case "none": {
      if (isDropped) {
        const set = await setDraftPicture(context, { campaignId, pictureId: "" });
        if (set === "gone") throw new Response(null, { status: 404 });
        return { values, status: 200, isDropped };
      }
      const alt = PictureAlt.safeParse(values.alt);
      if (!alt.success)
        return {
          ...{ values, status: 422, isDropped: false },
          errors: values.alt ? { alt: alt.error.issues[0]?.message ?? "" } : { picture: NONE },
        };
      const isSaid = await setPictureAlt(context, { campaignId, alt: alt.data });
      if (!isSaid) return { values, status: 422, errors: { picture: NONE }, isDropped: false };
      return { values, status: 200, isDropped: false };
    }
  }
}

const NONE = "Choose a picture, or go on without one";
