import type { ReactElement } from "react";

/** Stands beside the name of a group that a moderator has checked. */
export function VerifiedMark(): ReactElement {
  return (
    <span className="chip chip-ok">
      <Tick /> verified
    </span>
  );
}

/** Drawn, for not every font has one; what it means is said beside it. */
export function Tick(): ReactElement {
  return (
    <svg className="tick" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path d="M1.5 6.5 4.5 9.5 10.5 2.5" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
