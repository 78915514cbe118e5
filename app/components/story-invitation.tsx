import type { ReactElement } from "react";
import { ButtonLink } from "./button.tsx";

/** Invites those whom it happened to; nothing where there is no path. */
export function StoryInvitation({ path }: { path: string }): ReactElement | null {
  if (path === "") return null;
  return (
    <section>
      <h2>Has it happened to your family?</h2>
      <p>
        Many stories from one council show what one cannot. Tell yours, in your own words. Nobody learns who
        you are, and you can take it back at any time.
      </p>
      <p>
        <ButtonLink tone="quiet" href={path}>
          Tell your story
        </ButtonLink>
      </p>
    </section>
  );
}
