import type { ReactElement } from "react";
import type { ShownPicture } from "#app/domain/campaign/picture.ts";
import { Button } from "./button.tsx";
import { PictureField } from "./picture-field.tsx";

interface StartPictureProps {
  picture?: ShownPicture;
  alt?: string;
  errors: Record<string, string>;
  /** Where the next step is. */
  next: string;
}

/** The step in which a picture is given, or left out. */
export function StartPicture({ picture, alt, errors, next }: StartPictureProps): ReactElement {
  return (
    <>
      <form method="post" encType="multipart/form-data" noValidate>
        <PictureField present={picture} alt={alt} errors={errors} />
        <Button>{picture === undefined ? "Save the picture" : "Save"}</Button>
      </form>
      {picture === undefined ? (
        <p>
          <a href={next}>Go on without a picture</a>
        </p>
      ) : (
        <form method="post" encType="multipart/form-data">
          <Button tone="quiet" name="intent" value="drop">
            Take the picture away
          </Button>
        </form>
      )}
    </>
  );
}
