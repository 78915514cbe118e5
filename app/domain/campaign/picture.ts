import { PICTURE_ALT } from "#app/policy.ts";
import { optionalText } from "../moderation/typed-text.ts";

/** A picture as pages show it. */
export interface ShownPicture {
  publicId: string;
  /** What it shows, for those who do not see it. */
  alt: string;
  width: number;
  height: number;
  /** Whether there is a version for phones. */
  hasSmall: boolean;
}

/** A picture that was made anew from a file somebody sent: nothing of the file is in it but what can be seen. */
export interface MadePicture {
  bytes: Uint8Array;
  /** Half as wide; null where the picture is no wider than that. */
  smallBytes: Uint8Array | null;
  mediaType: string;
  width: number;
  height: number;
}

/** The words that stand for a picture: required wherever one is given. */
export const PictureAlt = optionalText(PICTURE_ALT.most)
  .transform((text) => text.replace(/\s+/g, " "))
  .refine(
    (text) => /[\p{L}\p{N}]/u.test(text) && [...text].length >= PICTURE_ALT.least,
    `Say in ${PICTURE_ALT.least} characters or more what the picture shows`,
  );

/** Where a picture is read; `small` is the version for phones. */
export function picturePath(publicId: string, size: "whole" | "small" = "whole"): string {
  return `/pictures/${publicId}.webp${size === "small" ? "?size=small" : ""}`;
}
