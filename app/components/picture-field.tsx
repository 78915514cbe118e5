import type { ReactElement } from "react";
import type { ShownPicture } from "#app/domain/campaign/picture.ts";
import { PICTURE_ALT, PICTURE_MEGABYTES } from "#app/policy.ts";
import { CampaignPicture } from "./campaign-picture.tsx";
import { describedBy, Field, HintAndError } from "./field.tsx";

interface PictureFieldProps {
  /** What was typed as alternative text, or what stands with the present picture. */
  alt?: string;
  /** By field: `picture`, `alt`. */
  errors?: Record<string, string>;
  /** The picture as it is now. */
  present?: ShownPicture;
  /** False where the form can be sent without a picture. */
  isRequired?: boolean;
}

// Of these, phones hand over photographs as JPEG, whatever they keep themselves.
const KINDS = "image/jpeg,image/png,image/webp,image/gif";

/** A picture and the words that stand for it. Its form needs `encType="multipart/form-data"`. */
export function PictureField(props: PictureFieldProps): ReactElement {
  const { alt, errors = {}, present, isRequired = true } = props;
  const hint = `A photograph or drawing of at most ${PICTURE_MEGABYTES} MB. We keep only what can be seen: where and when it was taken goes.`;
  return (
    <>
      {present === undefined ? null : (
        <div className="picture-present">
          <p className="label">Your picture now</p>
          <CampaignPicture picture={present} />
        </div>
      )}
      <div className={errors.picture === undefined ? "field" : "field has-error"}>
        <label htmlFor="picture">{present === undefined ? "Picture" : "Another picture"}</label>
        <HintAndError name="picture" hint={hint} error={errors.picture} />
        <input
          className="input input-file"
          id="picture"
          name="picture"
          type="file"
          accept={KINDS}
          required={isRequired && present === undefined}
          aria-invalid={errors.picture === undefined ? undefined : true}
          aria-describedby={describedBy("picture", hint, errors.picture)}
        />
      </div>
      <Field
        name="alt"
        label="What the picture shows"
        hint={`For people who do not see it, in ${PICTURE_ALT.least} to ${PICTURE_ALT.most} characters. For example: “Six families with a banner outside County Hall”.`}
        value={alt ?? present?.alt}
        error={errors.alt}
        isRequired={isRequired}
      />
    </>
  );
}
