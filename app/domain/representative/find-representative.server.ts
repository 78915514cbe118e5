import { asc, desc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import { type Area, findAreas } from "../area/queries.server.ts";
import { LISTED_STATES } from "../campaign/campaign.ts";
import type { Forwarding } from "../forwarding/forwarding.ts";
import { readToldHistory, type ToldState } from "../forwarding/told-history.server.ts";
import { londonDay } from "../time/london.ts";
import { sourceUrl } from "./source-url.ts";
import { listToldInAreas, type ToldOfCampaign } from "./told-in-areas.server.ts";

/** A time for which somebody speaks, or spoke, for an area. */
export interface TermOf {
  area: Area;
  /** The council of a ward, the county of a division. */
  parent?: Area;
  party: string;
  startsOn: string;
  /** Blank while it runs without an end. */
  endsOn: string;
  isRunning: boolean;
  source: string;
  checkedOn: string;
  hasAddress: boolean;
}

/** What somebody was told for a seat or of a campaign that no longer counts for them. */
export interface ToldBefore {
  campaignKind: CampaignKind;
  campaignSlug: string;
  campaignTitle: string;
  areaName: string;
  tally: number;
  toldCount: number;
  firstToldAt?: number;
  toldAt?: number;
  last?: ToldState;
}

/** Somebody who speaks for a place, as everybody may see them: never their address. */
export interface RepresentativePage {
  publicId: string;
  kind: RepresentativeKind;
  name: string;
  fullTitle: string;
  isInvented: boolean;
  /** Where the source shows them, where it does. */
  sourceUrl?: string;
  /** The latest first. */
  terms: TermOf[];
  /** What they have been told, or would be, of campaigns in the areas they speak for today. */
  told: ToldOfCampaign[];
  toldBefore: ToldBefore[];
}

/** Finds a representative by public id, or undefined. */
export async function findRepresentative(
  read: Reader,
  { publicId, forwarding }: { publicId: string; forwarding: Forwarding },
  now: number,
): Promise<RepresentativePage | undefined> {
  const { representatives } = read.tables;
  const [one] = await read.select().from(representatives).where(eq(representatives.publicId, publicId));
  if (!one) return undefined;
  const terms = await listTerms(read, one.id, londonDay(now));
  const gssCodes = terms.filter((term) => term.isRunning).map((term) => term.area.gssCode);
  const told = await listToldInAreas(read, { gssCodes, representativeId: one.id, forwarding }, now);
  const { kind, name, fullTitle, isInvented, sourceKey } = one;
  return {
    publicId,
    kind,
    name,
    fullTitle,
    isInvented,
    sourceUrl: sourceUrl(sourceKey),
    terms,
    told,
    toldBefore: await listToldBefore(read, one.id, told),
  };
}

async function listTerms(read: Reader, representativeId: string, today: string): Promise<TermOf[]> {
  const { terms } = read.tables;
  const rows = await read
    .select()
    .from(terms)
    .where(eq(terms.representativeId, representativeId))
    .orderBy(desc(terms.startsOn), asc(terms.id));
  const areas = await findAreas(
    read,
    rows.map((row) => row.gssCode),
  );
  const parents = await findAreas(
    read,
    [...areas.values()].map((area) => area.parentGss),
  );
  return rows.flatMap(({ gssCode, party, startsOn, endsOn, source, checkedOn, address }) => {
    const area = areas.get(gssCode);
    if (!area) return [];
    const isRunning = startsOn <= today && (endsOn === "" || endsOn >= today);
    const parent = area.level === "council" ? undefined : parents.get(area.parentGss);
    return [
      { area, parent, party, startsOn, endsOn, isRunning, source, checkedOn, hasAddress: address !== "" },
    ];
  });
}

/** Messages that no row of today stands for: another seat, or a campaign that no longer counts for them. */
async function listToldBefore(
  read: Reader,
  representativeId: string,
  told: readonly ToldOfCampaign[],
): Promise<ToldBefore[]> {
  const shown = new Set(told.map((row) => `${row.campaignKind} ${row.campaignSlug} ${row.countedGss}`));
  const history = [...(await readToldHistory(read, { representativeIds: [representativeId] })).values()];
  if (history.length === 0) return [];
  const { campaigns, campaignTexts } = read.tables;
  const rows = await read
    .select({
      id: campaigns.id,
      kind: campaigns.kind,
      slug: campaigns.slug,
      state: campaigns.state,
      title: campaignTexts.title,
      variant: campaignTexts.variant,
    })
    .from(campaigns)
    .innerJoin(campaignTexts, eq(campaignTexts.campaignId, campaigns.id))
    .where(inArray(campaigns.id, [...new Set(history.map((item) => item.campaignId))]))
    .orderBy(asc(campaigns.number));
  const areas = await findAreas(
    read,
    history.map((item) => item.gssCode),
  );
  return history.flatMap(({ campaignId, gssCode, tally, toldCount, firstToldAt, toldAt, last }) => {
    const campaign = rows.find((row) => row.id === campaignId && row.variant === "en");
    if (!campaign || !LISTED_STATES.some((state) => state === campaign.state)) return [];
    if (shown.has(`${campaign.kind} ${campaign.slug} ${gssCode}`)) return [];
    const { kind: campaignKind, slug: campaignSlug, title: campaignTitle } = campaign;
    return [
      {
        campaignKind,
        campaignSlug,
        campaignTitle,
        areaName: areas.get(gssCode)?.name ?? "",
        tally,
        toldCount,
        firstToldAt,
        toldAt,
        last,
      },
    ];
  });
}
