import type { ReactElement } from "react";
import { londonDay } from "./format.ts";

interface PasskeyListProps {
  passkeys: readonly { id: string; name: string; createdAt: number; lastUsedAt: number | null }[];
}

/** The passkeys of an account; each leads to where it is named and removed. */
export function PasskeyList({ passkeys }: PasskeyListProps): ReactElement {
  return (
    <ul className="plain-list stack">
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <li key={id}>
          <a href={`/account/passkeys/${id}`}>
            {name}
            <span className="hidden">: name or remove</span>
          </a>
          <span className="detail">
            Made on {londonDay(createdAt)},{" "}
            {lastUsedAt === null ? "not used yet" : `last used on ${londonDay(lastUsedAt)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
