import type { ReactElement } from "react";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import type { ReadStanding } from "#app/domain/open-letter/read-standing.server.ts";
import { declineWords, HOW_WORDS } from "#app/domain/open-letter/standing.ts";
import { Chip } from "./chip.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { londonDay } from "./format.ts";
import { Notice } from "./notice.tsx";
import { claimFacts } from "./standing-facts.ts";
import { STANDING_CHIPS, StandingList } from "./standing-list.tsx";

export type ShownStanding = Omit<ReadStanding, "signatureId" | "campaignId">;

/** What somebody claims to be, what is known of it, and where to look it up. */
export function StandingReview({ standing, now }: { standing: ShownStanding; now: number }): ReactElement {
  const { campaign, state, how, reason, checkedWords, checkedAt, name, claim, host, foreign } = standing;
  return (
    <>
      <DefinitionList
        rows={[
          { term: "Stands", value: <Chip {...STANDING_CHIPS[state]} /> },
          { term: "Name", value: name || "Erased" },
          ...claimFacts(claim),
          { term: "Confirmed from", value: host === "" ? "Erased" : `an address at ${host}` },
          { term: "Letter", value: <a href={publicCampaignPath(campaign)}>{campaign.title}</a> },
          { term: "Shows their name", value: standing.showsName ? "Yes" : "No" },
          ...(checkedAt === null
            ? []
            : [{ term: "Settled", value: `${londonDay(checkedAt)} ${HOW_WORDS[how]}`.trim() }]),
          ...(reason === "" ? [] : [{ term: "Why not", value: declineWords(reason) }]),
          ...(checkedWords === ""
            ? []
            : [{ term: "What was looked at", value: <span className="mail-text">{checkedWords}</span> }]),
        ]}
      />
      {standing.isSharedHost && host !== "" ? (
        <Notice tone="waiting">
          <p>Anybody can have an address at {host}. It says nothing of who somebody is.</p>
        </Notice>
      ) : null}
      {foreign.length === 0 ? null : (
        <Notice tone="problem">
          <p>
            The organisation’s name has letters of another alphabet: {foreign.join(", ")}. It may be written
            to look like another one’s.
          </p>
        </Notice>
      )}
      <h2>Where to look</h2>
      <LookUps organisation={claim.organisation} host={standing.isSharedHost ? "" : host} />
      <Known standing={standing} />
      {standing.earlier.length === 0 ? null : (
        <>
          <h2>Decided before about this organisation</h2>
          <StandingList standings={standing.earlier} now={now} />
        </>
      )}
    </>
  );
}

/** Registers and the domain's own page. The person's name is sent to none of them. */
function LookUps({ organisation, host }: { organisation: string; host: string }): ReactElement {
  const asked = encodeURIComponent(organisation);
  const links = [
    ...(host === ""
      ? []
      : [
          { href: `https://${host}/`, label: `The page at ${host}` },
          {
            href: `https://lookup.icann.org/en/lookup?name=${host}`,
            label: "Since when the domain is registered, and to whom",
          },
        ]),
    ...(organisation === ""
      ? []
      : [
          {
            href: `https://register-of-charities.charitycommission.gov.uk/charity-search/-/results/page/1/delta/20/keywords/${asked}`,
            label: "Register of charities",
          },
          {
            href: `https://find-and-update.company-information.service.gov.uk/search?q=${asked}`,
            label: "Companies House",
          },
          {
            href: `https://www.get-information-schools.service.gov.uk/Search?SelectedTab=Establishments&TextSearchModel.Text=${asked}`,
            label: "Schools in England",
          },
        ]),
  ];
  return (
    <ul>
      {links.map(({ href, label }) => (
        <li key={href}>
          <a href={href} rel="noreferrer">
            {label}
          </a>
        </li>
      ))}
      <li>
        A page of the organisation that names them in this role, found by your own search. A domain bought
        yesterday, or a page that only they can have made, shows nothing.
      </li>
    </ul>
  );
}

function Known({ standing: { known } }: { standing: ShownStanding }): ReactElement | null {
  if (known.length === 0) return null;
  return (
    <>
      <h2>Known of this organisation or domain</h2>
      <ul>
        {known.map(({ name, domain, checkedAt }) => (
          <li key={`${domain} ${name}`}>
            {name}: {domain}, checked on {londonDay(checkedAt)}
          </li>
        ))}
      </ul>
    </>
  );
}
