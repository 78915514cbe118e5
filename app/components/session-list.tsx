import type { ReactElement } from "react";
import type { SignInMethod } from "#db/tables/account.ts";
import { Button } from "./button.tsx";
import { londonDay } from "./format.ts";

interface SessionListProps {
  sessions: readonly {
    publicId: string;
    device: string;
    method: SignInMethod;
    createdAt: number;
    isThis: boolean;
  }[];
}

/** Where somebody is signed in; every place but this one can be signed out from here. */
export function SessionList({ sessions }: SessionListProps): ReactElement {
  return (
    <ul className="plain-list">
      {sessions.map(({ publicId, device, method, createdAt, isThis }) => (
        <li key={publicId}>
          <form method="post" className="row">
            <span>
              {device}, since {londonDay(createdAt)}, {method === "passkey" ? "with a passkey" : "by mail"}
              {isThis ? " (this one)" : ""}
            </span>
            {isThis ? null : (
              <Button tone="quiet" name="session" value={publicId}>
                Sign out there
              </Button>
            )}
          </form>
        </li>
      ))}
    </ul>
  );
}
