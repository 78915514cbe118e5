import type { ReactElement, ReactNode } from "react";

interface CampaignLayoutProps {
  /** Who asks whom for what, and the count. */
  lead: ReactNode;
  /** The sign form. */
  side: ReactNode;
  /** Asks, why, places, who was told. */
  children: ReactNode;
}

/** Lead, form, rest: in that order on a phone and for a screen reader; on a desktop the form stands beside. */
export function CampaignLayout({ lead, side, children }: CampaignLayoutProps): ReactElement {
  return (
    <div className="campaign">
      <div className="campaign-lead">{lead}</div>
      <div className="campaign-side">{side}</div>
      <div className="campaign-body">{children}</div>
    </div>
  );
}
