import { and, type Column, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { findAreas } from "../area/queries.server.ts";
import { LISTED_STATES } from "../campaign/campaign.ts";
import { readCountyBases } from "../forwarding/county-bases.server.ts";
import type { Forwarding } from "../forwarding/forwarding.ts";
import type { LedgerRow } from "../forwarding/ledger.ts";
import { describeSeats } from "../forwarding/ledger-rows.server.ts";
import { ledgerSeats, type SeatRow } from "../forwarding/ledger-seats.server.ts";
import { quietAreas } from "../forwarding/polls.server.ts";
import { londonDay } from "../time/london.ts";

/** More than the councillors of a county and its members, each with some campaigns. */
const LISTED = 1000;

/** One campaign as it stands with one representative: a row of its ledger. */
export interface ToldOfCampaign extends LedgerRow {
  campaignKind: CampaignKind;
  campaignSlug: string;
  campaignTitle: string;
  /** The area counted: of the seat, the county of a division, or blank for everyone. */
  countedGss: string;
}

/**
 * What those who speak for these areas today have been told, or would be: the rows of the ledgers of all campaigns
 * that are theirs, the largest number first; of one person's seats where one is named.
 */
export async function listToldInAreas(
  read: Reader,
  {
    gssCodes,
    representativeId,
    forwarding,
  }: { gssCodes: readonly string[]; representativeId?: string; forwarding: Forwarding },
  now: number,
): Promise<ToldOfCampaign[]> {
  const codes = [...new Set(gssCodes)].filter((code) => code !== "");
  if (codes.length === 0) return [];
  const { terms } = read.tables;
  const isHeldBy = and(
    inArray(terms.gssCode, codes),
    representativeId === undefined ? undefined : eq(terms.representativeId, representativeId),
  );
  const isOf = isListed(read);
  const day = londonDay(now);
  const counties = await readCountyBases(read, isOf, await countiesOf(read, codes));
  const seats =
    await read.rows<SeatRow>(sql`select * from (${ledgerSeats(read, { isOf, isHeldBy, day, counties })}) ledger
    where has_address = 1 order by count desc, campaign_id, seat, term_id limit ${LISTED}`);
  const campaigns = await findCampaigns(
    read,
    seats.map((seat) => seat.campaign_id),
  );
  const quiet = await quietAreas(read, day);
  const rows = await describeSeats(read, seats, { campaigns: [...campaigns.values()], forwarding, quiet });
  return rows.flatMap((row, index): ToldOfCampaign[] => {
    const seat = seats[index];
    const campaign = seat && campaigns.get(seat.campaign_id);
    if (!seat || !campaign) return [];
    const { kind: campaignKind, slug: campaignSlug, title: campaignTitle } = campaign;
    return [{ ...row, campaignKind, campaignSlug, campaignTitle, countedGss: seat.counted }];
  });
}

function isListed(read: Reader): (campaignId: Column) => SQL {
  const { campaigns } = read.tables;
  return (campaignId) =>
    inArray(
      campaignId,
      read
        .select({ id: campaigns.id })
        .from(campaigns)
        .where(inArray(campaigns.state, [...LISTED_STATES])),
    );
}

/** The counties of those areas that are divisions. */
async function countiesOf(read: Reader, codes: readonly string[]): Promise<string[]> {
  const areas = await findAreas(read, codes);
  const divisions = [...areas.values()].filter(({ level }) => level === "division");
  return [...new Set(divisions.map(({ parentGss }) => parentGss))];
}

async function findCampaigns(read: Reader, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const { campaigns, campaignTexts } = read.tables;
  const { id, kind, slug, bodyGss } = campaigns;
  const rows = await read
    .select({ id, kind, slug, bodyGss, title: campaignTexts.title })
    .from(campaigns)
    .innerJoin(campaignTexts, and(eq(campaignTexts.campaignId, id), eq(campaignTexts.variant, "en")))
    .where(inArray(id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}
