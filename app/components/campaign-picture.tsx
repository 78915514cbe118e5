import type { ReactElement } from "react";
import { picturePath, type ShownPicture } from "#app/domain/campaign/picture.ts";
import { PICTURE_SMALL_WIDTH } from "#app/policy.ts";

/** How wide a picture stands at most: a phone's window, or the column of a campaign's text. */
const SIZES = "(min-width: 62em) 50rem, 100vw";

/** A campaign's picture. Its room is kept while it loads, and it loads when somebody comes near it. */
export function CampaignPicture({ picture }: { picture: ShownPicture }): ReactElement {
  const { publicId, alt, width, height, hasSmall } = picture;
  const whole = picturePath(publicId);
  const small = picturePath(publicId, "small");
  return (
    <img
      className="picture"
      src={whole}
      srcSet={hasSmall ? `${small} ${PICTURE_SMALL_WIDTH}w, ${whole} ${width}w` : undefined}
      sizes={hasSmall ? SIZES : undefined}
      alt={alt}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
    />
  );
}
