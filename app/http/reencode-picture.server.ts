import sharp, { type Sharp } from "sharp";
import type { MadePicture } from "../domain/campaign/picture.ts";
import {
  PICTURE_KILOBYTES,
  PICTURE_LEAST_HEIGHT,
  PICTURE_LEAST_WIDTH,
  PICTURE_MEGABYTES,
  PICTURE_MEGAPIXELS,
  PICTURE_SECONDS,
  PICTURE_SMALL_WIDTH,
  PICTURE_WIDTH,
} from "../policy.ts";
import { pictureKind } from "./picture-kind.ts";

/** Why a file is not taken. `too_large` is its bytes; `damaged` begins like a picture and cannot be read to its end. */
export type PictureProblem = "not_a_picture" | "damaged" | "too_large" | "too_many_pixels" | "too_small";

/** Tried in turn until the picture is small enough; the last is taken as it comes. */
const ATTEMPTS = [
  { width: PICTURE_WIDTH, quality: 78 },
  { width: PICTURE_WIDTH, quality: 55 },
  { width: 1000, quality: 45 },
] as const;
const SMALL_QUALITY = 65;
const MEGA = 1_000_000;

// One picture at a time on one thread, and nothing of it kept: two cores serve pages meanwhile.
sharp.concurrency(1);
sharp.cache(false);
// Whatever a file claims to be, only the readers of these five kinds ever see it.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((kind) => `VipsForeignLoad${kind}Buffer`),
});

let inHand: Promise<unknown> = Promise.resolve();

/**
 * Makes a picture anew from a file that somebody sent: upright, its first frame, at most 1600 pixels wide and high,
 * WebP, without anything else that was in the file. Pictures are made one after another, however many are sent.
 */
export function reencodePicture(file: Uint8Array): Promise<PictureProblem | MadePicture> {
  const made = inHand.then(() => reencode(file));
  inHand = made.catch(() => {});
  return made;
}

async function reencode(file: Uint8Array): Promise<PictureProblem | MadePicture> {
  if (file.length > PICTURE_MEGABYTES * 1024 * 1024) return "too_large";
  if (pictureKind(file) === undefined) return "not_a_picture";
  try {
    return (await findMisfit(file)) ?? (await make(file));
  } catch {
    // The reader says in its own words what is wrong with the file; none of them are for people.
    return "damaged";
  }
}

/** Reads the head of the file alone: what unfolds to more than a camera makes is never unfolded. */
async function findMisfit(file: Uint8Array): Promise<PictureProblem | undefined> {
  const { width, height } = await sharp(file, { ...READING, limitInputPixels: false }).metadata();
  if (width * height > PICTURE_MEGAPIXELS * MEGA) return "too_many_pixels";
  return isTooSmall(width, height) && isTooSmall(height, width) ? "too_small" : undefined;
}

/** Warnings are let pass: phones write files that are whole and not quite by the book. */
const READING = { failOn: "error", pages: 1, limitInputPixels: PICTURE_MEGAPIXELS * MEGA } as const;

async function make(file: Uint8Array): Promise<PictureProblem | MadePicture> {
  const { data, info } = await sharp(file, READING)
    .timeout({ seconds: PICTURE_SECONDS })
    .autoOrient()
    .resize({ width: PICTURE_WIDTH, height: PICTURE_WIDTH, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#fff" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (isTooSmall(width, height)) return "too_small";
  const pixels = (): Sharp => sharp(data, { raw: { width, height, channels } });
  const whole = await fitWhole(pixels);
  const smallBytes =
    whole.width > PICTURE_SMALL_WIDTH
      ? await pixels().resize({ width: PICTURE_SMALL_WIDTH }).webp({ quality: SMALL_QUALITY }).toBuffer()
      : null;
  return { ...whole, smallBytes, mediaType: "image/webp" };
}

async function fitWhole(pixels: () => Sharp): Promise<Pick<MadePicture, "bytes" | "width" | "height">> {
  let made: Pick<MadePicture, "bytes" | "width" | "height"> | undefined;
  for (const { width, quality } of ATTEMPTS) {
    const { data, info } = await pixels()
      .resize({ width, height: width, fit: "inside", withoutEnlargement: true })
      .webp({ quality })
      .toBuffer({ resolveWithObject: true });
    made = { bytes: data, width: info.width, height: info.height };
    if (data.length <= PICTURE_KILOBYTES * 1024) break;
  }
  if (!made) throw new Error("no way to make a picture is given");
  return made;
}

function isTooSmall(width: number, height: number): boolean {
  return width < PICTURE_LEAST_WIDTH || height < PICTURE_LEAST_HEIGHT;
}
