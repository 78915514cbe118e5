import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import script from "./passkey-script.ts?worker&url";

interface PasskeyFormProps {
  /** Makes a passkey, or signs in with one. */
  kind: "make" | "use";
  action?: string;
  /** What the browser is to ask the device for, as JSON. */
  options: string;
  button: string;
  /** What to do where the browser runs no scripts or knows no passkeys. */
  otherwise: string;
}

/**
 * A button that asks this device for a passkey. It needs a script, the only one of the site: until that runs, the
 * form is hidden and the page says what to do instead. Its route sends `OWN_SCRIPTS_POLICY`.
 */
export function PasskeyForm({ kind, action, options, button, otherwise }: PasskeyFormProps): ReactElement {
  return (
    <>
      <p data-without-passkey>{otherwise}</p>
      <form method="post" action={action} hidden data-passkey={kind} data-options={options}>
        <input type="hidden" name="passkey" />
        <Button>{button}</Button>
        <p className="error" role="alert" hidden data-passkey-problem>
          Your device gave no answer, or you stopped it. Nothing was sent. Try again
          {kind === "use" ? ", or let us mail you a link." : "."}
        </p>
      </form>
      <script type="module" src={script} />
    </>
  );
}
