import type { SQL } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { AreaLevel } from "#db/tables/area.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { Basis } from "./basis.ts";
import type { PolledArea } from "./polls.ts";

/** A seat, a campaign, and the published count that whoever holds the seat would be told of it. */
export interface Counted {
  addressHash: string;
  termId: string;
  representativeId: string;
  seat: PolledArea;
  /** The area counted: of the seat, the county of a division, or blank for everyone. */
  gssCode: string;
  level: AreaLevel;
  basis: Basis;
  campaignId: string;
  campaignState: CampaignState;
  closedAt: number | null;
  bodyGss: string;
  tally: number;
}

/** What narrows the seats: by address, by campaign. It is given the campaign's id as each statement knows it. */
export type Narrowing = (campaignId: Reader["tables"]["campaigns"]["id"]) => SQL | undefined;

/** What every kind of seat is read with. */
export function seatColumns({ tables: { terms, areas, campaigns } }: Reader) {
  return {
    addressHash: terms.addressHash,
    termId: terms.id,
    representativeId: terms.representativeId,
    seat: {
      gssCode: areas.gssCode,
      level: areas.level,
      parentGss: areas.parentGss,
      nation: areas.nation,
    },
    campaignId: campaigns.id,
    campaignState: campaigns.state,
    closedAt: campaigns.closedAt,
    bodyGss: campaigns.bodyGss,
  };
}
