import type { ReactElement } from "react";
import { FRESH_SIGN_IN_MINUTES } from "#app/policy.ts";
import { ButtonLink } from "./button.tsx";
import { PasskeyForm } from "./passkey-form.tsx";

interface PasskeyNewProps {
  hasPasskey: boolean;
  /** What the browser needs to make a passkey, as JSON; undefined where this session may not. */
  toMake?: string;
  /** What it needs to sign in with one. */
  toUse?: string;
}

/** Makes a passkey, or says how to sign in so that one can be made. */
export function PasskeyNew({ hasPasskey, toMake, toUse }: PasskeyNewProps): ReactElement {
  if (toMake !== undefined)
    return (
      <>
        <h2>{hasPasskey ? "Make another" : "Make your first passkey"}</h2>
        <p>
          {hasPasskey
            ? "When your browser asks where to keep it, you can choose another phone, or a key on your ring."
            : "This device keeps it. Later make another one elsewhere, in case you lose this."}
        </p>
        <PasskeyForm
          kind="make"
          options={toMake}
          button={hasPasskey ? "Make another passkey" : "Make a passkey"}
          otherwise="Making a passkey needs JavaScript and a newer browser. You can still sign in by mail."
        />
      </>
    );
  if (hasPasskey)
    return (
      <>
        <h2>Sign in with your passkey</h2>
        <p>To add or remove passkeys, sign in with one that you have.</p>
        <PasskeyForm
          kind="use"
          action="/sign-in"
          options={toUse ?? ""}
          button="Sign in with a passkey"
          otherwise="Passkeys need JavaScript and a newer browser. Open this page in one that has both."
        />
      </>
    );
  return (
    <>
      <h2>Make your first passkey</h2>
      <p>
        To be sure that it is you, we ask you to sign in by mail once more. For {FRESH_SIGN_IN_MINUTES}{" "}
        minutes after that you can make a passkey here.
      </p>
      <p>
        <ButtonLink href="/sign-in">Sign in again</ButtonLink>
      </p>
    </>
  );
}
