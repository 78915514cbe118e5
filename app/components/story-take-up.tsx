import type { ReactElement } from "react";
import type { StoryState } from "#db/tables/story.ts";
import { Button } from "./button.tsx";

/** Where it was sent: the way to change it all the same. */
export function StoryTakeUp({ state }: { state: StoryState }): ReactElement | null {
  if (state !== "in_review" && state !== "published") return null;
  return (
    <>
      <h2>Change it</h2>
      <p>
        {state === "published"
          ? "It is off the site at once, and you have it back to change. Sent again, a moderator reads it, and it is published as you left it."
          : "You have it back, and no moderator decides about it until you send it again."}
      </p>
      <form method="post">
        <input type="hidden" name="intent" value="take_up" />
        <Button tone="quiet">
          {state === "published" ? "Take it off and change it" : "Change my story"}
        </Button>
      </form>
    </>
  );
}

/** Where it was rejected by one moderator: the way to another. */
export function StoryAppeal(): ReactElement {
  return (
    <form method="post">
      <input type="hidden" name="intent" value="appeal" />
      <p>
        If you think that we decided wrongly, another moderator reads it as it is and decides anew. You can
        ask for that once.
      </p>
      <Button tone="quiet">Ask another moderator to look</Button>
    </form>
  );
}
