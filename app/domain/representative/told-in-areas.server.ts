import { and, asc, desc, eq, gte, inArray, ne } from "drizzle-orm";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { LISTED_STATES } from "../campaign/campaign.ts";
import { type Forwarding, TOLD_LEVELS } from "../forwarding/forwarding.ts";
import type { Told } from "../forwarding/queries.server.ts";
import { isPaused, isRunning } from "../forwarding/terms.server.ts";
import { readToldHistory, toldKey, toldState } from "../forwarding/told-history.server.ts";
import { londonDay } from "../time/london.ts";

/** More than the councillors of a county and its members, each with some campaigns. */
const LISTED = 1000;

/** One campaign as it stands with one representative. */
export interface ToldOfCampaign extends Told {
  campaignKind: CampaignKind;
  campaignSlug: string;
  campaignTitle: string;
}

/**
 * What those who speak for these constituencies or wards today have been told, or would be: a row for each
 * representative and campaign with five or more of their constituents, the largest number first. The same rules
 * as in a campaign's ledger: of a rehearsal nothing is shown but what invented people were told.
 */
export async function listToldInAreas(
  read: Reader,
  { gssCodes, forwarding }: { gssCodes: readonly string[]; forwarding: Forwarding },
  now: number,
): Promise<ToldOfCampaign[]> {
  const codes = [...new Set(gssCodes)].filter((code) => code !== "");
  if (codes.length === 0) return [];
  const { terms, representatives, publishedTallies, areas, campaigns, campaignTexts } = read.tables;
  const isEnglish = and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en"));
  const seats = await read
    .select({
      campaignId: campaigns.id,
      campaignKind: campaigns.kind,
      campaignSlug: campaigns.slug,
      campaignTitle: campaignTexts.title,
      representativeId: representatives.id,
      publicId: representatives.publicId,
      kind: representatives.kind,
      name: representatives.name,
      isInvented: representatives.isInvented,
      gssCode: areas.gssCode,
      areaName: areas.name,
      count: publishedTallies.count,
      addressState: terms.addressState,
      isPaused: isPaused(read, campaigns.id, forwarding === "live" ? "live" : "rehearsal"),
    })
    .from(publishedTallies)
    .innerJoin(campaigns, eq(campaigns.id, publishedTallies.campaignId))
    .innerJoin(campaignTexts, isEnglish)
    .innerJoin(terms, eq(terms.gssCode, publishedTallies.code))
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, publishedTallies.code))
    .where(
      and(
        inArray(publishedTallies.code, codes),
        inArray(publishedTallies.level, [...TOLD_LEVELS]),
        gte(publishedTallies.count, SMALLEST_SHOWN_COUNT),
        inArray(campaigns.state, [...LISTED_STATES]),
        isRunning(read, londonDay(now)),
        ne(terms.address, ""),
      ),
    )
    .orderBy(desc(publishedTallies.count), asc(campaigns.number), asc(areas.gssCode), asc(terms.id))
    .limit(LISTED);
  const history = await readToldHistory(read, {
    representativeIds: seats.map((seat) => seat.representativeId),
  });
  return seats.map(({ campaignId, representativeId, addressState, isPaused: hasRest, ...seat }) => {
    const {
      toldCount = 0,
      firstToldAt,
      toldAt,
      last,
    } = history.get(toldKey({ campaignId, representativeId, gssCode: seat.gssCode })) ?? {};
    return {
      ...seat,
      toldCount,
      firstToldAt,
      toldAt,
      state: toldState({ ...seat, addressState, isPaused: hasRest, last, forwarding }),
    };
  });
}
