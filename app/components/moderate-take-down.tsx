import type { ReactElement } from "react";
import { HIDE_REASONS } from "#app/domain/moderation/reasons.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import { Button } from "./button.tsx";
import { Choice } from "./choice.tsx";
import { TextArea } from "./text-area.tsx";

interface TakeDownProps {
  number: number;
  state: CampaignState;
  isAdmin: boolean;
}

/** One press takes a campaign down, whoever has it in hand; an admin puts a hidden one back. */
export function ModerateTakeDown({ number, state, isAdmin }: TakeDownProps): ReactElement | null {
  if (state === "removed" || state === "draft") return null;
  if (state === "hidden")
    return isAdmin ? (
      <section>
        <h2>Put it back</h2>
        <form method="post" noValidate>
          <TextArea
            name="note"
            label="Note to the organiser"
            hint="They get it by mail. It may stay blank."
          />
          <Button name="intent" value="restore">
            Put it back where it was
          </Button>
        </form>
      </section>
    ) : (
      <p>It is hidden. An admin can put it back, or another moderator when its organiser appeals.</p>
    );
  return (
    <section>
      <h2>Take it down at once</h2>
      <p>
        One press, and everything of it is gone from the site for everybody: its page, its numbers, its map
        and its picture. It can be put back later.
      </p>
      <form method="post" action={`/moderate/campaigns/${number}/hide`}>
        {state === "in_review" ? null : (
          <Choice name="hideReason" label="Why, if you know already" options={HIDE_REASONS} value="urgent" />
        )}
        <Button tone="danger">Hide it now</Button>
      </form>
    </section>
  );
}
