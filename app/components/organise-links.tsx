import type { ReactElement } from "react";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";

interface OrganiseLinksProps {
  campaign: {
    number: number;
    kind: CampaignKind;
    slug: string;
    isCouncil: boolean;
    isPublic: boolean;
    hasGroup?: boolean;
  };
  isOwner: boolean;
}

/** Everything else that those who run a campaign can do with it. */
export function OrganiseLinks({ campaign, isOwner }: OrganiseLinksProps): ReactElement {
  const base = `/organise/${campaign.number}`;
  const links = [
    { href: `${base}/text`, label: "Text and asks" },
    { href: `${base}/picture`, label: "Picture" },
    { href: `${base}/recipients`, label: "Whom it is addressed to" },
    ...(campaign.isPublic
      ? [
          { href: `${base}/updates`, label: "News" },
          { href: `${base}/outcomes`, label: "What became of it" },
          { href: `${base}/answers`, label: "Replies you have received" },
          { href: `${base}/signatories`, label: "Who stands first" },
        ]
      : []),
    { href: `${base}/forwarding`, label: "Who is told" },
    { href: `${base}/replies`, label: "Replies by mail" },
    ...(campaign.isPublic ? [{ href: `${base}/paper`, label: "On paper" }] : []),
    { href: `${base}/people`, label: "Who runs it" },
    ...(campaign.hasGroup ? [{ href: `${base}/contacts`, label: "Who lets the group write" }] : []),
    ...(isOwner && campaign.isPublic && campaign.isCouncil
      ? [{ href: `${base}/hand-in`, label: "Hand it in" }]
      : []),
    ...(isOwner ? [{ href: `${base}/settings`, label: "Goal, dates, closing" }] : []),
    { href: `${base}/tallies.csv`, label: "Numbers by place (CSV)" },
    ...(campaign.isPublic
      ? [
          { href: `${publicCampaignPath(campaign)}/history.csv`, label: "Numbers hour by hour (CSV)" },
          { href: publicCampaignPath(campaign), label: "The page that everybody sees" },
        ]
      : []),
  ];
  return (
    <nav aria-label="Look after it" className="organise-links">
      <h2>Look after it</h2>
      <ul className="plain-list">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
