import type { ReactElement } from "react";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import type { ShownPicture } from "#app/domain/campaign/picture.ts";
import type { ReadChange } from "#app/domain/moderation/read-change.server.ts";
import { CampaignPicture } from "./campaign-picture.tsx";
import { Chip } from "./chip.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { londonDay } from "./format.ts";
import { kindWords } from "./kind-words.ts";
import { PROPOSAL_CHIPS } from "./moderate-words.ts";
import { Notice } from "./notice.tsx";
import { TextComparison } from "./text-comparison.tsx";

/** What would change, beside what stands now, and why its organiser asks for it. */
export function ChangeFacts({ change }: { change: Omit<ReadChange, "campaignId"> }): ReactElement {
  const { number, kind, slug, state, why, note, createdAt, parts, isOutdated, pictures } = change;
  return (
    <>
      {isOutdated ? (
        <Notice tone="waiting">
          <p>The text has changed since this was proposed. It can only be declined.</p>
        </Notice>
      ) : null}
      <DefinitionList
        rows={[
          { term: "Stands", value: <Chip {...PROPOSAL_CHIPS[state]} /> },
          { term: "The organiser says why", value: <span className="mail-text">{why || "Nothing"}</span> },
          { term: "Proposed", value: londonDay(createdAt) },
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
      {pictures === undefined ? null : <ChangedPictures pictures={pictures} />}
      {parts.length === 0 ? null : (
        <>
          <h2>What would change</h2>
          <TextComparison parts={parts} left="Now" right="As proposed" />
        </>
      )}
    </>
  );
}

/** A picture beside the one that would take its place. */
export function ChangedPictures({
  pictures,
}: {
  pictures: { before?: ShownPicture; after?: ShownPicture };
}): ReactElement {
  return (
    <>
      <h2>The picture would change</h2>
      <div className="compared">
        <ChangedPicture name="Now" picture={pictures.before} />
        <ChangedPicture name="As proposed" picture={pictures.after} />
      </div>
    </>
  );
}

function ChangedPicture({ name, picture }: { name: string; picture?: ShownPicture }): ReactElement {
  return (
    <div>
      <b>{name}</b>
      {picture === undefined ? (
        <p>No picture</p>
      ) : (
        <>
          <CampaignPicture picture={picture} />
          <p>Described as: {picture.alt}</p>
        </>
      )}
    </div>
  );
}
