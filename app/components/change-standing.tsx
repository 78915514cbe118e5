import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import type { ManagedSignature } from "./manage-signature.tsx";
import { StandingFields } from "./standing-fields.tsx";

interface ChangeStandingProps {
  signature: ManagedSignature;
  /** What was sent, where it has to be put right. */
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** As what somebody signs a letter: another role, another organisation, or none. */
export function ChangeStanding({ signature, typed, errors }: ChangeStandingProps): ReactElement {
  const { role, organisation, onBehalf, authority } = signature.claim;
  const now = { role, organisation, onBehalf: onBehalf ? "on" : "", authority };
  return (
    <form method="post" noValidate>
      <h2>Your role and organisation</h2>
      <p>
        What you change is checked anew before it appears. Empty the boxes to sign as nobody but yourself.
      </p>
      <StandingFields values={typed.intent === "standing" ? typed : now} errors={errors} />
      <Button tone="quiet" name="intent" value="standing">
        Save my role and organisation
      </Button>
    </form>
  );
}
