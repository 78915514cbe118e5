import type { ReactElement } from "react";
import { CURRENT_NOTICES, noticeWords } from "#app/domain/privacy/notices.ts";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { Choice } from "./choice.tsx";
import { ContactBox } from "./contact-box.tsx";
import { Field } from "./field.tsx";
import type { ManagedSignature } from "./manage-signature.tsx";
import { PlaceQuestions } from "./place-questions.tsx";

type Campaign = ManagedSignature["campaign"];

/** Name shown or hidden, news or none, name handed in or not. */
export function Preferences({
  signature,
  errors,
}: {
  signature: ManagedSignature;
  errors: Readonly<Record<string, string>>;
}): ReactElement {
  const { campaign, showName, updates, handIn, connection, contact } = signature;
  return (
    <form method="post">
      <h2>What we may do</h2>
      {campaign.showsNames ? (
        <CheckField
          name="showName"
          label={`Show my name on the ${campaign.kind}’s page`}
          value={showName ? "on" : ""}
        />
      ) : null}
      <CheckField
        name="updates"
        label={`Send me news of this ${campaign.kind}`}
        value={updates ? "on" : ""}
      />
      {contact === undefined ? null : <ContactBox group={contact.group} value={contact.isLet ? "on" : ""} />}
      {campaign.isToCouncil ? (
        <>
          <CheckField
            name="handIn"
            label={noticeWords(CURRENT_NOTICES.handIn, campaign.bodyName)}
            value={handIn ? "on" : ""}
          />
          <Choice
            name="connection"
            label="Do you live, work or study there?"
            hint={noticeWords(CURRENT_NOTICES.connection, campaign.bodyName)}
            blank="I would rather not say"
            options={CONNECTIONS}
            value={connection}
            error={errors.connection}
          />
        </>
      ) : null}
      <Button tone="quiet" name="intent" value="preferences">
        Save
      </Button>
    </form>
  );
}

const CONNECTIONS = [
  { value: "live", label: "I live there" },
  { value: "work", label: "I work there" },
  { value: "study", label: "I study there" },
];

/** The name as it should be written. */
export function ChangeName({ signature, typed, error }: ChangeProps): ReactElement {
  return (
    <form method="post" noValidate>
      <h2>Correct your name</h2>
      <Field name="name" label="Name" autoComplete="name" value={typed ?? signature.name} error={error} />
      <Button tone="quiet" name="intent" value="name">
        Correct my name
      </Button>
    </form>
  );
}

interface ChangeProps {
  signature: ManagedSignature;
  typed?: string;
  error?: string;
}

/** Another postcode, or the places that this one cannot settle. */
export function ChangePostcode({ signature, typed, error }: ChangeProps): ReactElement {
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
        Correct my postcode
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
  state,
  campaign,
}: Pick<ManagedSignature, "state" | "campaign">): ReactElement {
  const isCounted = state === "confirmed";
  const mayStay = isCounted && campaign.hasEnded;
  return (
    <form method="post">
      <h2>Erase your details</h2>
      <p>{eraseWords(state, mayStay)}</p>
      <input type="hidden" name="intent" value="erase" />
      <p className="row">
        {mayStay ? (
          <Button name="keep" value="count">
            Erase my details, stay counted
          </Button>
        ) : null}
        <Button tone="danger" name="keep" value="nothing">
          {isCounted ? "Erase everything and take my signature off" : "Erase everything"}
        </Button>
      </p>
    </form>
  );
}

function eraseWords(state: ManagedSignature["state"], mayStay: boolean): string {
  if (mayStay)
    return "We delete your name, address and postcode. Signing has closed, so you choose whether your signature stays in the count as a number or is taken off too.";
  if (state === "confirmed")
    return "We delete your name, address and postcode. Your signature is taken off with them.";
  if (state === "invalidated")
    return "We delete your name, address and postcode. A scrambled form of the address stays until signing is over for good, so that nobody signs with it again.";
  return "We delete your name, address and postcode.";
}
