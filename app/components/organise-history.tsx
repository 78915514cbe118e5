import type { ReactElement } from "react";
import type { OrganisedMove } from "#app/domain/campaign/overview.server.ts";
import { londonDay } from "./format.ts";
import { MOVER_WORDS, moveWords } from "./organise-words.ts";
import { Quoted } from "./quoted.tsx";

/** A change of state, with its reason in a sentence. */
export interface ReadMove extends OrganisedMove {
  reasonWords: string;
}

/** What has happened to a campaign, the newest first, with what moderators wrote. */
export function OrganiseHistory({ moves }: { moves: readonly ReadMove[] }): ReactElement {
  return (
    <ol className="moves plain-list">
      {moves.map((move) => (
        <li key={`${move.at} ${move.to}`}>
          <p>
            <b>{moveWords(move)}</b> {MOVER_WORDS[move.mover]} on {londonDay(move.at)}. {move.reasonWords}
          </p>
          {move.note === "" ? null : <Quoted words={move.note} />}
        </li>
      ))}
    </ol>
  );
}
