import type { ReactElement } from "react";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import type { ModeratedUpdate } from "#app/domain/moderation/read-update.server.ts";
import { Chip } from "./chip.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { londonDay } from "./format.ts";
import { kindWords } from "./kind-words.ts";
import { UPDATE_CHIPS, UpdateProgress } from "./update-progress.tsx";

/** What a moderator needs to know of an update beside its words. */
export function UpdateFacts({ update }: { update: ModeratedUpdate }): ReactElement {
  const { campaign, state, note, createdAt, publishedAt, publicId } = update;
  const path = publicCampaignPath(campaign);
  return (
    <DefinitionList
      rows={[
        { term: "Stands", value: <Chip {...UPDATE_CHIPS[state]} /> },
        {
          term: kindWords(campaign.kind).One,
          value: (
            <>
              <a href={path}>{campaign.title}</a>,{" "}
              <a href={`/moderate/campaigns/${campaign.number}`}>its history</a>
            </>
          ),
        },
        { term: "Written by", value: campaign.organiserName },
        { term: "Handed in", value: londonDay(createdAt) },
        ...(publishedAt === null
          ? []
          : [
              {
                term: "In public",
                value: (
                  <>
                    {londonDay(publishedAt)}
                    {state === "published" ? (
                      <>
                        {", "}
                        <a href={`${path}/updates/${publicId}`}>its page</a>
                      </>
                    ) : null}
                  </>
                ),
              },
            ]),
        { term: "Mail", value: <UpdateProgress update={update} /> },
        ...(note === ""
          ? []
          : [{ term: "Note to the organiser", value: <span className="mail-text">{note}</span> }]),
      ]}
    />
  );
}
