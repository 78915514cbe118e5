import type { ReactElement } from "react";
import type { Role } from "#db/tables/account.ts";
import { Button } from "./button.tsx";
import { counted, londonDay } from "./format.ts";

interface RoleHoldersProps {
  holders: readonly { email: string; role: Role; grantedAt: number; passkeyCount: number }[];
}

/** What each role is called. */
const ROLE_WORDS: Record<Role, string> = { admin: "Admin", moderator: "Moderator" };

/** Who may do what on the whole site, each with a button that takes the role off. */
export function RoleHolders({ holders }: RoleHoldersProps): ReactElement {
  return (
    <ul className="plain-list stack">
      {holders.map(({ email, role, grantedAt, passkeyCount }) => (
        <li key={`${role} ${email}`}>
          <form method="post" className="row">
            <input type="hidden" name="email" value={email} />
            <input type="hidden" name="role" value={role} />
            <span>
              <b>{email}</b>
              <span className="detail">
                {ROLE_WORDS[role]} since {londonDay(grantedAt)},{" "}
                {passkeyCount === 0 ? "no passkey yet" : counted(passkeyCount, "passkey")}
              </span>
            </span>
            <Button tone="quiet" name="intent" value="revoke">
              Take the role off<span className="hidden"> {email}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
