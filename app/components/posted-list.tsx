import type { ReactElement } from "react";
import type { PostedAnswer } from "#app/domain/response/posted.server.ts";
import { Button } from "./button.tsx";
import { Chip } from "./chip.tsx";
import { calendarDay } from "./format.ts";
import { PlainText } from "./plain-text.tsx";
import { RESPONSE_CHIPS } from "./response-chips.ts";

/** Replies that were posted for a campaign, each with where it stands and the way to take it back. */
export function PostedList({ posted }: { posted: readonly PostedAnswer[] }): ReactElement | null {
  if (posted.length === 0) return null;
  return (
    <>
      <h2>Posted so far</h2>
      <ul className="answers plain-list">
        {posted.map(({ publicId, name, receivedOn, state, reason, words }) => (
          <li key={publicId}>
            <p className="answer-head">
              {name} <Chip {...RESPONSE_CHIPS[state]} />
              <span className="detail">Received on {calendarDay(receivedOn)}</span>
            </p>
            {reason === "" ? null : <p>Not shown, because: {reason}.</p>}
            {words === "" ? null : (
              <blockquote>
                <PlainText text={words} />
              </blockquote>
            )}
            {state === "waiting" || state === "published" ? (
              <form method="post">
                <input type="hidden" name="answer" value={publicId} />
                <Button tone="quiet" name="intent" value="take_back">
                  Take it back<span className="hidden">: {name}</span>
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
