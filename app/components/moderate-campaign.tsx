import type { ReactElement } from "react";
import { isIn, VISIBLE_STATES } from "#app/domain/campaign/campaign.ts";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import type { ChangedPart } from "#app/domain/campaign/compare-texts.ts";
import type { ShownPicture } from "#app/domain/campaign/picture.ts";
import { nameInShort } from "#app/domain/campaign/short-name.ts";
import type { TextContent } from "#app/domain/campaign/text-content.ts";
import type { ReadMove } from "#app/domain/moderation/campaign-moves.server.ts";
import type { CampaignKind, CampaignState } from "#db/tables/campaign.ts";
import type { AppealState } from "#db/tables/moderation.ts";
import { CampaignPreview } from "./campaign-preview.tsx";
import { Chip } from "./chip.tsx";
import { people } from "./format.ts";
import { ModerateChecklist } from "./moderate-checklist.tsx";
import { ModerateClaim, type ShownClaim } from "./moderate-claim.tsx";
import { ModerateDecide } from "./moderate-decide.tsx";
import { ModerateFacts } from "./moderate-facts.tsx";
import { ModerateHistory } from "./moderate-history.tsx";
import { type ModeratedRecipient, ModerateRecipients } from "./moderate-recipients.tsx";
import { ModerateTakeDown } from "./moderate-take-down.tsx";
import { STATE_WORDS } from "./moderate-words.ts";
import { TextComparison } from "./text-comparison.tsx";

interface ModerateCampaignProps {
  shown: {
    campaign: {
      number: number;
      kind: CampaignKind;
      state: CampaignState;
      slug: string;
      bodyName: string;
      organiserName: string;
      goal: number;
      textVersion: number;
    };
    text: TextContent;
    /** What differs from the text that changes were asked for. */
    changes: readonly ChangedPart[];
    picture?: ShownPicture;
    supporters: number;
    closesOn: string;
    isMoved: boolean;
    /** Whom it names as its recipients. */
    named: readonly ModeratedRecipient[];
    similar: readonly {
      number: number;
      kind: CampaignKind;
      slug: string;
      title: string;
      bodyName: string;
      signatureCount: number;
    }[];
    claim?: ShownClaim;
    chancesLeft: number;
    appeal?: AppealState;
    moves: readonly ReadMove[];
    isAdmin: boolean;
  };
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string | undefined>>;
}

/** A campaign on the moderators' desk: what it says, what has changed, what to look for, what to decide. */
export function ModerateCampaign({ shown, values, errors }: ModerateCampaignProps): ReactElement {
  const { campaign, text, changes, supporters, closesOn, isMoved, similar, claim, isAdmin } = shown;
  const { number, state, textVersion } = campaign;
  const isInReview = state === "in_review";
  // What somebody has written stays before them, whoever took it up meanwhile.
  const isOthers = claim !== undefined && !claim.isMine && values.decision === undefined;
  return (
    <>
      <p>
        <Chip words={STATE_WORDS[state]} tone={isInReview ? "waiting" : "plain"} />
      </p>
      {isInReview ? (
        <>
          <ModerateClaim claim={claim} />
          <p>
            <a href="#decide">Down to the decision</a>
          </p>
        </>
      ) : null}
      {shown.appeal === "waiting" ? (
        <p>
          <a href="/moderate/appeals">An appeal against the decision waits</a>
        </p>
      ) : null}
      {changes.length === 0 ? null : (
        <>
          <h2>What has changed since changes were asked for</h2>
          <TextComparison parts={changes} left="Before" right="Now" />
        </>
      )}
      <h2>As the public would see it</h2>
      <CampaignPreview
        {...{ campaign, text, picture: shown.picture, count: supporters }}
        addressees={shown.named.filter((one) => one.state !== "declined")}
      />
      <p>
        In messages to representatives: “It asks {campaign.bodyName} {text.askClause}.” In their subjects: “
        {nameInShort({ shortName: text.shortName, title: text.en.title })}”.
      </p>
      <ModerateRecipients named={shown.named} isInReview={isInReview} />
      <h2>About it</h2>
      <ModerateFacts
        {...{ campaign, supporters, closesOn, isMoved }}
        isVisible={isIn(VISIBLE_STATES, state)}
      />
      <h2>Similar campaigns</h2>
      {similar.length === 0 ? (
        <p>None was found among the open ones.</p>
      ) : (
        <ul>
          {similar.map((one) => (
            <li key={one.number}>
              <a href={publicCampaignPath(one)}>{one.title}</a>, to {one.bodyName}, signed by{" "}
              {people(one.signatureCount)}
            </li>
          ))}
        </ul>
      )}
      {isInReview ? (
        <>
          <h2 id="decide">Before you decide</h2>
          <ModerateChecklist />
          {isOthers ? (
            <p>{claim.by} has this in hand: take it over at the top of the page to decide it.</p>
          ) : (
            <ModerateDecide {...{ textVersion, chancesLeft: shown.chancesLeft, values, errors }} />
          )}
        </>
      ) : null}
      <ModerateTakeDown {...{ number, state, isAdmin }} />
      <h2>What has happened</h2>
      <ModerateHistory moves={shown.moves} />
    </>
  );
}
