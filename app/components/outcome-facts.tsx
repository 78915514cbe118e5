import type { ReactElement } from "react";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { OUTCOMES } from "#app/domain/campaign/outcome-form.ts";
import type { ReadOutcome } from "#app/domain/moderation/read-outcome.server.ts";
import type { AskOutcome } from "#db/tables/campaign.ts";
import { Chip } from "./chip.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { calendarDay, londonDay } from "./format.ts";
import { kindWords } from "./kind-words.ts";
import { PROPOSAL_CHIPS } from "./moderate-words.ts";

/** What an organiser says has become of an ask, and where that is shown. */
export function OutcomeFacts({ outcome }: { outcome: Omit<ReadOutcome, "campaignId"> }): ReactElement {
  const { number, kind, slug, position, ask, happenedOn, words, sourceUrl, state, note, createdAt } = outcome;
  const { corrects } = outcome;
  return (
    <DefinitionList
      rows={[
        { term: "Stands", value: <Chip {...PROPOSAL_CHIPS[state]} /> },
        { term: `Ask ${position}`, value: ask },
        { term: "What became of it", value: outcomeWords(outcome.outcome) },
        { term: "When", value: calendarDay(happenedOn) },
        { term: "In their words", value: <span className="mail-text">{words}</span> },
        {
          term: "Source",
          value: (
            <a href={sourceUrl} rel="noreferrer nofollow">
              {sourceUrl}
            </a>
          ),
        },
        ...(corrects === undefined
          ? []
          : [
              {
                term: "Corrects what is shown",
                value: `${outcomeWords(corrects.outcome)}, ${calendarDay(corrects.happenedOn)}: ${corrects.words}`,
              },
            ]),
        { term: "Told us", value: londonDay(createdAt) },
        {
          term: kindWords(kind).One,
          value: (
            <>
              <a href={publicCampaignPath({ kind, slug })}>Its page</a>,{" "}
              <a href={`/moderate/campaigns/${number}`}>its history</a>
            </>
          ),
        },
        ...(note === ""
          ? []
          : [{ term: "Note to the organiser", value: <span className="mail-text">{note}</span> }]),
      ]}
    />
  );
}

function outcomeWords(outcome: AskOutcome): string {
  return OUTCOMES.find(({ value }) => value === outcome)?.label ?? "Nothing yet";
}
