import type { ReactElement } from "react";
import { CLAIM_MINUTES } from "#app/policy.ts";
import { Button } from "./button.tsx";
import { londonTime } from "./format.ts";
import { Notice } from "./notice.tsx";

/** Who has something in hand, as one moderator sees it. */
export interface ShownClaim {
  isMine: boolean;
  accountId: string;
  by: string;
  expiresAt: number;
}

/** Takes something in hand, gives it up, or takes it over. */
export function ModerateClaim({ claim }: { claim?: ShownClaim }): ReactElement {
  if (claim === undefined)
    return (
      <form method="post">
        <p>Nobody has this in hand. Take it, and for {CLAIM_MINUTES} minutes nobody else decides it.</p>
        <Button name="intent" value="claim">
          Take it in hand
        </Button>
      </form>
    );
  if (claim.isMine)
    return (
      <Notice tone="ok">
        <p>You have this in hand until {londonTime(claim.expiresAt)}.</p>
        <form method="post" className="row">
          <Button tone="quiet" name="intent" value="claim">
            Keep it longer
          </Button>
          <Button tone="quiet" name="intent" value="release">
            Give it up
          </Button>
        </form>
      </Notice>
    );
  return (
    <Notice tone="waiting">
      <p>
        {claim.by} has this in hand until {londonTime(claim.expiresAt)}. You can read it; to decide it, take
        it over, best after a word with them.
      </p>
      <form method="post">
        <input type="hidden" name="from" value={claim.accountId} />
        <Button tone="quiet" name="intent" value="take_over">
          Take it over from {claim.by}
        </Button>
      </form>
    </Notice>
  );
}
