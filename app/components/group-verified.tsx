import type { ReactElement } from "react";
import { londonDay } from "./format.ts";
import { Notice } from "./notice.tsx";
import { Tick } from "./verified-mark.tsx";

interface GroupVerifiedProps {
  /** What was looked at; blank where nothing has been. */
  checked: string;
  verifiedAt: number | null;
}

/** That somebody checked that a group is who it says, with what was looked at; or that nobody has. */
export function GroupVerified({ checked, verifiedAt }: GroupVerifiedProps): ReactElement {
  if (verifiedAt === null)
    return (
      <p className="soft">
        Not verified: a moderator has read this page, and nobody has checked that the group is who it says.
      </p>
    );
  return (
    <Notice tone="ok">
      <p>
        <b>
          <Tick /> Verified on {londonDay(verifiedAt)}.
        </b>{" "}
        A moderator checked that this group is who it says: {withStop(checked)}
      </p>
    </Notice>
  );
}

function withStop(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
