import type { ReactElement } from "react";
import type { PetitionProgress as FoundProgress } from "#app/domain/area/find-petition-progress.server.ts";
import type { FormerText } from "#app/domain/campaign/former-texts.server.ts";
import type { WhereSigned } from "#app/domain/campaign/where-signed.server.ts";
import type { Told } from "#app/domain/forwarding/queries.server.ts";
import type { CampaignAnswers } from "#app/domain/response/queries.server.ts";
import type { PublicUpdate } from "#app/domain/update/queries.server.ts";
import { PetitionProgress } from "./petition-progress.tsx";
import { ResponseSection } from "./response-section.tsx";
import { StoryInvitation } from "./story-invitation.tsx";
import { TextChanges } from "./text-changes.tsx";
import { toldRows } from "./told-rows.ts";
import { ToldTable } from "./told-table.tsx";
import { UpdateSection } from "./update-section.tsx";
import { WhereSignedSection } from "./where-signed.tsx";

interface CampaignSectionsProps {
  bodyName: string;
  /** The campaign's own address. */
  base: string;
  formerTexts: readonly FormerText[];
  where?: WhereSigned;
  progress?: FoundProgress;
  told: ToldSectionProps["told"];
  answers: Omit<CampaignAnswers, "toAsks">;
  /** Where its readers may tell their story, or blank. */
  storyPath: string;
  news: { updates: readonly PublicUpdate[]; count: number };
}

/** What follows the words of any campaign: its news, how they were changed, where people signed, who is told, what was answered. */
export function CampaignSections(props: CampaignSectionsProps): ReactElement {
  const { bodyName, base, formerTexts, where, progress, told, answers, news, storyPath } = props;
  return (
    <>
      <UpdateSection news={news} base={base} />
      <StoryInvitation path={storyPath} />
      <TextChanges texts={formerTexts} base={base} />
      <WhereSignedSection where={where} bodyName={bodyName} href={`${base}/places`} mapHref={`${base}/map`} />
      <PetitionProgress found={progress} />
      <ToldSection told={told} base={base} />
      <ResponseSection answers={answers} href={`${base}/answers`} />
    </>
  );
}

interface ToldSectionProps {
  base: string;
  /** `isCut` where there are more than are shown. */
  told: { rows: readonly Told[]; count: number; isLive: boolean; isCut: boolean };
}

function ToldSection({ told, base }: ToldSectionProps): ReactElement {
  return (
    <>
      <h2>Who is told</h2>
      {told.count === 0 ? (
        <p>
          As soon as five people have signed in one place, its MP and councillors{" "}
          {told.isLive ? "are" : "would be"} told how many. <a href="/about#told">How we tell them</a>
        </p>
      ) : (
        <>
          <ToldTable
            caption="Who is told how many of their constituents have signed"
            rows={toldRows(told.rows)}
          />
          <p>
            <a href={`${base}/told`}>
              {told.isCut ? `All ${told.count} representatives` : "More about who is told"}
            </a>
          </p>
        </>
      )}
    </>
  );
}
