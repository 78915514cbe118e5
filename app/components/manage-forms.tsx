import type { ReactElement } from "react";
import { CURRENT_NOTICES, noticeWords } from "#app/domain/privacy/notices.ts";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { Field } from "./field.tsx";
import type { ManagedSignature } from "./manage-signature.tsx";
import { PlaceQuestions } from "./place-questions.tsx";

type Campaign = ManagedSignature["campaign"];

/** Name shown or hidden, news or none, name handed in or not. */
export function Preferences({ signature }: { signature: ManagedSignature }): ReactElement {
  const { campaign, showName, updates, handIn } = signature;
  return (
    <form method="post">
      <h2>What we may do</h2>
      {campaign.showsNames ? (
        <CheckField
          name="showName"
          label="Show my name on the petition’s page"
          value={showName ? "on" : ""}
        />
      ) : null}
      <CheckField name="updates" label="Send me news of this petition" value={updates ? "on" : ""} />
      {campaign.isToCouncil ? (
        <CheckField
          name="handIn"
          label={noticeWords(CURRENT_NOTICES.handIn, campaign.bodyName)}
          value={handIn ? "on" : ""}
        />
      ) : null}
      <Button tone="quiet" name="intent" value="preferences">
        Save
      </Button>
    </form>
  );
}

interface ChangePostcodeProps {
  signature: ManagedSignature;
  typed?: string;
  error?: string;
}

/** Another postcode, or the places that this one cannot settle. */
export function ChangePostcode({ signature, typed, error }: ChangePostcodeProps): ReactElement {
  return (
    <form method="post" noValidate>
      <h2>Correct your postcode</h2>
      <Field
        name="postcode"
        label="Postcode"
        hint="You are then counted in the new place and no longer in the old one."
        width="postcode"
        autoComplete="postal-code"
        value={typed ?? (signature.isAbroad ? "" : signature.from)}
        error={error}
      />
      <PlaceQuestions questions={signature.state === "confirmed" ? signature.questions : []} />
      <Button tone="quiet" name="intent" value="postcode">
        Correct it
      </Button>
    </form>
  );
}

/** Takes the signature off. */
export function WithdrawSignature({ campaign }: { campaign: Campaign }): ReactElement {
  return (
    <form method="post">
      <h2>Take your signature off</h2>
      <p>
        It stops counting at once and your name leaves the page.
        {campaign.takesSignatures ? " You can sign again later." : ""}
      </p>
      <Button tone="danger" name="intent" value="withdraw">
        Take my signature off
      </Button>
    </form>
  );
}

/** Deletes what we keep; after closing, staying counted without details is the other choice. */
export function EraseSignature({
  isCounted,
  campaign,
}: {
  isCounted: boolean;
  campaign: Campaign;
}): ReactElement {
  const mayStay = isCounted && campaign.hasEnded;
  return (
    <form method="post">
      <h2>Erase your details</h2>
      <p>
        {isCounted && !mayStay
          ? "We delete your name, address and postcode. Your signature is taken off, too, while the petition is open."
          : "We delete your name, address and postcode."}
      </p>
      <input type="hidden" name="intent" value="erase" />
      <p className="row">
        <Button tone="danger" name="keep" value="nothing">
          {isCounted ? "Erase everything and take my signature off" : "Erase everything"}
        </Button>
        {mayStay ? (
          <Button name="keep" value="count">
            Stay counted, without my details
          </Button>
        ) : null}
      </p>
    </form>
  );
}
