import type { ReactElement } from "react";
import { picturePath, type ShownPicture } from "#app/domain/campaign/picture.ts";
import { PICTURE_SMALL_WIDTH } from "#app/policy.ts";

interface CampaignPictureProps {
  picture: ShownPicture;
  /** In a list of campaigns: small, cut to one shape, and left to the link beside it to say what is there. */
  isInList?: boolean;
}

/** How wide a picture stands in the column of a campaign's text: edge to edge on a phone, 46 rem at most. */
const SIZES = "(min-width: 62em) 46rem, 92vw";

/** A campaign's picture. Its room is kept while it loads, and it loads when somebody comes near it. */
export function CampaignPicture({ picture, isInList = false }: CampaignPictureProps): ReactElement {
  const { publicId, alt, width, height, hasSmall } = picture;
  const whole = picturePath(publicId);
  const small = picturePath(publicId, "small");
  return (
    <img
      className={isInList ? "picture picture-in-list" : "picture"}
      src={isInList ? small : whole}
      srcSet={isInList || !hasSmall ? undefined : `${small} ${PICTURE_SMALL_WIDTH}w, ${whole} ${width}w`}
      sizes={isInList || !hasSmall ? undefined : SIZES}
      alt={isInList ? "" : alt}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
    />
  );
}
