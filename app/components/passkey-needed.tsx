import type { ReactElement } from "react";
import { Notice } from "./notice.tsx";

/** Told to somebody who looks after the site and has signed in by mail alone. */
export function PasskeyNeeded({
  hasPasskey,
  mayMake,
}: {
  hasPasskey: boolean;
  mayMake: boolean;
}): ReactElement {
  return (
    <Notice tone="waiting" title="You need a passkey to go on">
      <p>
        Those who look after this site can see what others must not. So a link by mail is not enough for it.{" "}
        {nextStep(hasPasskey, mayMake)}
      </p>
    </Notice>
  );
}

function nextStep(hasPasskey: boolean, mayMake: boolean): string {
  if (hasPasskey)
    return "Sign in with your passkey below. If you have lost it, ask whoever runs this site to take it off.";
  return mayMake
    ? "Make your passkey now, then sign in with it."
    : "Sign in again by mail: for a quarter of an hour after that you can make your passkey here.";
}
