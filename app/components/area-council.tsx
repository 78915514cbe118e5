import type { ReactElement } from "react";
import { AreaCampaigns } from "./area-campaigns.tsx";
import type { CouncilView } from "./area-council-view.ts";
import { AreaEnded } from "./area-ended.tsx";
import { AreaLinks } from "./area-index.tsx";
import { AreaPetitionRule } from "./area-petition-rule.tsx";
import { AreaTold } from "./area-told-table.tsx";
import { ButtonLink } from "./button.tsx";
import { CampaignList } from "./campaign-card.tsx";
import { counted } from "./format.ts";
import { PageHeading } from "./page-heading.tsx";
import { RepresentativeList, RepresentativeSources } from "./representative-list.tsx";
import { ResponseBeside } from "./response-beside.tsx";
import { SendElsewhere } from "./send-elsewhere.tsx";
import { SendFigures } from "./send-figures.tsx";
import { StorySumBand } from "./story-sum-band.tsx";

/** All of one council: its campaigns, who speaks for people there, what they were told, official figures beside it. */
export function CouncilPage(view: CouncilView): ReactElement {
  const { name, shortName, kicker, lede, slug, ended, campaigns, addressed, letters, evidence } = view;
  return (
    <>
      <PageHeading kicker={kicker} title={name} lede={lede} />
      {ended === undefined ? null : <AreaEnded name={name} {...ended} />}
      <p className="row">
        {ended === undefined ? (
          <ButtonLink href={`/stories/new?council=${slug}`}>Tell your story</ButtonLink>
        ) : null}{" "}
        <ButtonLink tone="quiet" href="/areas">
          Who speaks for me?
        </ButtonLink>
      </p>
      {evidence.storyCount === 0 && evidence.sum === undefined ? null : (
        <StorySumBand {...evidence}>
          <p>
            <a href={`/councils/${slug}/stories`}>Read what they tell, and how it is counted</a>
          </p>
        </StorySumBand>
      )}
      <div className="area-page">
        <div>
          <h2>Signed here</h2>
          <AreaCampaigns place={shortName} campaigns={campaigns} />
          {addressed.length === 0 ? null : (
            <>
              <h2>Petitions to this council</h2>
              <CampaignList campaigns={addressed} />
            </>
          )}
          {letters.length === 0 ? null : (
            <>
              <h2>Open letters to this council</h2>
              <CampaignList campaigns={letters} />
            </>
          )}
          {ended === undefined ? (
            <>
              <People {...view} />
              <Told {...view} />
              <ResponseBeside heading="What they have answered" {...view.answered} />
            </>
          ) : null}
          <Parts {...view} />
        </div>
        <Facts {...view} />
      </div>
    </>
  );
}

function People({ members, councillors, areas, notes, unknown, partWord }: CouncilView): ReactElement {
  return (
    <>
      <h2>Who speaks for people here</h2>
      <h3>In the House of Commons</h3>
      {members.length === 0 ? (
        <p>We do not know the MPs for this area.</p>
      ) : (
        <RepresentativeList representatives={members} areas={areas} notes={notes} />
      )}
      <h3>In the council</h3>
      <p>
        {partWord === "division"
          ? "A county is divided into divisions; each elects its councillors."
          : "A council’s area is divided into wards; each elects its councillors."}{" "}
        {unknown}
      </p>
      {councillors.length === 0 ? null : <RepresentativeList representatives={councillors} areas={areas} />}
      <RepresentativeSources representatives={[...members, ...councillors]} />
    </>
  );
}

function Told({ told, shortName }: CouncilView): ReactElement {
  const { members, councillors } = told;
  return (
    <>
      <h2>What they have been told</h2>
      {members.count + councillors.count === 0 ? (
        <p>Nothing yet. A representative is told once five people of their own area have signed.</p>
      ) : (
        <p>Each number is of people in that representative’s own area, which may reach beyond {shortName}.</p>
      )}
      <AreaTold
        heading="Members of Parliament"
        caption="MPs, how many of their constituents have signed, and when they were last told"
        {...members}
      />
      <AreaTold
        heading="Councillors"
        caption="Councillors, how many people of their ward have signed, and when they were last told"
        {...councillors}
      />
    </>
  );
}

function Parts({ parts, partWord, districts, county }: CouncilView): ReactElement {
  return (
    <>
      {county === undefined ? null : (
        <>
          <h2>The county above it</h2>
          <p>
            <a href={county.href}>{county.name}</a> runs schools and special educational needs, social care
            and roads here.
          </p>
        </>
      )}
      {districts.length === 0 ? null : (
        <>
          <h2 id="districts">{counted(districts.length, "district")}</h2>
          <AreaLinks entries={districts} />
        </>
      )}
      {parts.length === 0 ? null : (
        <>
          <h2 id={`${partWord}s`}>{counted(parts.length, partWord)}</h2>
          <AreaLinks entries={parts} />
        </>
      )}
    </>
  );
}

function Facts({ figures, rule, nation, county, shortName, name, homepageUrl }: CouncilView): ReactElement {
  return (
    <aside className="stack" aria-label={`Facts about ${name}`}>
      {figures === undefined ? (
        <SendElsewhere nation={nation} county={county} />
      ) : (
        <SendFigures figures={figures} place={shortName} />
      )}
      <AreaPetitionRule rule={rule} />
      {homepageUrl === "" ? null : (
        <p>
          <a href={homepageUrl}>The council’s own site</a>
        </p>
      )}
      <p className="soft small">
        Names and borders: Office for National Statistics and mySociety, 2025.{" "}
        <a href="/about/data">All sources</a>
      </p>
    </aside>
  );
}
