import { type MadePicture, PictureAlt } from "../domain/campaign/picture.ts";
import {
  PICTURE_LEAST_HEIGHT,
  PICTURE_LEAST_WIDTH,
  PICTURE_MEGABYTES,
  PICTURE_MEGAPIXELS,
} from "../policy.ts";
import type { FormValues } from "./read-form.server.ts";
import { readPicture } from "./read-picture.server.ts";
import { type PictureProblem, reencodePicture } from "./reencode-picture.server.ts";

/**
 * What became of a form with a picture. `stored`: kept, and shown nowhere yet. `none`: no file was chosen; nothing
 * has been checked. `refused`: the form is to be shown again with this status, `errors` by field.
 */
export type TakenPicture =
  | { kind: "stored"; pictureId: string; publicId: string; values: FormValues }
  | { kind: "none"; values: FormValues }
  | { kind: "refused"; status: 413 | 422; values: FormValues; errors: Record<string, string> };

const SENTENCES: Record<PictureProblem, string> = {
  not_a_picture:
    "Choose a picture that ends in .jpg, .png, .webp or .gif. If yours is of another kind, take a screenshot of it and choose that",
  damaged: "We could not read this picture to its end. Send it again, or choose another",
  too_large: `Choose a picture of at most ${PICTURE_MEGABYTES} MB. A screenshot of it is smaller`,
  too_many_pixels: `This picture has too many dots: at most ${PICTURE_MEGAPIXELS} million. Make it smaller, or take a screenshot of it and choose that`,
  too_small: `Choose a larger picture: at least ${PICTURE_LEAST_WIDTH} pixels wide and ${PICTURE_LEAST_HEIGHT} high`,
};

/** Keeps a picture for whatever it is of: a campaign, a group. */
type Keep = (made: { picture: MadePicture; alt: string }) => Promise<{ pictureId: string; publicId: string }>;

/**
 * Takes the file and the words of a `PictureField` from a form, and keeps them. The caller has made
 * sure that whoever sends it may; what follows (showing it, proposing it) is the caller's too.
 *
 * @throws Response 400 for a form that is broken
 */
export async function takePicture(request: Request, keep: Keep): Promise<TakenPicture> {
  const { values, file } = await readPicture(request);
  if (!file) return { kind: "none", values };
  const alt = PictureAlt.safeParse(values.alt);
  const picture = await reencodePicture(file);
  const errors: Record<string, string> = {};
  if (typeof picture === "string") errors.picture = SENTENCES[picture];
  if (!alt.success) errors.alt = alt.error.issues[0]?.message ?? "";
  if (typeof picture === "string" || !alt.success)
    return { kind: "refused", status: picture === "too_large" ? 413 : 422, values, errors };
  return { kind: "stored", ...(await keep({ picture, alt: alt.data })), values };
}
