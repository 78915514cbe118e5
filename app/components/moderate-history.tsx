import type { ReactElement } from "react";
import type { ReadMove } from "#app/domain/moderation/campaign-moves.server.ts";
import { reasonLabel } from "#app/domain/moderation/reasons.ts";
import { londonDay, londonTime } from "./format.ts";
import { MOVER_WORDS, STATE_WORDS } from "./moderate-words.ts";

/** Everything that has happened to a campaign: when, by whom, why, with what note. */
export function ModerateHistory({ moves }: { moves: readonly ReadMove[] }): ReactElement {
  if (moves.length === 0) return <p>Nothing is recorded.</p>;
  return (
    <ol className="moves plain-list">
      {moves.map(({ id, at, from, to, mover, by, reason, note }) => (
        <li key={id}>
          <b>{STATE_WORDS[to]}</b>, before: {STATE_WORDS[from].toLowerCase()}
          <span className="detail">
            {londonDay(at)}, {londonTime(at)} · {MOVER_WORDS[mover]}
            {by === "" || mover === "organiser" ? "" : `, ${by}`}
          </span>
          {reason === "" ? null : <span className="detail">Reason: {reasonLabel(reason) || reason}</span>}
          {note === "" ? null : <p className="mail-text">{note}</p>}
        </li>
      ))}
    </ol>
  );
}
